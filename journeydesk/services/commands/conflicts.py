"""Answering a question of sync: mine, theirs, both, or something else. Every answer can be undone."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.catalogue import BY_SLUG, FieldSpec, FieldType
from journeydesk.domain.checks import check
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.merge import join_both, joinable
from journeydesk.domain.values import Stored, Wire, from_wire
from journeydesk.domain.words import tr
from journeydesk.remote.opening import REMOTE_NAME
from journeydesk.services.commands.base import Action, start_action
from journeydesk.services.commands.stages.moving import STAGE_FIELDS, set_stages
from journeydesk.services.context import Context
from journeydesk.services.entering import entered
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.services.queries.conflicts import mine_now
from journeydesk.storage.records import records
from journeydesk.storage.records.records import FieldChange
from journeydesk.storage.records.tombstones import create_again
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync.conflicts import Conflict
from journeydesk.storage.sync.named_links import linked_record

CHOICES = ("mine", "theirs", "both", "edit")


@dataclass(frozen=True, slots=True)
class Answer:
    """One question's number and what was chosen; with `edit`, `text` is the value that shall stand."""

    conflict: int
    choice: str
    text: str = ""


def resolve(context: Context, identifier: int, choice: str, text: str = "") -> None:
    """Answers one question. With `edit`, `text` is the value that shall stand.

    Raises UserError where the question is answered already or the choice does not fit it, ValueRefused for a wrong text.
    """
    resolve_many(context, [identifier], choice, text)


def resolve_many(context: Context, identifiers: Sequence[int], choice: str, text: str = "") -> None:
    """Answers several questions alike, as one step."""
    resolve_each(context, [Answer(identifier, choice, text) for identifier in identifiers])


def resolve_each(context: Context, answers: Sequence[Answer]) -> None:
    """Answers several questions, each in its own way, as one step. Raises as `resolve` does; then nothing was answered."""
    choices = {answer.choice for answer in answers}
    for choice in choices.difference(CHOICES):
        raise UserError(tr("“{choice}” is no answer to a conflict. Choose mine, theirs or both.", choice=choice))
    with context.database.read() as connection:
        pairs = [(answer, conflicts.one(connection, answer.conflict)) for answer in answers]
    for answer, conflict in pairs:
        if conflict is None:
            raise UserError(
                tr("There is no open conflict {conflict}. List them with: journeydesk conflicts", conflict=answer.conflict)
            )
    count = tr("{count} conflicts", count=len(pairs)) if len(pairs) > 1 else tr("a conflict")
    with start_action(
        context, tr("Resolved {count}", count=count) + (f": {choices.pop()}" if len(choices) == 1 else "")
    ) as action:
        for answer, conflict in pairs:
            assert conflict is not None
            _resolve(context, action, conflict, answer.choice, answer.text)
        prospects = {change.record for change in action.changes if change.table == "prospects"}
        action.prospects |= prospects
        evaluate_within(context, action.connection, sorted(prospects))
        action.kinds |= {"positions"} if prospects else set()


def _resolve(context: Context, action: Action, conflict: Conflict, choice: str, text: str) -> None:
    if conflict.kind == conflicts.GONE:
        _resolve_gone(action, conflict, choice)
        return
    value = _value_to_keep(context, action, conflict, choice, text)
    stored = json.dumps(asdict(conflict), ensure_ascii=False)
    action.changed([FieldChange(conflict.slug, conflict.record, conflicts.JOURNAL + conflict.field, stored, None)])
    conflicts.answer(action.connection, conflict)
    if value is not _UNCHANGED:
        values: dict[str, Stored] = {conflict.field: value}  # type: ignore[dict-item]
        action.changed(records.update(action.connection, conflict.slug, conflict.record, values, action.author))
        if conflict.slug == "prospects":
            # A stage that shall stand is an event, or the next fold would take it back.
            set_stages(
                context, action, conflict.record, {name: stage for name, stage in values.items() if name in STAGE_FIELDS}
            )
    action.kinds.add(conflict.slug)


_UNCHANGED = object()


def _value_to_keep(context: Context, action: Action, conflict: Conflict, choice: str, text: str) -> object:
    """The stored value that shall stand, or _UNCHANGED."""
    spec = BY_SLUG[conflict.slug].by_slug[conflict.field]
    if choice == "edit" and spec.type is FieldType.LINK and text.strip():
        return _linked(action, spec, text.strip())
    if choice == "edit":
        value = entered(context, conflict.slug, spec, text)
        check(conflict.slug, spec, value)
        return value
    mine = mine_now(action.connection, conflict)
    if choice == "mine":
        return _UNCHANGED if conflict.kind == conflicts.MERGE else _stored(action, conflict, mine)
    if choice == "theirs":
        return _stored(action, conflict, conflict.theirs) if conflict.kind == conflicts.MERGE else _UNCHANGED
    joined = join_both(str(mine or ""), str(conflict.theirs or "")) if joinable(spec) else None
    if joined is None:
        raise ValueRefused(
            spec.name, tr("{name}: both values cannot be kept in one. Choose mine or theirs.", name=title_of_spec(spec))
        )
    return joined


def _linked(action: Action, spec: FieldSpec, name: str) -> int:
    record = linked_record(action.connection, spec.links_to, name)
    if record is None:
        raise ValueRefused(
            spec.name,
            tr(
                "{name}: “{name_2}” is no prospect, or more than one. Write the company, the contact or the key of one.",
                name=title_of_spec(spec),
                name_2=name,
            ),
        )
    return record


def _stored(action: Action, conflict: Conflict, value: Wire) -> Stored:
    spec = BY_SLUG[conflict.slug].by_slug[conflict.field]
    return from_wire(spec, value, lambda slug, remote: linked_record(action.connection, slug, remote))


def _resolve_gone(action: Action, conflict: Conflict, choice: str) -> None:
    if choice not in ("mine", "theirs"):
        raise UserError(
            tr(
                "The record was deleted in {remote_name} and edited here: keep it (mine) or let it go (theirs).",
                remote_name=REMOTE_NAME,
            )
        )
    conflicts.drop(action.connection, conflict.id)
    create_again(action.connection, conflict.slug, conflict.record, REMOTE_NAME, action.author.at)
    if choice == "mine":
        action.inserted(conflict.slug, conflict.record)
    else:
        action.changed(records.set_deleted(action.connection, conflict.slug, conflict.record, True, action.author))
    action.kinds.add(conflict.slug)
