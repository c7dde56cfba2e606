"""New MRR by week, what was expected of it, and what the next month will bring (docs/rules.md, "Forecast")."""

from collections.abc import Mapping
from decimal import Decimal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.money import Money, converted
from journeydesk.domain.periods import Period
from journeydesk.domain.words import tr
from journeydesk.reports.blocks.forecast import Expected, Forecast
from journeydesk.reports.money.amounts import capital, count_words, minor_unit
from journeydesk.reports.money.expectation import Expectation, back_tested, expected_in
from journeydesk.storage.reports.pipeline_read import NewMrr

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class NewMrrForecast:
    """Weeks with what came (minor units of the team's currency) and what was expected on their Mondays; `missing` are the currencies
    without a rate, which are in neither. The last week is the report's own, and `over` says whether it has ended."""

    currency: str
    weeks: tuple[Period, ...]
    amounts: tuple[int, ...]
    expected: tuple[Expectation | None, ...]
    missing: tuple[str, ...]
    over: bool

    @property
    def ended(self) -> tuple[int, ...]:
        """The amounts of the weeks that have ended."""
        return self.amounts if self.over else self.amounts[:-1]

    def in_month(self, month: Period) -> Expectation | None:
        """What a month will bring, by the weeks that have ended; None while there were too few."""
        return expected_in(self.ended, len(month.days()))

    @property
    def covered(self) -> tuple[int, int]:
        """How many of the weeks that had a forecast landed inside it, and how many there were."""
        judged = [each.holds(amount) for each, amount in zip(self.expected, self.ended, strict=False) if each is not None]
        return sum(judged), len(judged)


def forecast(read: NewMrr | None, rates: Mapping[str, Decimal], currency: str, today_is_after: bool) -> NewMrrForecast | None:
    """The weeks of the mirror in the team's currency; None where there is no subscription. `today_is_after`: the last week is over."""
    if read is None:
        return None
    missing = sorted({code for week in read.amounts for code, _ in week if code != currency and code not in rates})
    amounts = []
    for week in read.amounts:
        whole = converted([Money(minor, code) for code, minor in week if code not in missing], rates, currency)
        assert whole is not None
        amounts.append(whole.minor)
    ended = amounts if today_is_after else amounts[:-1]
    expected = back_tested(ended)[: len(amounts)]
    return NewMrrForecast(currency, read.weeks, tuple(amounts), tuple(expected), tuple(missing), today_is_after)


def forecast_block(figures: NewMrrForecast | None) -> Forecast:
    """The last eight weeks' forecast beside what came."""
    points = []
    if figures is not None:
        for place in range(max(0, len(figures.weeks) - _SHOWN), len(figures.weeks)):
            expected = figures.expected[place]
            if expected is not None:
                came = figures.amounts[place] if figures.over or place < len(figures.weeks) - 1 else None
                label = f"W{figures.weeks[place].number}"
                low, middle, high = (round(value) for value in (expected.low, expected.middle, expected.high))
                points.append(Expected(label, low, middle, high, came))
    judged = [point for point in points if point.actual is not None]
    inside, weeks = sum(point.inside for point in judged), len(judged)
    title = (
        tr(
            "{inside} of the last {weeks} weeks landed inside the forecast",
            inside=capital(count_words(inside)),
            weeks=count_words(weeks),
        )
        if judged
        else tr("There are too few weeks for a forecast")
    )
    return Forecast(
        title=title,
        note=tr("New MRR a week, forecast on Monday against actual"),
        part="Forecast",
        points=tuple(points),
        unit=minor_unit(figures.currency if figures is not None else "EUR"),
        over=tr("Week"),
    )
