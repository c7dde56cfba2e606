"""What a person does with an agent's proposal: edit, approve, reject with a reason, take back. Undo takes an approval back as well."""

from collections.abc import Mapping

from journeydesk.domain.agent.proposals import FIELDS, checked
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.agent.performing import perform, settled
from journeydesk.services.agent.showing import in_mark
from journeydesk.services.changes import Change
from journeydesk.services.commands.base import start_action
from journeydesk.services.context import Context
from journeydesk.services.last_changes import take_back_alone
from journeydesk.storage.agent import drafts
from journeydesk.storage.agent.drafts import APPROVED, REJECTED, WAITING, DraftRow
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.records import FieldChange
from journeydesk.storage.records.undo import PROPOSALS, step_numbered

_LONGEST_WHY = 500


def edit_proposal(context: Context, draft: int, values: Mapping[str, str], mark: str = ".") -> None:
    """Keeps what was typed so far, whatever it is; it is checked when it is approved. `mark` is the person's decimal mark."""
    values = {name: in_mark(context, name, text, mark, ".") if name in FIELDS else text for name, text in values.items()}
    with context.database.write() as connection:
        drafts.keep_values(connection, draft, values)


def approve_proposal(context: Context, draft: int) -> str:
    """Does what a proposal says, as it stands: one step to undo. Returns its label. Raises ValueRefused and UserError where it cannot
    be done, or was decided already; then nothing is changed."""
    with start_action(context, "") as action:
        row = _waiting(action.connection, draft)
        values = settled(context, row.tool, checked(row.tool, row.values()))
        action.label = perform(context, action, row.tool, row.prospect, values)
        action.changed([FieldChange(PROPOSALS, RecordId(draft), "state", WAITING, APPROVED)])
        decided = {"state": APPROVED, "decided_at": context.now(), "decided_by": context.actor, "why": None, "step": None}
        drafts.write(action.connection, draft, decided)
        connection = action.connection
        action.then = lambda step: drafts.write(connection, draft, {"step": step})
        action.kinds |= {"prospects", "positions", "alerts"}
    return action.label


def reject_proposal(context: Context, draft: int, reason: str) -> None:
    """Rejects a proposal; the agent may read the reason. Raises UserError."""
    if not reason.strip():
        raise ValueRefused("Reason", tr("Reason: say in a word why not."))
    with context.database.write() as connection:
        _waiting(connection, draft)
        decided = {"state": REJECTED, "decided_at": context.now(), "decided_by": context.actor}
        drafts.write(connection, draft, decided | {"why": reason.strip()[:_LONGEST_WHY]})
    context.publish(Change(frozenset({"proposals"})))


def take_back_proposal(context: Context, draft: int) -> str:
    """Puts a decided proposal back among those that wait, and takes what its approval wrote back: a step of its own to undo, and what
    somebody changed since stays. Returns a sentence. Raises UserError."""
    with context.database.read() as connection:
        row = drafts.one(connection, draft)
        known = row is not None and row.step is not None and step_numbered(connection, row.step) is not None
    if row is None or row.state not in (APPROVED, REJECTED):
        raise UserError(tr("This proposal waits for a decision already."))
    if row.state == REJECTED:
        with context.database.write() as connection:
            drafts.write(connection, draft, {"state": WAITING, "decided_at": None, "decided_by": None, "why": None})
        context.publish(Change(frozenset({"proposals"})))
    elif known and row.step is not None:
        take_back_alone(context, row.step, even_built_on=True)
    else:
        raise UserError(tr("This was approved too long ago to be taken back here. Change the records themselves."))
    return tr("Took a proposal back")


def _waiting(connection: Connection, draft: int) -> DraftRow:
    row = drafts.one(connection, draft)
    if row is None or row.state != WAITING:
        raise UserError(tr("This proposal is decided already. Take it back first to change it."))
    return row
