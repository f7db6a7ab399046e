"""Reads what people write: YAML and story heads, with the place of every value."""
