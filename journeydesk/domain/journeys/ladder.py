"""The ladder of a journey: the stages that prospects climb, without the ends that mean that they were lost."""

from journeydesk.domain.settings import Journey, Stage
from journeydesk.domain.statuses import LOST

_LOST_WORDS = ("lost", "churned", "exhausted", "rejected", "verloren", "perdu", "perdido")


def losing_stages(journey: Journey) -> tuple[Stage, ...]:
    """The ends that are a loss: by their name, and where none of several ends has such a name, the last of them."""
    ends = [stage for stage in journey.stages if stage.is_end]
    named = tuple(stage for stage in ends if any(_is_loss(name) for name in (stage.name, *stage.formerly)))
    return named or tuple(ends[1:][-1:])


def winning_stage(journey: Journey) -> Stage | None:
    """The end that is no loss; None where the journey has no such end."""
    losses = losing_stages(journey)
    return next((stage for stage in journey.stages if stage.is_end and stage not in losses), None)


def ladder(journey: Journey) -> tuple[Stage, ...]:
    """The stages in order, those that are a loss left out: who reached one of them passed those before it."""
    losses = losing_stages(journey)
    return tuple(stage for stage in journey.stages if stage not in losses)


def _is_loss(name: str) -> bool:
    words = name.casefold()
    return name in LOST or any(word in words for word in _LOST_WORDS)
