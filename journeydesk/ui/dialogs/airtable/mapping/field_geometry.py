"""Where the parts of a field's line lie, in pixels: the painter, the mouse and the keyboard ask the same."""

from typing import NamedTuple

from PySide6.QtCore import QRect

from journeydesk.ui.dialogs.airtable.mapping.field_lines import FieldLine, Line, OptionLine, Part

FIELD_HEIGHT, OPTION_HEIGHT = 33, 32
_PAD, _EDGE, _NARROW = 7, 12, 440
_STAGE = 164
"""What the longest stage of ours takes in its chooser."""
_PAIRS_FROM = 760


class Columns(NamedTuple):
    """Where the chooser begins and ends, and where the state begins, from the left of the list."""

    chooser: int
    chooser_end: int
    state: int


def options_across(width: int) -> int:
    """How many options stand beside each other in a list of this width."""
    return 2 if width >= _PAIRS_FROM else 1


def columns(width: int) -> Columns:
    """The columns of a list of this width."""
    return Columns(int(width * 0.217), int(width * 0.617), int(width * 0.639))


def height_of(line: Line) -> int:
    """How high a line is."""
    if not isinstance(line, OptionLine):
        return FIELD_HEIGHT
    return OPTION_HEIGHT + _PAD * (line.is_first + line.is_last)


def option_rect(line: OptionLine, rect: QRect, place: int) -> QRect:
    """The part of the line that the first or second option has, without the space around its options."""
    half = rect.width() if line.is_alone else rect.width() // 2
    top = rect.top() + (_PAD if line.is_first else 0)
    return QRect(rect.left() + place * (half - 6), top, half, OPTION_HEIGHT)


def option_chooser(half: QRect) -> QRect:
    """Where the chooser of an option lies in its half."""
    start, share = (0.425, 0.303) if half.width() >= _NARROW else (0.42, 0.38)
    wide = max(int(half.width() * share), min(_STAGE, half.width() // 2))
    return QRect(half.left() + int(half.width() * start), half.top() + 3, wide, OPTION_HEIGHT - 6)


def option_start(half: QRect) -> int:
    """Where their word for an option begins."""
    return half.left() + (34 if half.width() >= _NARROW else 12)


def part_rect(line: Line, rect: QRect, part: Part, action_width: int) -> QRect:
    """Where a part of the line lies."""
    if isinstance(line, OptionLine):
        return option_chooser(option_rect(line, rect, 0 if part is Part.FIRST else 1))
    if not isinstance(line, FieldLine):
        return QRect(rect.left() + 6, rect.top() + 4, 22, rect.height() - 8)
    at = columns(rect.width())
    inner = rect.adjusted(0, 3, 0, -4)
    if part is Part.CHOOSER:
        return QRect(rect.left() + at.chooser, inner.top(), at.chooser_end - at.chooser, inner.height())
    fold = QRect(rect.right() - _EDGE - 20, inner.top(), 22, inner.height())
    if part is Part.FOLD:
        return fold
    right = fold.left() - 4 if line.field.options else rect.right() - _EDGE
    return QRect(right - action_width, inner.top() + 1, action_width, inner.height() - 2)
