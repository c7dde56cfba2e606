"""What a proposal comes to: the same checks when it is made and when it is approved, and the writing inside one action."""

from collections.abc import Callable, Mapping
from datetime import date

from journeydesk.domain.agent.proposals import CHANGE, LOG, MOVE, PROSPECT, TASK
from journeydesk.domain.by_hand import title_of
from journeydesk.domain.due import Due
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.periods import MONTHS
from journeydesk.domain.values import Stored
from journeydesk.domain.words import named, tr, within
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.commands.base import Action
from journeydesk.services.commands.prospects import (
    create_within,
    edit_within,
    interaction_values,
    move_within,
    stage_named,
)
from journeydesk.services.commands.tasks import ask_rules, check_title, task_kind, task_values
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.services.fields.reading import not_by_hand
from journeydesk.services.fields.typed import as_typed, understand

Values = Mapping[str, str]


def settled(context: Context, kind: str, values: Values) -> dict[str, str]:
    """The parts of a proposal as they will still be meant tomorrow: days as dates, choices as the team calls them. Raises ValueRefused
    and UserError where they could not be written."""
    settle: dict[str, Callable[[Context, Values], Mapping[str, str]]] = {
        LOG: _settled_log,
        TASK: _settled_task,
        MOVE: _settled_move,
        CHANGE: _settled_fields,
        PROSPECT: _settled_prospect,
    }
    return dict(values) | dict(settle[kind](context, values))


def perform(context: Context, action: Action, kind: str, prospect: RecordId | None, values: Values) -> str:
    """Writes what a proposal says as a part of an action; returns its label. Raises ValueRefused, UserError; then nothing is written."""
    if kind == PROSPECT:
        fields = _fields(context, values)
        create_within(context, action, {slug: value for slug, value in fields.items() if value is not None})
        return tr("Added {name}", name=values.get("company") or values.get("contact_name") or "")
    if prospect is None:
        raise UserError(tr("The prospect is no longer there; it was deleted. Undo brings it back."))
    name = action.living(prospect).name
    action.prospects.add(prospect)
    if kind == LOG:
        stored = _log(context, values)
        action.insert("interactions", stored | {"prospect": prospect})
        if day := _day(context, values):
            follow_up: dict[str, Stored] = {"next_follow_up": day.isoformat()}
            action.update("prospects", prospect, follow_up)
        evaluate_within(context, action.connection, [prospect])
        return tr("Logged a {type} with {name}", type=within(named(str(stored["type"]))), name=name)
    if kind == TASK:
        due = understand_due(context, values.get("due", ""))
        action.insert("tasks", task_values(context, prospect, values.get("title", ""), due, _kind(context, values)))
        ask_rules(context, action)
        return tr("Added the task “{title}”", title=values.get("title", ""))
    if kind == MOVE:
        journey, stage = stage_named(context, values.get("journey", ""), values.get("stage", ""))
        move_within(context, action, [prospect], journey, stage, values.get("reason", ""))
        return tr("Moved {name} to {short}", name=name, short=stage.short)
    edit_within(context, action, [prospect], _fields(context, values))
    return tr("Edited {name}", name=name)


def _settled_log(context: Context, values: Values) -> dict[str, str]:
    stored, day = _log(context, values), _day(context, values)
    settled = {name: str(stored[name]) for name in ("type", "outcome") if stored[name]}
    return settled | ({"follow_up": _due_text(context, Due(day))} if day else {})


def _settled_task(context: Context, values: Values) -> dict[str, str]:
    check_title(values.get("title", ""))
    return {"kind": _kind(context, values), "due": _due_text(context, understand_due(context, values.get("due", "")))}


def _settled_move(context: Context, values: Values) -> dict[str, str]:
    journey, stage = stage_named(context, values.get("journey", ""), values.get("stage", ""))
    return {"journey": journey, "stage": stage.name}


def _settled_fields(context: Context, values: Values) -> dict[str, str]:
    return {slug: as_typed(context, slug, value) for slug, value in _fields(context, values).items()}


def _settled_prospect(context: Context, values: Values) -> dict[str, str]:
    if not values.get("company") and not values.get("contact_name"):
        raise ValueRefused("Company", tr("Company: a new prospect needs at least a company or a contact name."))
    return _settled_fields(context, values)


def _log(context: Context, values: Values) -> dict[str, Stored]:
    duration = values.get("duration", "")
    if duration and not (duration.isascii() and duration.isdecimal() and len(duration) < 6):
        raise ValueRefused("Duration", tr("Duration: “{text}” is no whole number of minutes.", text=duration[:40]))
    return interaction_values(
        context,
        values.get("type", ""),
        values.get("summary", ""),
        outcome=values.get("outcome") or None,
        duration=int(duration) if duration else None,
        next_steps=values.get("next_steps") or None,
    )


def _day(context: Context, values: Values) -> date | None:
    text = values.get("follow_up", "")
    return understand_due(context, text, "Next Follow-up").day if text else None


def _kind(context: Context, values: Values) -> str:
    return task_kind(context, values.get("kind") or "Follow-up")


def _due_text(context: Context, due: Due) -> str:
    """A date as it is typed, with its time where it has one: 22 May 2026 14:30. In English, for that is understood in every language."""
    local = due.moment.astimezone(context.settings.time_zone) if due.moment is not None else None
    day = local.date() if local is not None else due.day
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{words} {local:%H:%M}" if local is not None else words


def _fields(context: Context, values: Values) -> dict[str, Stored]:
    barred = not_by_hand(context)
    for slug in values:
        if slug in barred:
            raise ValueRefused(title_of(slug), f"{title_of(slug)}: {barred[slug]}")
    stored: dict[str, Stored] = {}
    for slug, text in values.items():
        try:
            stored[slug] = understand(context, slug, text)
        except ValueRefused as refused:
            words = str(refused)
            raise ValueRefused(
                refused.field, words if words.startswith(title_of(slug)) else f"{title_of(slug)}: {words}"
            ) from None
    return stored
