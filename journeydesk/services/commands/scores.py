"""Setting scores by hand, handing them back to the rules, and scoring everybody again (docs/rules.md, "Lead score")."""

from collections.abc import Sequence

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.score import LARGEST
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.commands.base import start_action
from journeydesk.services.context import Context
from journeydesk.services.evaluation.scoring import score_of
from journeydesk.services.evaluation.when_asked import evaluate_within


def set_score(context: Context, prospect: RecordId, score: int) -> None:
    """Sets a score by hand: it wins over the rules until it is handed back. Raises ValueRefused outside 0 to 50."""
    if not 0 <= score <= LARGEST:
        raise ValueRefused(
            "Priority Score", tr("Priority Score: {score} is out of range. Give 0 to {largest}.", score=score, largest=LARGEST)
        )
    with start_action(context, tr("Set a score of {score} by hand", score=score)) as action:
        action.update("prospects", prospect, {"score": score})
        action.prospects.add(prospect)
        evaluate_within(context, action.connection, [prospect])


def hand_back(context: Context, prospects: Sequence[RecordId]) -> None:
    """Gives the scores of these back to the rules, as one step."""
    with start_action(
        context, tr("Handed {scores} back to the rules", scores=tr_count("{count} score", "{count} scores", len(prospects)))
    ) as action:
        for prospect in prospects:
            total = score_of(context, action.connection, prospect).total
            action.update("prospects", prospect, {"score": total})
            action.prospects.add(prospect)
        evaluate_within(context, action.connection, prospects)
