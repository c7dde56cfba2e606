"""What is chosen in the funnel or on the map, told at the side: asked beside the window, closed by Esc."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from journeydesk.domain.words import figure, percent, tr
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.flows import Flows
from journeydesk.reports.blocks.moves import Flow, FlowStage
from journeydesk.reports.blocks.stages import StageLine
from journeydesk.services.context import Context
from journeydesk.services.reports import sides as report_sides
from journeydesk.services.reports.sides import Moved, Stopped
from journeydesk.ui.tabs.reports.page import ReportPage
from journeydesk.ui.tabs.reports.side import ReportSide, SideHead, head_of_flow
from journeydesk.ui.work import Background


class Siding(QObject):
    """Between the page and its side; `part` says whose figures are shown (a rep, a source). Emits `changed` as it opens and closes."""

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self, context: Context, page: ReportPage, side: ReportSide, part: Callable[[], tuple[str | None, str | None]]
    ) -> None:
        super().__init__(side)
        self._context, self._page, self._side, self._part = context, page, side, part
        self._work = Background(self)
        self._about: object = None
        page.chosen.connect(self.show)
        side.closed.connect(self.close)

    @property
    def busy(self) -> bool:
        """Whether what is told is still being asked for."""
        return self._work.busy("side")

    def close(self) -> bool:
        """Closes the side; whether it was open."""
        was_open = not self._side.isHidden()
        self._about = None
        self._side.hide()
        if was_open:
            self.changed.emit()
        return was_open

    def show(self, about: object) -> None:
        """Tells of a stage or a flow."""
        was_open = not self._side.isHidden()
        self._about = about
        if isinstance(about, StageLine):
            self._show_stage(about.number, about.name, about.still, about.left, about.is_last, about.behind)
        elif isinstance(about, FlowStage):
            last = about.reached == about.still + about.left
            self._show_stage(about.number, about.name, about.still, about.left, last, about.behind)
        elif isinstance(about, Flow):
            self._show_flow(about)
        if not was_open:
            self.changed.emit()

    def again(self) -> None:
        """After the figures changed: tells of the same stage or flow as it is now, or closes where it is gone."""
        if self._about is None:
            return
        about = next((each for each in self._choices() if _same(each, self._about)), None)
        if about is None:
            self.close()
        else:
            self.show(about)

    def _choices(self) -> list[object]:
        found: list[object] = []
        for chart in self._page.charts:
            block = chart.block
            found += [*getattr(block, "stages", ()), *getattr(block, "flows", ())]
        return found

    def _show_stage(self, number: int, name: str, still: int, left: int, is_last: bool, opened: Behind | None) -> None:
        stopped = _question(opened, "reached" if is_last else "stopped")
        reached = still + left if is_last else self._reached(number)
        share = percent((still + left) / reached) if reached >= 10 else figure(still + left)
        words = (
            tr("reached {stage}", stage=name)
            if is_last
            else tr("{share} of the {reached} who reached {stage}", share=share, reached=figure(reached), stage=name)
        )
        title = name if is_last else tr("Did not go on")
        self._side.show_head(SideHead(number, 0 if is_last else self._next(number), title, still + left, words, stopped))
        if stopped is not None:
            asked = _question(opened, "stopped")
            assert asked is not None
            self._ask(
                partial(report_sides.stopped, self._context, asked, *self._part()), partial(self._tell_stage, number, name)
            )

    def _tell_stage(self, number: int, name: str, told: Stopped) -> None:
        context = self._context
        self._side.show_stopped(told, number, name, context.settings.time_zone, context.today(), context.words)

    def _show_flow(self, flow: Flow) -> None:
        block = next(chart.block for chart in self._page.charts if isinstance(chart.block, Flows))
        reached = {stage.number: stage.reached for stage in block.stages}
        names = [(stage.number, stage.name) for stage in block.stages]
        self._side.show_head(head_of_flow(flow, names, reached[flow.source]))
        others = [each for each in block.flows if each.source == flow.source and each.target > each.source]
        onward = ""
        if len(others) > 1 and flow.target > flow.source:
            onward = tr(
                "{count} went on in all: {here} here",
                count=figure(sum(each.moves for each in others)),
                here=figure(flow.moves),
            )
        if flow.behind is not None:
            self._ask(
                partial(report_sides.moved, self._context, flow.behind, *self._part()), partial(self._tell_flow, flow, onward)
            )

    def _tell_flow(self, flow: Flow, onward: str, told: Moved) -> None:
        self._side.show_moved(told, flow, onward, self._context.settings.time_zone, self._context.today())

    def _ask(self, ask: Callable[[], object], tell: Callable[..., None]) -> None:
        self._work.run("side", ask, tell, lambda problem: self.failed.emit(str(problem)))

    def _stages(self) -> list[tuple[int, int]]:
        """The number of each stage shown and how many reached it, in order."""
        for chart in self._page.charts:
            stages = getattr(chart.block, "stages", None)
            if stages:
                return [(each.number, each.reached) for each in stages]
        return []

    def _reached(self, number: int) -> int:
        return dict(self._stages()).get(number, 0)

    def _next(self, number: int) -> int:
        numbers = [each for each, _ in self._stages()]
        place = numbers.index(number) + 1 if number in numbers else len(numbers)
        return numbers[place] if place < len(numbers) else 0


def _same(one: object, other: object) -> bool:
    if isinstance(one, Flow) and isinstance(other, Flow):
        return (one.source, one.target) == (other.source, other.target)
    return type(one) is type(other) and getattr(one, "number", None) == getattr(other, "number", 0)


def _question(opened: Behind | None, state: str) -> Behind | None:
    """The same stage's question about who reached it, or who did not go on."""
    return None if opened is None else report_sides.about(opened, state)
