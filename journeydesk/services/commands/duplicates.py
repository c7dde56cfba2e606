"""What a person says of two that look alike: the same, or not; kept for the whole team, and undone like anything else."""

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.base import start_action
from journeydesk.services.context import Context
from journeydesk.services.duplicates.finding import DIFFERENT, SAME
from journeydesk.storage.team import pair_decisions

_LABELS = {SAME: "{0} and {1} are the same", DIFFERENT: "{0} and {1} are different"}


def decide_pair(context: Context, one: RecordId, other: RecordId, said: str | None) -> None:
    """Two prospects are the `same` and wait to be merged, or `different` and are not asked about again; None asks again.

    Raises UserError where one of them is gone, or both are one.
    """
    if one == other:
        raise UserError("That is one prospect, named twice. Name two.")
    with start_action(context, "") as action:
        left, right = action.living(one), action.living(other)
        action.label = _LABELS.get(said or "", "{0} and {1} are asked about again").format(left.name, right.name)
        pair = pair_decisions.pair_of(left.key, right.key)
        action.changed(pair_decisions.decide(action.connection, pair, said, action.author))
        action.prospects |= {one, other}
