"""The chooser by itself: widths in, breaks out."""

from printpress.makeup.headbreak import Breakable, Joint, best_breaking


def copy_of(length, *joints, least=0):
    places = tuple(j if isinstance(j, Joint) else Joint(j) for j in joints)
    return Breakable(length, places, lambda start, end: end - start, least)


def breaks(copy, lines, room=100):
    found = best_breaking(copy, lines, room)
    return found and found.breaks


def test_one_line_has_no_break():
    assert breaks(copy_of(9, 4, 6), 1) == ()


def test_the_joint_that_leaves_even_lines_is_taken_not_all_of_them():
    assert breaks(copy_of(20, 3, 9, 17), 2) == (9,)


def test_of_two_alike_the_upper_line_is_the_longer():
    assert breaks(copy_of(9, 4, 5), 2) == (5,)


def test_what_costs_more_than_evenness_gains_is_left():
    assert breaks(copy_of(20, Joint(8), Joint(10, cost=100)), 2) == (8,)
    assert breaks(copy_of(20, Joint(8), Joint(10, cost=60)), 2) == (10,)


def test_a_forced_joint_is_always_broken():
    forced = Joint(2, forced=True)
    assert breaks(copy_of(20, forced, 10, 12), 2) == (2,)
    assert breaks(copy_of(20, forced, 10, 12), 3) == (2, 12)
    assert breaks(copy_of(20, forced, 10, 12), 1) is None


def test_no_line_is_wider_than_the_room():
    assert breaks(copy_of(20, 5, 10, 14), 2, room=12) == (10,)
    assert breaks(copy_of(20, 5, 14), 2, room=12) is None
    assert breaks(copy_of(20, 5, 14), 3, room=12) == (5, 14)


def test_more_lines_than_places_cannot_be():
    assert breaks(copy_of(20, 10), 3) is None


def test_a_line_that_looks_left_over_is_avoided():
    places = Joint(2), Joint(6, cost=800)
    assert breaks(copy_of(10, *places), 2) == (2,)
    assert breaks(copy_of(10, *places, least=3), 2) == (6,)
