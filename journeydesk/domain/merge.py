"""Three-way merge of one field, by value and never by clock (docs/sync.md, "Field merge")."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import Enum

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.values import Wire


class Decision(Enum):
    """What becomes of a field."""

    NOTHING = "nothing"
    PUSH = "push"
    TAKE = "take"
    AGREE = "agree"
    JOIN = "join"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Merged:
    """The decision, and the value that is ours after it (canonical wire form)."""

    decision: Decision
    value: Wire


def merge_field(spec: FieldSpec, base: Wire, mine: Wire, theirs: Wire) -> Merged:
    """The merge table of docs/sync.md, "Field merge"; all values are canonical. Total: every triple has a decision."""
    if mine == theirs:
        return Merged(Decision.NOTHING if mine == base else Decision.AGREE, mine)
    if mine == base:
        return Merged(Decision.TAKE, theirs)
    if theirs == base:
        return Merged(Decision.PUSH, mine)
    if spec.type is FieldType.LONG_TEXT:
        joined = join_texts(_text(base), _text(mine), _text(theirs))
        if joined is not None:
            return Merged(Decision.JOIN, joined or None)
    return Merged(Decision.HOLD, mine)


def _text(value: Wire) -> str:
    return value if isinstance(value, str) else ""


_ONE_ONLY = frozenset({"key", "owner"})


def joinable(spec: FieldSpec) -> bool:
    """Whether two values of a field can both be kept in one: free text only; numbers, dates and stages are never merged, and nothing
    has two keys or two owners."""
    return spec.type in (FieldType.TEXT, FieldType.LONG_TEXT) and spec.slug not in _ONE_ONLY


def join_both(mine: str, theirs: str) -> str:
    """Both texts, for a person who wants to keep both: the one that holds the other, else ours above theirs."""
    if theirs in mine:
        return mine
    if mine in theirs:
        return theirs
    return f"{mine.rstrip()}\n{theirs.lstrip()}"


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    lines: tuple[str, ...]


def _edits(base: Sequence[str], other: Sequence[str]) -> list[_Edit]:
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    return [_Edit(i, j, tuple(other[k:m])) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]


def join_texts(base: str, mine: str, theirs: str) -> str | None:
    """Both sides' line edits applied to the base, or None where they touch the same or neighbouring lines."""
    lines = base.splitlines(keepends=True)
    edits = [(e, 0) for e in _edits(lines, mine.splitlines(keepends=True))]
    edits += [(e, 1) for e in _edits(lines, theirs.splitlines(keepends=True))]
    edits.sort(key=lambda item: (item[0].start, item[0].end))
    kept: list[_Edit] = []
    sides: list[int] = []
    for edit, side in edits:
        if kept and edit == kept[-1]:
            continue
        # Edits that touch have no order of their own; choosing one would be guessing.
        if kept and side != sides[-1] and edit.start <= kept[-1].end:
            return None
        kept.append(edit)
        sides.append(side)
    for edit in reversed(kept):
        lines[edit.start : edit.end] = edit.lines
    return "".join(lines)
