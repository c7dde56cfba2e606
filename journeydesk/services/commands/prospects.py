"""What a person does with prospects: add, edit, assign, plan, delete, log, move, change the status."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from journeydesk.domain.catalogue import INTERACTIONS
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId, application_id, application_id_of, new_key, uuid7
from journeydesk.domain.journeys.events import Event, is_email
from journeydesk.domain.payments.lifetime_value import new_ltv
from journeydesk.domain.settings.journeys import Stage
from journeydesk.domain.time import moment_text
from journeydesk.domain.values import Stored
from journeydesk.domain.words import named, tr, within
from journeydesk.services.commands.base import Action, start_action
from journeydesk.services.commands.stages.moving import STAGE_FIELDS, set_stages
from journeydesk.services.commands.stages.needs import refuse_missing
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.storage.facts.events import add_event, find_customer, next_moment
from journeydesk.storage.facts.rechecks import write_recheck_at
from journeydesk.storage.lists.drafts import drop_draft
from journeydesk.storage.lists.prospect_page import prospect_page
from journeydesk.storage.records import records
from journeydesk.storage.records.labels import living_prospect

_JUDGED = frozenset(
    {
        *("industry", "priority_level", "volume_estimate", "technical_capability", "use_case", "applied_on", "score"),
        *("status", "customer_status", "company", "next_follow_up", "email", "stripe_customer", "key"),
        *STAGE_FIELDS,
    }
)
"""The fields that the fold, the score, a rule or a waiting event looks at."""

_AT_ONCE = 50


def find_prospect(context: Context, key: str) -> RecordId:
    """The prospect with this Application ID, or the one that a sender of events or Stripe calls so. Raises UserError saying how to
    find the right one."""
    with context.database.read() as connection:
        prospect = (
            records.find_by_key(connection, "prospects", key)
            or records.find_by_key(connection, "prospects", application_id_of(key))
            or (None if is_email(key) else find_customer(connection, key, None))
        )
    if prospect is None:
        raise UserError(
            tr("There is no prospect with the Application ID “{key}”. Sync first, or look it up in the prospect list.", key=key)
        )
    return prospect


def create_prospect(context: Context, values: Mapping[str, Stored]) -> RecordId:
    """Adds a prospect; a company or a person's name is enough. Its journeys begin with its application."""
    with start_action(context, tr("Added {get}", get=values.get("company") or values.get("contact_name"))) as action:
        return create_within(context, action, values)


def create_within(context: Context, action: Action, values: Mapping[str, Stored]) -> RecordId:
    """`create_prospect` as a part of an action."""
    if not values.get("company") and not values.get("contact_name"):
        raise ValueRefused("Company", tr("Company: a new prospect needs at least a company or a contact name."))
    row = {"key": application_id(), "status": "New", "applied_on": context.now(), "owner": context.actor} | dict(values)
    prospect = action.insert("prospects", row)
    action.prospects.add(prospect)
    _happened(action, context, prospect, "application_received", None, {}, context.clock())
    evaluate_within(context, action.connection, [prospect])
    return prospect


def _happened(
    action: Action,
    context: Context,
    prospect: RecordId,
    kind: str,
    stage: str | None,
    metadata: Mapping[str, object],
    at: datetime,
) -> None:
    payload = json.dumps(metadata, ensure_ascii=False, sort_keys=True) if metadata else None
    when = next_moment(action.connection, prospect, moment_text(at)) if kind == "stage_set" else moment_text(at)
    event = Event("EVT-" + uuid7(), kind, stage, None, when, max(when, context.now()), context.actor, payload)
    record = add_event(action.connection, prospect, event, action.author)
    if record is not None:
        action.inserted("events", record)
    action.kinds.add("positions")


def edit(context: Context, prospect: RecordId, values: Mapping[str, Stored], label: str = "") -> None:
    """Writes fields of a prospect; a score that the rules made follows."""
    with start_action(context, label) as action:
        known = living_prospect(action.connection, prospect)
        if not label and known is not None:
            action.label = tr("Edited {name}", name=known.name)
        edit_within(context, action, [prospect], values)


