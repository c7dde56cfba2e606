"""How a board is drawn: a column for each group, a card for each measure, its course at the right."""

from collections.abc import Sequence

from journeydesk.domain.words import tr
from journeydesk.reports.blocks.cards import Card, Group
from journeydesk.reports.blocks.tiles import MISSED, State
from journeydesk.reports.drawing import Box, Dot, Drawing, Part, Stroke, Words

_GAP = 14.0
_HEAD = 40.0
_PAD = 14.0
_COURSE_WIDE = 0.36
_ROOMY = 340.0
"""Below this width the change stands under the goals, not beside them."""
_LETTER = 6.6
_FIGURE = {9: 15.0, 3: 10.0}
"""About how wide a letter of the small text is, and a digit of the value by its size; a point or comma is half as wide."""
_STATES: dict[State, tuple[str, str]] = {
    "On target": ("ok", tr("On target")),
    "Close": ("warn", tr("Close", meaning="near the target")),
    "Below": ("danger", tr("Below")),
    "Over": ("danger", tr("Over")),
    "No data": ("text3", tr("No data")),
}
"""The ink and the word of each state."""


def draw_board(groups: Sequence[Group], width: float, height: float) -> Drawing:
    """The whole board; its cards are the parts, group by group."""
    drawing = Drawing(width, height)
    wide = (width - _GAP * (len(groups) - 1)) / max(1, len(groups))
    rows = max((len(group.cards) for group in groups), default=1)
    tall = (height - _HEAD - 1) / max(1, rows)
    for place, group in enumerate(groups):
        x = place * (wide + _GAP)
        drawing.add(Box(x, 0.5, wide, _HEAD + tall * rows, "base", edge="line2", radius=5))
        drawing.add(Box(x + 1, 1.5, wide - 2, _HEAD - 2, "line", 0.5, radius=4))
        counts = _draw_counts(drawing, group, x + wide - _PAD)
        drawing.add(Words(x + _PAD, _HEAD / 2, group.name, weight=600, room=counts - x - _PAD - _GAP / 2))
        for row, card in enumerate(group.cards):
            top = _HEAD + row * tall
            drawing.add(Stroke(((x, top), (x + wide, top)), "line2"))
            _draw_card(drawing, card, x, top, wide, tall)
    return drawing


def _draw_counts(drawing: Drawing, group: Group, right: float) -> float:
    """How many are in each state, from the right; returns where they begin."""
    left = right
    counts = group.counts()
    for state in ("Below", "Close", "On target"):
        count = counts[state]
        if count:
            words = f"{count}"
            drawing.add(Words(right, _HEAD / 2, words, "right", -1, 600, _STATES[state][0]))
            left = right - 7.5 * len(words) - 15
            mark(drawing, state, left + 6, _HEAD / 2)
            right -= 33
    return left


def _draw_card(drawing: Drawing, card: Card, x: float, top: float, wide: float, tall: float) -> None:
    ink, word = _STATES[card.state]
    # The change stands beside the goal where both have room there.
    beside_goal = _LETTER * (len(card.goal_words) + len(card.change)) + 3 * _PAD
    narrow = wide < max(_ROOMY, beside_goal)
    middle = top + tall / 2
    y = middle - (46 if narrow else 39)
    course = wide * _COURSE_WIDE
    left = x + wide - _PAD - course
    size = 9 if len(card.words) < 8 else 3
    beside = x + _PAD + _FIGURE[size] * (len(card.words) - sum(map(card.words.count, ".,")) / 2) + 10
    has_room = beside + _LETTER * len(card.of) < left
    drawing.add(Words(x + _PAD, y, card.title), Words(x + _PAD, y + 24, card.words, step=size, weight=600))
    if has_room:
        drawing.add(Words(beside, y + 26, card.of, step=-1, ink="text2"))
    mark(drawing, card.state, x + _PAD + 6, y + 50)
    drawing.add(Words(x + _PAD + 18, y + 50, word, step=-1, weight=600, ink=ink))
    if card.of and not has_room:
        drawing.add(Words(x + _PAD + 24 + _LETTER * len(word), y + 50, f"· {card.of}", step=-1, ink="text2"))
    drawing.add(Words(x + _PAD, y + 68, card.goal_words, step=-1, ink="text2"))
    _draw_course(drawing, card, left, y + (15 if narrow else 12), course, 24 if narrow else 37)
    if narrow:
        drawing.add(Words(x + _PAD, y + 85, card.change, step=-1, ink="text2"))
    else:
        drawing.add(Words(x + wide - _PAD, y + 68, card.change, "right", -1, ink="text2"))
    drawing.parts.append(Part(x + 1, top + 1, wide - 2, tall - 2, card.said, card.behind))


def _draw_course(drawing: Drawing, card: Card, left: float, top: float, wide: float, tall: float) -> None:
    """The last twelve weeks, or months, with must as a thin line and target as a dashed one."""
    known = [value for value in card.course if value is not None]
    if not known:
        return
    low, high = min([*known, card.must, card.target]), max([*known, card.must, card.target])
    if max(known) > 4 * max(card.must, card.target, 1e-9) or min(known) < -1e9:
        # Goals far below what is reached would press the course flat: it is drawn alone then.
        low, high = min(known), max(known)
    span = (high - low) or 1.0

    def y(value: float) -> float:
        return top + tall - (value - low) / span * tall

    if low <= card.must <= high:
        drawing.add(Stroke(((left, y(card.must)), (left + wide, y(card.must))), "line2", 1.2))
    if low <= card.target <= high:
        drawing.add(Stroke(((left, y(card.target)), (left + wide, y(card.target))), "text2", 1, (4, 3)))
    step = wide / max(1, len(card.course) - 1)
    run: list[tuple[float, float]] = []
    for place, value in enumerate((*card.course, None)):
        if value is not None:
            run.append((left + step * place, y(value)))
        elif run:
            if len(run) > 1:
                drawing.add(Stroke(tuple(run), "text2", 1.5))
            last, run = run[-1], []
            if place >= len(card.course):
                drawing.add(Dot(*last, 3, "text2"))


def mark(drawing: Drawing, state: State, x: float, y: float) -> None:
    """The state's own shape, told apart without colour: a circle with a tick, a triangle, a square with a cross, a dash."""
    ink = _STATES[state][0]
    if state == "On target":
        drawing.add(Dot(x, y, 6, "base", ink))
        drawing.add(Stroke(((x - 3, y), (x - 0.8, y + 2.4), (x + 3, y - 2.4)), ink, 1.4))
    elif state == "Close":
        drawing.add(Stroke(((x, y - 6), (x + 6.5, y + 5.5), (x - 6.5, y + 5.5), (x, y - 6)), ink, 1.3))
        drawing.add(Stroke(((x, y - 2), (x, y + 1.6)), ink, 1.4), Dot(x, y + 3.6, 0.8, ink))
    elif state in MISSED:
        drawing.add(Box(x - 6, y - 6, 12, 12, "base", edge=ink, radius=2))
        drawing.add(
            Stroke(((x - 2.6, y - 2.6), (x + 2.6, y + 2.6)), ink, 1.4),
            Stroke(((x - 2.6, y + 2.6), (x + 2.6, y - 2.6)), ink, 1.4),
        )
    else:
        drawing.add(Stroke(((x - 5, y), (x + 5, y)), ink, 1.4))
