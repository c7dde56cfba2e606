"""What the sheets of a prospect send: a call, a note, a next step, a status, a finished task. Each is one step to undo on the computer."""

from datetime import date, datetime

from journeydesk.domain.due import Due
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.next_step import Step
from journeydesk.domain.statuses import parse_status
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.domain.written.dates import FIRST_YEAR
from journeydesk.receiver.phone.visit import Form
from journeydesk.services.commands.next_steps import answer_gate
from journeydesk.services.commands.prospects import log_interaction, set_status
from journeydesk.services.commands.tasks import finish_task
from journeydesk.services.context import Context

_NOTE = "Follow-up"
"""What the base calls a note among the kinds of interaction."""


def log_call(context: Context, prospect: RecordId, form: Form) -> str:
    """Logs a call, and plans what comes next where a day was chosen."""
    log_interaction(
        context,
        prospect,
        "Call",
        form.get("note", ""),
        outcome=form.get("outcome") or None,
        duration=_minutes(form),
        follow_up=_day(form),
        at=_moment(context, form),
    )
    return tr("The call is saved.")


def add_note(context: Context, prospect: RecordId, form: Form) -> str:
    """Adds a note."""
    if not form.get("note", "").strip():
        raise ValueRefused("Note", tr("Note: write at least a word."))
    log_interaction(context, prospect, _NOTE, form["note"])
    return tr("The note is saved.")


def plan_step(context: Context, prospect: RecordId, form: Form) -> str:
    """Plans the next step."""
    day = _day(form)
    if day is None:
        raise ValueRefused("Next step", tr("Next step: choose a day."))
    title = " ".join(form.get("title", "").split()) or tr("Follow up")
    answer_gate(context, prospect, Step(title, Due(day)))
    return tr("The next step is planned.")


def change_status(context: Context, prospect: RecordId, form: Form) -> str:
    """Changes the customer status."""
    if not form.get("status"):
        raise ValueRefused("Customer Status", tr("Status: choose one."))
    set_status(context, prospect, parse_status(form["status"]), None)
    return tr("The status is changed.")


def finish(context: Context, task: RecordId) -> str:
    """A task is done."""
    finish_task(context, task)
    return tr("Done.")


def _minutes(form: Form) -> int | None:
    text = form.get("minutes", "").strip()
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        raise ValueRefused("Duration", tr("Minutes: “{text}” is no number. Give 0 to 1,440.", text=text)) from None


def _day(form: Form) -> date | None:
    chosen = form.get("day", "")
    text = form.get("picked", "") if chosen == "pick" else chosen
    if not text:
        if chosen == "pick":
            raise ValueRefused("Next step", tr("Next step: pick the day, or choose one of those offered."))
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueRefused("Next step", tr("Next step: “{text}” is no day.", text=text)) from None


def _moment(context: Context, form: Form) -> datetime | None:
    """When the call began by the phone's clock; one that goes before the computer's counts as now."""
    text = form.get("at", "").strip()
    if not text:
        return None
    try:
        if datetime.fromisoformat(text).tzinfo is None:
            raise UserError(tr("When: the phone sent a time without its zone. Open the page anew and try again."))
        moment = moment_of(text)
    except ValueError:
        moment = None
    if moment is None or moment.year < FIRST_YEAR:
        raise UserError(tr("When: the phone sent a time that is none. Open the page anew and try again."))
    return None if moment > context.clock() else moment
