"""Sheets as HTML: facts put into the templates of this package."""

from typing import Any


def rendered(template: str, **facts: Any) -> str:
    """The template of that name, filled; all that it is given is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("printpress.proof", "."),
        autoescape=True,
        undefined=StrictUndefined,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(**facts).strip() + "\n"
