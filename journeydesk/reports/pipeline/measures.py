"""The pipeline's measures: what the open deals are worth, what is expected of them, how many are won."""

from collections.abc import Mapping

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.deals import DealStages
from journeydesk.domain.settings.payments import RevenueIs
from journeydesk.reports.shared.shares import Share
from journeydesk.storage.reports.deal_worth import DealSum

SCALE = 10_000
"""What weighted sums are divided by: probabilities are ten-thousandths."""

MONTHS = {"a month": 1, "a year": 12, "once": 1}
"""By what Estimated Revenue is divided to be a month's."""


@dataclass(frozen=True, slots=True)
class StageWorth:
    """One stage of the pipeline: its deals, hundredths of the team's currency, and those weighted by probability."""

    number: int
    name: str
    count: int
    revenue: int
    expected: int

    @property
    def chance(self) -> float | None:
        """What is expected of what it is worth; None for nothing."""
        return self.expected / self.revenue if self.revenue else None


def expected_revenue(deals: DealSum) -> int:
    """Σ value × probability in hundredths, rounded once; a deal without a probability adds nothing (docs/rules.md, "Pipeline")."""
    return round(deals.weighted / SCALE)


def expected_mrr(deals: DealSum, revenue_is: RevenueIs) -> int:
    """Expected revenue as a month's: a year's is divided by twelve; what is paid once stays what it is."""
    return round(deals.weighted / (SCALE * MONTHS[revenue_is]))


def mean_probability(deals: DealSum) -> float | None:
    """The mean of the open deals' probabilities, of those that have one; None where none has."""
    return deals.probabilities / deals.with_probability / SCALE if deals.with_probability else None


def by_stage(deals: Mapping[int, DealSum], stages: DealStages) -> tuple[StageWorth, ...]:
    """Each open stage; what is expected adds up to what is expected of all, each rounded down or up to that end."""
    sums = [(number, deals.get(number, DealSum())) for number in stages.open]
    floors = [each.weighted // SCALE for _, each in sums]
    left = round(sum(each.weighted for _, each in sums) / SCALE) - sum(floors)
    most_cut = sorted(range(len(sums)), key=lambda place: (-(sums[place][1].weighted % SCALE), place))
    for place in most_cut[:left]:
        floors[place] += 1
    return tuple(
        StageWorth(number, stages.journey.stage(number).name, each.count, each.revenue, expected)
        for (number, each), expected in zip(sums, floors, strict=True)
    )


def win_rate(closed: Mapping[tuple[int, int], int], stages: DealStages) -> Share:
    """Won of all deals that left the pipeline for an end."""
    ended = [(target, count) for (source, target), count in closed.items() if source in stages.open]
    won = sum(count for target, count in ended if target in stages.won)
    return Share(won, won + sum(count for target, count in ended if target in stages.lost))
