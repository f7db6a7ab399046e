"""The table of the preflight's rules is whole: each is in use, none is unknown."""

import re
from pathlib import Path

from printpress.rules import RULES

PREFLIGHT = Path(__file__).parents[2] / "src" / "printpress" / "preflight"


def words_in_use() -> set[str]:
    """Every quoted word that could be a rule's id."""
    sources = "".join(file.read_text("utf-8") for file in PREFLIGHT.rglob("*.py"))
    return set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', sources))


def test_every_rule_is_in_use():
    assert set(RULES) - words_in_use() == set()


def test_ids_are_words_and_texts_are_in_both_languages():
    for rule in RULES.values():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id)
        for words in (rule.what, rule.fix):
            assert words.en.isascii(), rule.id
            assert any(char >= "\u4e00" for char in words.zh), rule.id
            assert not words.en.endswith("."), rule.id


def test_every_rule_is_broken_once_in_the_tests():
    folder = Path(__file__).parent / "preflight"
    sources = "".join(file.read_text("utf-8") for file in folder.glob("test_*.py"))
    assert {rule for rule in RULES if f'"{rule}"' not in sources} == set()
