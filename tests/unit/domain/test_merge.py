"""Three-way merge, by value (docs/sync.md, "Field merge")."""

from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.merge import Decision, join_texts, merge_field
from journeydesk.sync.plan import plan_record, too_many_gone

VALUES = st.sampled_from([None, "New", "Accepted", "Active"])
LINES = st.lists(st.sampled_from(["one\n", "two\n", "three\n", "four\n"]), max_size=6).map("".join)
STATUS, NOTES = PROSPECTS.by_slug["status"], PROSPECTS.by_slug["notes"]


@given(VALUES, VALUES, VALUES)
def test_every_triple_has_a_decision_and_nothing_typed_is_overwritten(
    base: str | None, mine: str | None, theirs: str | None
) -> None:
    merged = merge_field(STATUS, base, mine, theirs)
    if mine not in (base, theirs):
        assert merged.value == mine
        assert merged.decision in (Decision.PUSH, Decision.HOLD)
    if mine == base:
        assert merged.value == theirs


@given(LINES, LINES)
def test_an_edit_on_one_side_only_joins_to_that_side(base: str, edited: str) -> None:
    assert join_texts(base, edited, base) == edited
    assert join_texts(base, base, edited) == edited


@given(LINES, LINES)
def test_the_same_edit_on_both_sides_joins_to_it(base: str, edited: str) -> None:
    assert join_texts(base, edited, edited) == edited


def test_edits_of_lines_apart_are_both_kept() -> None:
    assert join_texts("a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n") == "A\nb\nc\nD\n"


def test_edits_of_the_same_line_are_held() -> None:
    assert join_texts("a\n", "b\n", "c\n") is None
    assert merge_field(NOTES, "a", "b", "c").decision is Decision.HOLD


def test_a_held_field_keeps_its_base_and_all_others_flow() -> None:
    base = {"status": "New", "owner": "Amaia", "phone": "1"}
    mine = base | {"status": "Active", "phone": "2"}
    plan = plan_record(PROSPECTS, PROSPECTS.by_slug.keys(), base, mine, base | {"status": "Accepted", "owner": "Tomasz"})
    assert plan.hold == {"status": ("Active", "Accepted")}
    assert plan.take == {"owner": "Tomasz"}
    assert plan.push == {"phone": "2"}
    assert plan.base["status"] == "New"


def test_a_field_gone_from_the_remote_keeps_its_base_and_is_not_sent() -> None:
    base = {"phone": "1", "owner": "Amaia"}
    plan = plan_record(PROSPECTS, {"owner"}, base, base | {"phone": "2"}, {"owner": "Amaia"})
    assert (plan.take, plan.push, plan.hold, plan.base) == ({}, {}, {}, base)


def test_a_person_is_asked_when_more_than_ten_and_a_fifth_vanish() -> None:
    assert [too_many_gone(10, 20), too_many_gone(11, 20), too_many_gone(11, 100), too_many_gone(21, 100)] == [
        False,
        True,
        False,
        True,
    ]
