"""The five figures of a week with those of the four weeks before, and the pace of the month."""

from collections.abc import Sequence
from datetime import date
from statistics import median

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.deals import DealStages
from journeydesk.domain.money import Money, converted, exponent
from journeydesk.domain.periods import Period, month_of
from journeydesk.reports.money.expectation import Expectation, expected_in
from journeydesk.reports.money.new_mrr import NewMrrForecast, forecast
from journeydesk.reports.pipeline.facts import PipelineFacts, facts_of
from journeydesk.reports.pipeline.movement import Movement, movement
from journeydesk.reports.report import Scope
from journeydesk.storage.reports.deal_worth import DealSum
from journeydesk.storage.reports.weekly import Moves
from journeydesk.storage.reports.weekly_read import DealWeek, WeeklyInputs, pace_days


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of the week, of the week before, and the median of the four weeks before; None where there is none."""

    now: float
    before: float | None
    median: float | None


def compared(values: Sequence[float]) -> Compared:
    """Of values by week, newest first."""
    earlier = list(values[1:])
    return Compared(values[0], earlier[0] if earlier else None, float(median(earlier)) if earlier else None)


@dataclass(frozen=True, slots=True)
class DealFigures:
    """The deals of this week and the ones before: what moved, and the moves between stages, newest first."""

    facts: PipelineFacts
    movements: tuple[Movement, ...]
    moves: tuple[Moves, ...]

    def count(self, kind: str) -> Compared:
        """How many changes of a kind."""
        return compared([each.of(kind).count for each in self.movements])

    @property
    def moved(self) -> Compared:
        """How many deals moved between open stages."""
        return compared([each.deals for each in self.moves])

    @property
    def pipeline(self) -> Compared:
        """What the open deals were worth at the end of each week, in hundredths."""
        return compared([each.closing[0] for each in self.movements])


def deal_figures(scope: Scope, inputs: WeeklyInputs) -> DealFigures | None:
    """None where the team has no deal journey."""
    if inputs.pipeline.deals is None:
        return None
    facts = facts_of(scope, inputs.pipeline.deals)
    return DealFigures(
        facts,
        chain(inputs.pipeline.deals.stages, facts.movement, inputs.weeks[1:]),
        tuple(week.moves for week in inputs.weeks),
    )


def chain(stages: DealStages, newest: Movement, earlier: Sequence[DealWeek]) -> tuple[Movement, ...]:
    """Each week's movement, newest first: what one began with is what the one before ended with."""
    movements = [newest]
    for week in earlier:
        amount, count = movements[-1].opening
        movements.append(movement(stages, DealSum(count, amount), week.touched))
    return tuple(movements)


@dataclass(frozen=True, slots=True)
class Pace:
    """New MRR of a month by the end of each day, in minor units of the team's currency, until the week's end or today; what the
    whole month is expected to come to, and its target."""

    month: Period
    days: tuple[date, ...]
    running: tuple[int, ...]
    expected: Expectation | None
    target: float

    @property
    def reached(self) -> float | None:
        """The share of the target that is there; None without a target."""
        return self.running[-1] / self.target if self.target and self.running else None

    @property
    def gone(self) -> float:
        """The share of the month that is over."""
        return len(self.days) / len(self.month.days())

    @property
    def ahead(self) -> bool | None:
        """Whether more is there than an even pace would have brought."""
        return None if self.reached is None else self.reached >= self.gone


def new_mrr_forecast(scope: Scope, inputs: WeeklyInputs) -> NewMrrForecast | None:
    """The weeks of new MRR and what was expected of them."""
    settings = scope.settings
    return forecast(inputs.pipeline.new_mrr, settings.payments.rates, settings.currency, inputs.today > scope.period.last)


def pace(scope: Scope, inputs: WeeklyInputs, weeks: NewMrrForecast | None) -> Pace | None:
    """The month in which the week ends; None where there is no subscription at all."""
    days = pace_days(scope.period, inputs.today)
    if weeks is None or not days:
        return None
    settings = scope.settings
    by_day: dict[int, list[Money]] = {}
    for place, currency, minor in inputs.new_by_day:
        if currency not in weeks.missing:
            by_day.setdefault(place, []).append(Money(minor, currency))
    running, total = [], 0
    for place in range(len(days)):
        whole = converted(by_day.get(place, []), settings.payments.rates, settings.currency)
        total += whole.minor if whole is not None else 0
        running.append(total)
    month = month_of(days[0])
    left = len(month.days()) - len(days)
    rest = expected_in(weeks.ended, left) if left else Expectation(0, 0, 0)
    expected = None if rest is None else Expectation(total + rest.low, total + rest.middle, total + rest.high)
    size = 10 ** exponent(settings.currency)
    return Pace(month, tuple(days), tuple(running), expected, settings.targets["new_mrr_month"] * size)
