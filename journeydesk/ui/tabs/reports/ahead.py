"""What is likely to be looked at next is read while nothing else is asked for: the periods beside the one shown, and the other reports."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import Period
from journeydesk.reports.report import PLAIN, AnySpec, Options
from journeydesk.services.context import Context
from journeydesk.services.queries.reports import read_ahead
from journeydesk.ui.work import Background

QUIET_MS = 400
"""How long nothing was asked for before it begins."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on screen: a report, its period, whose figures, and how."""

    spec: AnySpec
    period: Period
    owner: str | None
    options: Options


class ReadingAhead(QObject):
    """Reads one after the other, each in a pool thread, until something is asked for: `stop` ends it within a statement."""

    def __init__(self, context: Context, specs: Sequence[AnySpec], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._specs = specs
        self._work = Background(self)
        self._turn = 0
        self._next: Iterator[Shown] = iter(())
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether something is being read, or will be soon."""
        return self._quiet.isActive() or self._work.busy("ahead")

    def begin(self, shown: Shown) -> None:
        """Starts soon, with what is nearest to what is shown."""
        self._begin(self._beside(shown))

    def begin_with(self, shown: Shown) -> None:
        """Reads what will be shown first, and no more: whoever never opens reports shall not pay for all of them."""
        self._begin(iter((shown,)))

    def _begin(self, ahead: Iterator[Shown]) -> None:
        self.stop()
        self._next = ahead
        self._quiet.start()

    def stop(self) -> None:
        """Reads nothing more."""
        self._turn += 1
        self._quiet.stop()
        self._work.drop("ahead")

    def _beside(self, shown: Shown) -> Iterator[Shown]:
        today, spec = self._context.today(), shown.spec
        for period in (shown.period.previous(), shown.period.following()):
            if period.first <= today:
                yield Shown(spec, period, shown.owner, shown.options)
        for other in self._specs:
            if other.name != spec.name:
                yield Shown(other, period_for(other, spec, shown.period, self._context), shown.owner, PLAIN)

    def _go_on(self) -> None:
        ahead = next(self._next, None)
        if ahead is None:
            return
        turn = self._turn
        read = partial(
            read_ahead,
            self._context,
            ahead.spec,
            ahead.period,
            ahead.owner,
            ahead.options,
            lambda: self._turn != turn,
        )
        self._work.run("ahead", read, lambda _: self._go_on(), self._leave_it)

    def _leave_it(self, problem: JourneydeskError) -> None:
        """Who asks for that report will be told; nobody did yet."""


def period_for(spec: AnySpec, before: AnySpec, period: Period, context: Context) -> Period:
    """The period in which a report opens after another showed one."""
    if spec.cadence == before.cadence:
        return period
    today = spec.cadence.period_of(context.today())
    # What is always current opens on today; any other on the period in which one was.
    return today if today.is_day else spec.cadence.period_of(period.first)
