"""The stages a page goes through before it is printed (三审三校)."""

from typing import Final

LOG: Final = "reviews.log"
"""Where signatures for them are kept, beside ``issue.yaml``."""

REVIEWS: Final = ("初审", "复审", "终审", "一校", "二校", "三校", "清样", "付印")
"""Three reviews, three readings, the clean proof and the word to print."""