def edit_within(context: Context, action: Action, prospects: Sequence[RecordId], values: Mapping[str, Stored]) -> None:
    """Writes the same fields of these prospects as a part of an action."""
    there = records.existing(action.connection, "prospects", prospects)
    edits = {prospect: set_stages(context, action, prospect, values) for prospect in prospects if prospect in there}
    action.update_many("prospects", edits)
    action.prospects |= edits.keys()
    if _JUDGED & values.keys():
        if len(prospects) <= _AT_ONCE or STAGE_FIELDS.keys() & values.keys():
            evaluate_within(context, action.connection, list(prospects))
        else:
            # Nothing on screen waits for thousands of folds: the background asks the rules within a minute.
            write_recheck_at(action.connection, dict.fromkeys(prospects, context.now()))
        action.kinds |= {"positions", "alerts"}


def log_interaction(
    context: Context,
    prospect: RecordId,
    type: str,
    summary: str,
    *,
    outcome: str | None = None,
    duration: int | None = None,
    next_steps: str | None = None,
    follow_up: date | None = None,
    follow_up_at: datetime | None = None,
    at: datetime | None = None,
    finishes: RecordId | None = None,
) -> RecordId:
    """Logs a call, meeting, e-mail, demo or note, and plans the follow-up with it; where that has a time of day (`follow_up_at`),
    a task too. `finishes` is the task that is done by it. One step to undo. Raises ValueRefused for a wrong value."""
    values = interaction_values(context, type, summary, outcome=outcome, duration=duration, next_steps=next_steps, at=at)
    with start_action(context, "") as action:
        label = tr("Logged a {type} with {name}", type=within(named(str(values["type"]))), name=action.living(prospect).name)
        record = action.insert("interactions", values | {"prospect": prospect})
        action.prospects.add(prospect)
        if follow_up is not None:
            stored = {"next_follow_up": follow_up.isoformat()}
            action.update("prospects", prospect, stored)
        if follow_up_at is not None:
            put_task(context, action, prospect, "Follow up", moment_text(follow_up_at))
        if finishes is not None and records.get(action.connection, "tasks", finishes) is not None:
            done: dict[str, Stored] = {"done_at": context.now()}
            action.update("tasks", finishes, done)
        drop_draft(action.connection, prospect)
        action.label = label
        # What waited for a contact is over with it.
        evaluate_within(context, action.connection, [prospect])
    return record


def interaction_values(
    context: Context,
    type: str,
    summary: str,
    *,
    outcome: str | None = None,
    duration: int | None = None,
    next_steps: str | None = None,
    at: datetime | None = None,
) -> dict[str, Stored]:
    """An interaction as it is stored, still without its prospect. Raises ValueRefused for a wrong value."""
    kind = _choice(context, "type", type)
    outcome = _choice(context, "outcome", outcome) if outcome else None
    if not summary.strip() and outcome is None:
        raise ValueRefused("Summary", tr("Summary: write at least a word about what was said, or choose the outcome."))
    if at is not None and at > context.clock():
        raise ValueRefused("When", tr("When: what is still to come cannot be logged; plan it as a follow-up."))
    if duration is not None and not 0 <= duration <= 24 * 60:
        raise ValueRefused("Duration", tr("Duration: {duration} minutes is out of range. Give 0 to 1,440.", duration=duration))
    return {
        "key": new_key(),
        "type": kind,
        "date": moment_text(at or context.clock()),
        "duration": duration,
        "summary": summary.strip() or None,
        "next_steps": next_steps or None,
        "owner": context.actor,
        "outcome": outcome,
    }


def log_within(context: Context, action: Action, prospects: Sequence[RecordId], values: Mapping[str, Stored]) -> None:
    """Logs the same touchpoint with each of these as a part of an action; who was deleted is passed over."""
    there = [prospect for prospect in prospects if living_prospect(action.connection, prospect) is not None]
    for prospect in there:
        action.insert("interactions", {**values, "key": new_key(), "prospect": prospect})
        action.prospects.add(prospect)
    if len(there) <= _AT_ONCE:
        evaluate_within(context, action.connection, there)
    else:
        write_recheck_at(action.connection, dict.fromkeys(there, context.now()))


