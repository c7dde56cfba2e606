"""Which cards of a board are shown, and in which order."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr

ORDERS: tuple[tuple[str, str], ...] = (
    ("urgent", tr("alert and follow-up")),
    ("value", tr("highest value")),
    ("score", tr("highest score")),
    ("days", tr("longest in stage")),
    ("name", tr("company")),
)
"""Each order's name with its words."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A journey; whose cards ("" for nobody's, None for all), from which score on, in which order, and whether only those that are over
    the limit of their stage."""

    journey: str
    owner: str | None = None
    min_score: int | None = None
    order: str = "urgent"
    only_over: bool = False
