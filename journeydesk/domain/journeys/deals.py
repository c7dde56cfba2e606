"""Which stages of the deal journey are a pipeline: from where a lead is qualified until it is won or lost
(docs/rules.md, "Pipeline")."""

import json
from collections.abc import Iterable

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings import Journey, TeamSettings

JOURNEY = "Deal"
_WINNING = ("purchase_made", "payment_succeeded", "checkout_completed")


@dataclass(frozen=True, slots=True)
class DealStages:
    """The deal journey, its name as the log has it, and the numbers of its stages that are open, won and lost. A deal is in the
    pipeline while it stands in an open one; the first stage, where nobody has looked at the lead yet, is not one of them."""

    journey: Journey
    open: tuple[int, ...]
    won: frozenset[int]
    lost: frozenset[int]

    def names(self, numbers: Iterable[int]) -> str:
        """What these stages are called or were, as a JSON list."""
        stages = [self.journey.stage(number) for number in numbers]
        return json.dumps([name for stage in stages for name in (stage.name, stage.short, *stage.formerly)], ensure_ascii=False)

    @property
    def open_names(self) -> str:
        """What the open stages are called or were, as a JSON list."""
        return self.names(self.open)

    def number(self, stage: str | None) -> int:
        """The number of a stage by its name; 0 for none, and for a name that the journey does not have."""
        found = self.journey.find(stage) if stage else None
        return found.number if found is not None else 0


def deal_stages(settings: TeamSettings) -> DealStages | None:
    """The stages by the team's settings; None where it has no deal journey. Won is the end to which a payment moves it, or the first
    end where no payment moves it to one; every other end is lost."""
    journey = settings.journey(JOURNEY)
    if journey is None:
        return None
    going_on = [stage.number for stage in journey.stages if not stage.is_end]
    ends = [stage.number for stage in journey.stages if stage.is_end]
    moved = [stage for event in _WINNING for name, stage in settings.moves.get(event, ()) if name == journey.name]
    won = frozenset(number for number in ends if number in moved) or frozenset(ends[:1])
    return DealStages(journey, tuple(going_on[1:] or going_on), won, frozenset(ends) - won)