def put_task(context: Context, action: Action, prospect: RecordId | None, title: str, due: str | None) -> RecordId:
    """Adds a follow-up task of one's own inside an action; `due` is a stored moment."""
    values: dict[str, Stored] = {
        "key": f"TSK-{uuid7()}",
        "prospect": prospect,
        "title": title,
        "kind": "Follow-up",
        "due": due,
        "owner": context.actor,
        "origin": "by hand",
    }
    return action.insert("tasks", values)


def _choice(context: Context, slug: str, value: str) -> str:
    spec = INTERACTIONS.by_slug[slug]
    ours = next((choice for choice in spec.choices if choice.casefold() == value.strip().casefold()), None)
    return ours or context.words.parsed("interactions", spec, value)


def move(context: Context, prospect: RecordId, journey: str, stage: str, reason: str = "") -> None:
    """Moves a prospect in a journey by hand: an event like any other. Raises UserError for an unknown journey or stage."""
    name, target = stage_named(context, journey, stage)
    with start_action(context, "") as action:
        action.label = tr("Moved {name} to {short}", name=action.living(prospect).name, short=target.short)
        move_within(context, action, [prospect], name, target, reason)


def stage_named(context: Context, journey: str, stage: str) -> tuple[str, Stage]:
    """A journey's name and one of its stages, as a person names them. Raises UserError with those that there are."""
    found = context.settings.journey(journey)
    if found is None:
        names = ", ".join(j.name for j in context.settings.journeys)
        raise UserError(tr("There is no journey “{journey}”. The journeys are {names}.", journey=journey, names=names))
    target = found.find(stage)
    if target is None:
        names = ", ".join(s.name for s in found.stages)
        raise UserError(
            tr("The journey {name} has no stage “{stage}”. Its stages are {names}.", name=found.name, stage=stage, names=names)
        )
    return found.name, target


def move_within(
    context: Context, action: Action, prospects: Sequence[RecordId], journey: str, target: Stage, reason: str = ""
) -> None:
    """Moves these prospects as a part of an action. Raises UserError where one lacks what the stage needs."""
    refuse_missing(action.connection, target, prospects)
    metadata = {"journey": journey} | ({"reason": reason} if reason else {})
    for prospect in prospects:
        _happened(action, context, prospect, "stage_set", target.name, metadata, context.clock())
        action.prospects.add(prospect)
    evaluate_within(context, action.connection, prospects)
    action.kinds.add("prospects")


def set_status(context: Context, prospect: RecordId, status: str | None, ltv_minor: int | None) -> None:
    """Changes the customer status, the LTV, or both, by the rules of docs/rules.md, "Customer status and LTV". Values as parsed
    by `parse_status` and `parse_ltv`."""
    if status is None and ltv_minor is None:
        raise UserError(tr("Nothing to change: give a status, an LTV amount, or both."))
    with start_action(context, "") as action:
        action.label = tr("Changed the status of {name}", name=action.living(prospect).name)
        set_status_within(context, action, prospect, status, ltv_minor)
        evaluate_within(context, action.connection, [prospect])


def set_status_within(context: Context, action: Action, prospect: RecordId, status: str | None, ltv_minor: int | None) -> None:
    """`set_status` as a part of an action, which asks the rules when it is whole."""
    values: dict[str, Stored] = {}
    if ltv_minor is not None:
        values["ltv"] = new_ltv(status, _ltv_before(action, prospect), ltv_minor)
    if status is not None:
        values["customer_status"] = status
        _happened(action, context, prospect, "stage_set", status, {"journey": "Customer status"}, context.clock())
    action.update("prospects", prospect, values)
    action.prospects.add(prospect)


def _ltv_before(action: Action, prospect: RecordId) -> int | None:
    page = prospect_page(action.connection, prospect)
    return page.ltv if page else None
