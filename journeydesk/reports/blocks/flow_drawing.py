"""How flows are drawn: stages as bars, moves between them as bands and arcs, who left as falls."""

from collections.abc import Sequence

from journeydesk.domain.words import figure, tr
from journeydesk.reports.blocks.moves import Flow, FlowStage
from journeydesk.reports.drawing import Box, Drawing, Part, Stroke, Words, curve

_NODE = 16.0
_HEAD = 62.0
_ARCS = 92.0
_FOOT = 92.0
_FALL = 70.0
"""Room below the bars in which who left is seen to fall."""
_LEAST = 2.0
_BACK = (4.0, 3.0)
_LETTER = 6.0
"""About how wide a letter of a name is."""


def tall_enough(stages: Sequence[FlowStage], flows: Sequence[Flow], width: float, most: float) -> float:
    """The height up to `most` from which on the picture grows no more, for its falls are as wide as they may be."""
    board = _Board(stages, flows, width, most)
    reached = max((stage.reached for stage in stages), default=0)
    return min(most, board.top + reached * board.unit + _FALL + _FOOT)


class _Board:
    """Where everything is: one scale of moves for bars, bands and falls."""

    def __init__(self, stages: Sequence[FlowStage], flows: Sequence[Flow], width: float, height: float) -> None:
        self.drawing = Drawing(width, height)
        self.pitch = width / max(1, len(stages))
        arcs = any(flow.target != flow.source + 1 for flow in flows)
        self.top = _HEAD + (_ARCS if arcs else 12.0)
        self.ground = height - _FOOT
        most = max((stage.reached for stage in stages), default=0) or 1
        left = max((stage.left for stage in stages), default=0) or 1
        self.unit = min((self.ground - self.top - _FALL) / most, self.pitch * 0.42 / left)
        self.place = {stage.number: place for place, stage in enumerate(stages)}
        self.names = {stage.number: stage.name for stage in stages}

    def x(self, number: int) -> float:
        """The left edge of a stage's bar."""
        return self.pitch * self.place[number] + 6

    def thick(self, moves: int) -> float:
        """How wide so many moves are."""
        return max(_LEAST, moves * self.unit) if moves else 0.0


def draw_flows(stages: Sequence[FlowStage], flows: Sequence[Flow], width: float, height: float) -> Drawing:
    """The whole picture; stages and flows are its parts, in this order."""
    board = _Board(stages, flows, width, height)
    onward = {flow.source: flow for flow in flows if board.place[flow.target] == board.place[flow.source] + 1}
    for stage in stages:
        _draw_fall(board, stage)
    for flow in onward.values():
        _draw_band(board, flow)
    for stage in stages:
        _draw_stage(board, stage, onward.get(stage.number))
    others = [flow for flow in flows if flow is not onward.get(flow.source)]
    for flow in others:
        if board.place[flow.target] > board.place[flow.source]:
            _draw_skip(board, flow)
        else:
            _draw_back(board, flow)
    return board.drawing


def _draw_stage(board: _Board, stage: FlowStage, onward: Flow | None) -> None:
    drawing, x, ink = board.drawing, board.x(stage.number), f"stage-{stage.number}"
    tall = max(3.0, board.thick(stage.reached))
    drawing.add(Box(x, 0, 18, 18, ink, radius=3), Words(x + 9, 9, str(stage.number), "center", -2, 600, "on-stage"))
    drawing.add(Words(x + 24, 9, _fitted(stage.name, board.pitch - 20), step=-1, weight=600, room=board.pitch - 30))
    drawing.add(
        Words(x, 31, tr("{reached} reached", reached=figure(stage.reached)), step=-2, room=board.pitch - 6),
        Words(x, 47, stage.note, step=-2, ink="text3", room=board.pitch - 6),
    )
    drawing.add(Box(x, board.top, _NODE, tall, ink, radius=2))
    if stage.still:
        on = board.thick(onward.moves) if onward is not None else 0.0
        room = min(board.thick(stage.still), max(_LEAST, tall - on))
        drawing.add(Box(x + _NODE, board.top + on, 24, room, ink, 0.12, ink))
    y = drawing.height - 40
    drawing.add(Box(x, y, 12, 12, ink, 0.12, ink), Words(x + 18, y + 6, figure(stage.still), weight=600))
    drawing.add(Words(x + 18, y + 23, tr("here now"), step=-2, ink="text3"))
    said = tr(
        "{number} {name}: {reached} reached it, {still} are there now, {left} left",
        number=stage.number,
        name=stage.name,
        reached=figure(stage.reached),
        still=figure(stage.still),
        left=figure(stage.left),
    )
    drawing.parts.append(Part(x - 3, board.top - 3, _NODE + 6, tall + 6, said, stage.behind, stage))


