"""The answers to the next-step gate (docs/interface.md, "Next-step gate"): what comes next and when, or why nothing does."""

from datetime import date

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId, uuid7
from journeydesk.domain.next_step import NO_STEP, NoStep, Step
from journeydesk.domain.time import moment_text
from journeydesk.domain.values import Stored
from journeydesk.services.commands.base import Action, action
from journeydesk.services.commands.prospects import put_task
from journeydesk.services.commands.tasks import ask_rules
from journeydesk.services.context import Context
from journeydesk.storage.lists import next_steps
from journeydesk.storage.records import records


def answer_gate(context: Context, prospect: RecordId, answer: Step | NoStep) -> None:
    """Plans the next step, or keeps the reason why there is none; both stand with the last touchpoint, where the team reads it."""
    if isinstance(answer, NoStep):
        _close(context, prospect, answer.reason)
    else:
        _plan(context, prospect, answer)


def _plan(context: Context, prospect: RecordId, step: Step) -> None:
    with action(context, "") as doing:
        doing.label = f"Planned the next step with {_name(doing, prospect)}"
        _write(doing, prospect, {"next_follow_up": step.due.day.isoformat()})
        if step.due.moment is not None:
            # A follow-up is a day; the hour needs a task.
            put_task(context, doing, prospect, step.title, moment_text(step.due.moment))
        _note(doing, prospect, f"{step.title}, {_day(step.due.day)}")
        ask_rules(context, doing)


def _close(context: Context, prospect: RecordId, reason: str) -> None:
    with action(context, "") as doing:
        doing.label = f"No next step with {_name(doing, prospect)}"
        row = records.get(doing.connection, "prospects", prospect)
        if row is not None and row["next_follow_up"]:
            _write(doing, prospect, {"next_follow_up": None})
        if not _note(doing, prospect, NO_STEP + reason):
            # The reason is kept with a touchpoint; where there never was one, it is a note of its own.
            values: dict[str, Stored] = {
                "key": uuid7(),
                "prospect": prospect,
                "type": "Follow-up",
                "date": context.now(),
                "next_steps": NO_STEP + reason,
                "owner": context.actor,
            }
            doing.made("interactions", records.insert(doing.connection, "interactions", values, doing.author))
        doing.prospects.add(prospect)
        ask_rules(context, doing)


def _name(doing: Action, prospect: RecordId) -> str:
    row = records.get(doing.connection, "prospects", prospect)
    if row is None or row["deleted"]:
        raise UserError("The prospect is no longer there; it was deleted. Undo brings it back.")
    return str(row["company"] or row["contact_name"] or row["key"])


def _write(doing: Action, prospect: RecordId, values: dict[str, Stored]) -> None:
    doing.changed(records.update(doing.connection, "prospects", prospect, values, doing.author))
    doing.prospects.add(prospect)


def _note(doing: Action, prospect: RecordId, words: str) -> bool:
    """Adds the words to the last touchpoint's next steps; False where there is no touchpoint."""
    last = next_steps.last_interaction(doing.connection, prospect)
    if last is None:
        return False
    text = f"{last.next_steps}\n{words}" if last.next_steps else words
    doing.changed(records.update(doing.connection, "interactions", last.id, {"next_steps": text}, doing.author))
    return True


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
