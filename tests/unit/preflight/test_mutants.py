"""Every rule has a file that breaks it alone, for every standard that asks for it."""

from tests.unit.preflight.test_expected import ISSUE
from tests.unit.preflight.test_newspaper import CASES, LIMITED
from tests.unit.preflight.test_rendered import NOT_INSTALLED, RENDERED
from tests.unit.preflight.test_structure import EDITED, RAW

from printpress.rules import ACCEPTABLE, RULES
from printpress.rules.record import BOTH_X

TABLED_APART = {"PDF/X-4": {"same-profile"}, "PDF/X-1a:2003": set()}
"""A test of its own: what breaks it breaks another rule for the other standard."""

LEAST = 45
"""Files that issue 5 asks for, of each standard."""

WITH_THEIR_STANDARD = [
    *((rule, standard) for rule, asked, _ in EDITED for standard in asked),
    *((rule, standard) for rule, standard, _ in RAW),
]
FOR_BOTH: list[tuple[object, ...]] = [
    *CASES,
    *LIMITED,
    *RENDERED,
    *NOT_INSTALLED,
    *ISSUE,
]


def broken(standard: str) -> list[str]:
    """The rules that single-fault files of a standard break, in their order."""
    own = [rule for rule, one in WITH_THEIR_STANDARD if one == standard]
    return own + [str(case[0]) for case in FOR_BOTH]


def test_every_rule_is_broken_by_a_file_of_its_own():
    for standard in BOTH_X:
        asked = {rule.id for rule in RULES.values() if rule.asked_by(standard)}
        assert asked - set(broken(standard)) == TABLED_APART[standard], standard


def test_there_are_as_many_files_as_the_issue_asks_for():
    for standard in BOTH_X:
        assert len(broken(standard)) > 2 * LEAST


def test_what_an_issue_may_accept_are_rules():
    assert set(ACCEPTABLE) <= set(RULES)
    assert len(set(ACCEPTABLE)) == len(ACCEPTABLE)
