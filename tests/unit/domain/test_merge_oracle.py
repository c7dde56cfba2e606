"""The field merge against a table and a line merge written down a second time (docs/sync.md, "Field merge")."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.catalogue import PROSPECTS, TABLES, FieldSpec, FieldType
from journeydesk.domain.merge import Decision, Merged, join_both, join_texts, joinable, merge_field

STATUS, COMPANY, NOTES = (PROSPECTS.by_slug[slug] for slug in ("status", "company", "notes"))
EVERY_FIELD = [(table.slug, spec) for table in TABLES for spec in table.fields]

# base, mine, theirs: each letter is a value, - is an empty field.
TABLE = [
    ("---", Decision.NOTHING, "-"),
    ("AAA", Decision.NOTHING, "A"),
    ("ABB", Decision.AGREE, "B"),
    ("-BB", Decision.AGREE, "B"),
    ("A--", Decision.AGREE, "-"),
    ("AAB", Decision.TAKE, "B"),
    ("AA-", Decision.TAKE, "-"),
    ("--B", Decision.TAKE, "B"),
    ("ABA", Decision.PUSH, "B"),
    ("A-A", Decision.PUSH, "-"),
    ("-B-", Decision.PUSH, "B"),
    ("ABC", Decision.HOLD, "B"),
    ("AB-", Decision.HOLD, "B"),
    ("A-C", Decision.HOLD, "-"),
    ("-BC", Decision.HOLD, "B"),
]


def value(letter: str) -> str | None:
    return None if letter == "-" else letter


@pytest.mark.parametrize(("triple", "decision", "kept"), TABLE)
@pytest.mark.parametrize("spec", [STATUS, COMPANY], ids=lambda spec: spec.slug)
def test_a_field_of_one_line_follows_the_table(spec: FieldSpec, triple: str, decision: Decision, kept: str) -> None:
    assert merge_field(spec, *map(value, triple)) == Merged(decision, value(kept))


@pytest.mark.parametrize(("triple", "decision", "kept"), [row for row in TABLE if row[1] is not Decision.HOLD])
def test_a_long_text_edited_on_one_side_follows_the_same_table(triple: str, decision: Decision, kept: str) -> None:
    assert merge_field(NOTES, *map(value, triple)) == Merged(decision, value(kept))


@pytest.mark.parametrize("number", [0, 1, 1.5, True, ["rec1"], ["rec1", "rec2"]])
def test_a_value_of_any_kind_is_merged_by_being_equal(number: object) -> None:
    other: object = ["rec9"]
    assert merge_field(STATUS, number, number, other) == Merged(Decision.TAKE, other)  # type: ignore[arg-type]
    assert merge_field(STATUS, number, other, number) == Merged(Decision.PUSH, other)  # type: ignore[arg-type]
    assert merge_field(STATUS, None, other, number) == Merged(Decision.HOLD, other)  # type: ignore[arg-type]


@pytest.mark.parametrize(("table", "spec"), EVERY_FIELD, ids=lambda part: part if isinstance(part, str) else part.slug)
def test_only_long_texts_are_ever_joined_by_themselves(table: str, spec: FieldSpec) -> None:
    joined = merge_field(spec, "a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n")
    expected = Decision.JOIN if spec.type is FieldType.LONG_TEXT else Decision.HOLD
    assert joined.decision is expected
    assert joined.value == ("A\nb\nc\nD\n" if expected is Decision.JOIN else "A\nb\nc\nd\n")


@pytest.mark.parametrize(("table", "spec"), EVERY_FIELD, ids=lambda part: part if isinstance(part, str) else part.slug)
def test_both_are_kept_of_free_texts_never_of_a_key_or_an_owner(table: str, spec: FieldSpec) -> None:
    free = spec.type in (FieldType.TEXT, FieldType.LONG_TEXT)
    assert joinable(spec) is (free and spec.slug not in ("key", "owner"))


def test_a_join_that_leaves_nothing_is_an_empty_field() -> None:
    assert merge_field(NOTES, "a\nb\nc\n", "b\nc\n", "a\nb\n").value == "b\n"
    assert merge_field(NOTES, "a\nx\nc\n", "x\nc\n", "a\nx\n") == Merged(Decision.JOIN, "x\n")


def test_a_text_that_both_began_from_nothing_is_held() -> None:
    assert merge_field(NOTES, None, "mine\n", "theirs\n") == Merged(Decision.HOLD, "mine\n")


# Each line of the base is unique, so that an edit of a line is told apart from one of its neighbour.
CHANGES = st.lists(st.sampled_from(["keep", "change", "drop"]), min_size=1, max_size=9)


def apply(side: str, changes: Sequence[str]) -> str:
    lines = []
    for number, change in enumerate(changes):
        if change == "keep":
            lines.append(f"line {number}\n")
        elif change == "change":
            lines.append(f"{side} {number}\n")
    return "".join(lines)


def expected_join(mine: Sequence[str], theirs: Sequence[str]) -> str | None:
    """A merge by line: each line's edit is taken from who made it, and two that touch cannot be told in order."""
    edited = [[n for n, change in enumerate(side) if change != "keep"] for side in (mine, theirs)]
    if any(abs(a - b) <= 1 for a in edited[0] for b in edited[1]):
        return None
    lines = []
    for number, (ours, other) in enumerate(zip(mine, theirs, strict=True)):
        side, change = ("mine", ours) if ours != "keep" else ("theirs", other)
        if change != "drop":
            lines.append(f"line {number}\n" if change == "keep" else f"{side} {number}\n")
    return "".join(lines)


