"""The answers to the next-step gate (docs/interface.md, "Next-step gate"): what comes next and when, or why nothing does."""

from journeydesk.domain.ids import RecordId, new_key
from journeydesk.domain.next_step import NO_STEP, NoStep, Step
from journeydesk.domain.periods import day_month_year
from journeydesk.domain.time import moment_text
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.commands.base import Action, start_action
from journeydesk.services.commands.prospects import put_task
from journeydesk.services.commands.tasks import ask_rules
from journeydesk.services.context import Context
from journeydesk.storage.lists import next_steps


def answer_gate(context: Context, prospect: RecordId, answer: Step | NoStep) -> None:
    """Plans the next step, or keeps the reason why there is none; both stand with the last touchpoint, where the team reads it."""
    if isinstance(answer, NoStep):
        _close(context, prospect, answer.reason)
    else:
        _plan(context, prospect, answer)


def _plan(context: Context, prospect: RecordId, step: Step) -> None:
    with start_action(context, "") as action:
        action.label = tr("Planned the next step with {name}", name=action.living(prospect).name)
        _write(action, prospect, {"next_follow_up": step.due.day.isoformat()})
        if step.due.moment is not None:
            # A follow-up is a day; the hour needs a task.
            put_task(context, action, prospect, step.title, moment_text(step.due.moment))
        _note(action, prospect, f"{step.title}, {day_month_year(step.due.day)}")
        ask_rules(context, action)


def _close(context: Context, prospect: RecordId, reason: str) -> None:
    with start_action(context, "") as action:
        action.label = tr("No next step with {name}", name=action.living(prospect).name)
        _write(action, prospect, {"next_follow_up": None})
        if not _note(action, prospect, NO_STEP + reason):
            # The reason is kept with a touchpoint; where there never was one, it is a note of its own.
            values: dict[str, Stored] = {
                "key": new_key(),
                "prospect": prospect,
                "type": "Follow-up",
                "date": context.now(),
                "next_steps": NO_STEP + reason,
                "owner": context.actor,
            }
            action.insert("interactions", values)
        ask_rules(context, action)


def _write(action: Action, prospect: RecordId, values: dict[str, Stored]) -> None:
    action.update("prospects", prospect, values)
    action.prospects.add(prospect)


def _note(action: Action, prospect: RecordId, words: str) -> bool:
    """Adds the words to the last touchpoint's next steps; False where there is no touchpoint."""
    last = next_steps.last_interaction(action.connection, prospect)
    if last is None:
        return False
    text = f"{last.next_steps}\n{words}" if last.next_steps else words
    action.update("interactions", last.id, {"next_steps": text})
    return True