def _fitted(name: str, room: float) -> str:
    """A name cut where the next stage's begins."""
    most = max(3, int(room / _LETTER))
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _said(board: _Board, flow: Flow, how: str) -> str:
    names = board.names
    return f"{names[flow.source]} → {names[flow.target]}: {figure(flow.moves)} {how}"


def _draw_band(board: _Board, flow: Flow) -> None:
    drawing, thick = board.drawing, board.thick(flow.moves)
    left, right = board.x(flow.source) + _NODE, board.x(flow.target)
    drawing.add(Box(left, board.top, right - left, thick, "line2", 0.75))
    middle = board.top + thick / 2 if thick >= 16 else board.top + thick + 9
    drawing.add(Words((left + right) / 2 + (0 if thick >= 16 else 16), middle, figure(flow.moves), "center", -1, 600))
    drawing.parts.append(
        Part(left, board.top, right - left, max(20.0, thick), _said(board, flow, tr("moved on")), flow.behind, flow)
    )


def _draw_fall(board: _Board, stage: FlowStage) -> None:
    if not stage.left:
        return
    drawing, thick = board.drawing, board.thick(stage.left)
    start = board.x(stage.number) + _NODE
    bottom = board.top + max(board.thick(stage.reached), thick)
    middle = start + board.pitch * 0.44
    out, near = middle + thick / 2, middle - thick / 2
    end = board.ground - 26
    upper = curve((start, bottom - thick), (out - 4, bottom - thick), (out, bottom - thick + 4), (out, bottom + 24))
    lower = curve((near, bottom + 24), (near, bottom + 6), (near - 6, bottom), (start, bottom))
    drawing.add(Stroke((*upper, (out, end), (near, end), *lower), fill="line", share=0.85))
    tip = ((middle - 6, end + 3), (middle + 6, end + 3), (middle, end + 9))
    drawing.add(Stroke(tip, fill="text3"), Words(middle, end + 21, figure(stage.left), "center", -1, 600))
    drawing.add(Words(middle, end + 36, tr("left"), "center", -2, ink="text3"))


def _draw_skip(board: _Board, flow: Flow) -> None:
    drawing = board.drawing
    start, end = board.x(flow.source) + _NODE / 2, board.x(flow.target) + _NODE / 2
    peak = _HEAD + 8
    pull = (end - start) * 0.2
    middle, top = (start + end) / 2, peak + 4
    rise = curve((start, board.top), (start + pull, board.top), (start + pull, top), (middle, top))
    fall = curve((middle, top), (end - pull, top), (end - pull, board.top), (end, board.top))
    drawing.add(Stroke((*rise, *fall), "text3", board.thick(flow.moves)))
    _draw_pill(board, middle, top, tr("{moves} skipped", moves=figure(flow.moves)), "text")
    drawing.parts.append(Part(middle - 40, top - 10, 80, 20, _said(board, flow, tr("skipped a stage")), flow.behind, flow))


def _draw_back(board: _Board, flow: Flow) -> None:
    drawing = board.drawing
    start, end = board.x(flow.source) + 3, board.x(flow.target) + _NODE - 3
    top = board.top - 32
    path = ((start, board.top), (start, top), (end, top), (end, board.top - 6))
    drawing.add(Stroke(path, "warn", min(6.0, board.thick(flow.moves)), _BACK))
    drawing.add(Stroke(((end - 5, board.top - 8), (end + 5, board.top - 8), (end, board.top - 1)), fill="warn"))
    middle = (start + end) / 2
    _draw_pill(board, middle, top, tr("{moves} back", moves=figure(flow.moves)), "warn")
    drawing.parts.append(Part(middle - 36, top - 10, 72, 20, _said(board, flow, tr("moved back")), flow.behind, flow))


def _draw_pill(board: _Board, middle: float, y: float, words: str, ink: str) -> None:
    width = 14 + 6.0 * len(words)
    board.drawing.add(Box(middle - width / 2, y - 9, width, 18, "base", 1.0, "line2" if ink == "text" else ink, 9))
    board.drawing.add(Words(middle, y, words, "center", -2, 500, ink))
