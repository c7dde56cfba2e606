"""What the parts of the pipeline report share: the movement, both ends, and how amounts are said."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings.payments import RevenueIs
from journeydesk.domain.time import moment_text
from journeydesk.domain.words import tr
from journeydesk.reports.behind import Behind, behind
from journeydesk.reports.money.amounts import stored_unit
from journeydesk.reports.pipeline.movement import Movement, movement, total
from journeydesk.reports.report import Scope
from journeydesk.reports.scale import Unit
from journeydesk.storage.reports.deal_worth import DealSum
from journeydesk.storage.reports.pipeline_read import Deals


@dataclass(frozen=True, slots=True)
class PipelineFacts:
    """The deals, all open ones at both ends of the week, and what moved between."""

    deals: Deals
    opening: DealSum
    closing: DealSum
    movement: Movement
    unit: Unit
    revenue_is: RevenueIs

    def worth_words(self, amount: int) -> str:
        """€20,880 a month, as the team enters revenue."""
        words = self.unit.words(amount)
        return words if self.revenue_is == "once" else f"{words} {REVENUE_WORDS[self.revenue_is]}"


REVENUE_WORDS = {"a month": tr("a month"), "a year": tr("a year"), "once": tr("once")}


def facts_of(scope: Scope, deals: Deals) -> PipelineFacts:
    """Computes what is shared."""
    closing = total(dict(deals.closing), deals.stages)
    return PipelineFacts(
        deals=deals,
        opening=total(dict(deals.opening), deals.stages),
        closing=closing,
        movement=movement(deals.stages, closing, deals.touched),
        unit=stored_unit(scope.settings.currency),
        revenue_is=scope.settings.payments.revenue_is,
    )


def standing(scope: Scope, facts: PipelineFacts, stages: tuple[int, ...], at_end: bool, words: str) -> Behind:
    """The deals that stood in some stages at an end of the week."""
    journey = facts.deals.stages
    moment = moment_text(scope.period.bounds(scope.settings.time_zone)[int(at_end)])
    numbers = str(list(stages))
    values = {"journey": journey.journey.name, "moment": moment, "names": journey.names(stages), "numbers": numbers}
    return behind("deals at", words, values)
