"""A prospect's score beside what the rules give, and whose score somebody set by hand (docs/rules.md, "Lead score")."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.score import Score
from journeydesk.services.context import Context
from journeydesk.services.evaluation.scoring import score_of
from journeydesk.storage.facts.scores import scored_by_hand
from journeydesk.storage.lists.prospect_page import prospect_page


@dataclass(frozen=True, slots=True)
class ScoreStanding:
    """The score that stands, whether somebody set it, and what the rules give with its reasons."""

    score: int | None
    by_hand: bool
    by_rules: Score


def score_standing(context: Context, prospect: RecordId) -> ScoreStanding:
    """A prospect's score."""
    with context.database.read() as connection:
        by_rules = score_of(context, connection, prospect)
        page = prospect_page(connection, prospect)
    return ScoreStanding(page.score if page else None, bool(page and page.score_by_hand), by_rules)


def set_by_hand(context: Context) -> list[RecordId]:
    """The living prospects whose score stands by hand; the rules leave these alone."""
    with context.database.read() as connection:
        return scored_by_hand(connection)