@given(st.data())
def test_edits_of_separate_lines_join_as_a_merge_by_line_does(data: st.DataObject) -> None:
    mine = data.draw(CHANGES)
    theirs = data.draw(st.lists(st.sampled_from(["keep", "change", "drop"]), min_size=len(mine), max_size=len(mine)))
    base = "".join(f"line {number}\n" for number in range(len(mine)))
    joined = join_texts(base, apply("mine", mine), apply("theirs", theirs))
    dropped_alike = any(ours == other == "drop" for ours, other in zip(mine, theirs, strict=True))
    if not dropped_alike:
        assert joined == expected_join(mine, theirs)


@given(st.data())
def test_a_join_does_not_depend_on_whose_side_is_whose(data: st.DataObject) -> None:
    lines = st.lists(st.sampled_from(["one\n", "two\n", "three\n", "four\n", "five"]), max_size=7).map("".join)
    base, mine, theirs = data.draw(lines), data.draw(lines), data.draw(lines)
    assert join_texts(base, mine, theirs) == join_texts(base, theirs, mine)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "joined"),
    [
        ("a\nb\nc\n", "a\nb\nc\nd\n", "0\na\nb\nc\n", "0\na\nb\nc\nd\n"),
        ("a\nb\nc\n", "a\nb\nc\nd\n", "a\nb\nc\ne\n", None),
        ("a\nb\nc\n", "a\nx\nb\nc\n", "a\nb\ny\nc\n", "a\nx\nb\ny\nc\n"),
        ("a\nb\nc\n", "a\nx\nb\nc\n", "a\ny\nb\nc\n", None),
        ("a\nb\nc\n", "a\nx\nb\nc\n", "a\nx\nb\nc\n", "a\nx\nb\nc\n"),
        ("a\nb\nc\nd\n", "x\nb\nc\nd\n", "x\nb\nc\ny\n", "x\nb\nc\ny\n"),
        ("a\nb\n", "x\nb\n", "a\ny\n", None),
        ("a\nb\nc\n", "x\nb\nc\n", "a\nb\ny\n", "x\nb\ny\n"),
        ("a\nb\nc\n", "c\n", "a\nb\n", None),
        ("", "a\n", "", "a\n"),
        ("a", "a\nb", "a", "a\nb"),
        ("a\nb\nc\nd\ne\n", "A\nb\nC\nd\ne\n", "a\nb\nc\nd\nE\n", "A\nb\nC\nd\nE\n"),
        ("a\nb\nc\nd\ne\n", "A\nb\nc\nd\nE\n", "a\nb\nC\nd\ne\n", "A\nb\nC\nd\nE\n"),
        ("a\nb\nc\nd\ne\n", "", "a\nb\nc\nd\nE\n", None),
    ],
)
def test_line_edits_join_where_none_touches_the_other(base: str, mine: str, theirs: str, joined: str | None) -> None:
    assert join_texts(base, mine, theirs) == joined


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("Call back on Monday", "Call back", "Call back on Monday"),
        ("Call back", "Call back on Monday", "Call back on Monday"),
        ("same", "same", "same"),
        ("ours", "theirs", "ours\ntheirs"),
        ("ours \n\n", "\n  theirs", "ours\ntheirs"),
    ],
)
def test_who_keeps_both_gets_ours_above_theirs(mine: str, theirs: str, both: str) -> None:
    assert join_both(mine, theirs) == both


@given(st.text(max_size=12), st.text(max_size=12))
def test_both_texts_stand_in_what_keeps_both(mine: str, theirs: str) -> None:
    both = join_both(mine, theirs)
    assert mine.rstrip() in both
    assert theirs.lstrip() in both
