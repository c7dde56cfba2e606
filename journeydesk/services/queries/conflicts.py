"""The open questions of sync, ready to be shown side by side or printed."""

import json
from collections import Counter
from typing import Any

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.catalogue import BY_SLUG, TEXT_TYPES, FieldSpec, FieldType
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.merge import join_both, joinable
from journeydesk.domain.values import Wire
from journeydesk.domain.words import tr
from journeydesk.remote.opening import REMOTE_NAME
from journeydesk.services.context import Context
from journeydesk.services.display import written
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.history import LastEdit, fields_synced_at, last_edit_here
from journeydesk.storage.records.labels import record_label
from journeydesk.storage.records.lookup import key_of_remote
from journeydesk.storage.sync import conflicts, outbox
from journeydesk.storage.sync.conflicts import Conflict
from journeydesk.storage.sync.local_snapshots import local_snapshot
from journeydesk.storage.sync.sync_records import sync_records


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One question as a screen shows it.

    `kind` is merge, gone or undo (`storage.conflicts`). `before`, `mine` and `theirs` are texts for people. `joined` is what
    "both" would make, None where both cannot be kept in one. `likewise` is how many other questions are about the same field.
    `mine_at` and `since` are stored moments.
    """

    id: int
    kind: str
    slug: str
    record: RecordId
    prospect: RecordId | None
    company: str
    key: str
    table: str
    field: str
    field_slug: str
    is_text: bool
    before: str
    mine: str
    theirs: str
    joined: str | None
    mine_by: str
    mine_at: str
    theirs_by: str
    since: str
    likewise: int


def open_conflicts(context: Context) -> list[ConflictRow]:
    """Every open question, oldest first."""
    with context.database.read() as connection:
        questions = conflicts.open_conflicts(connection)
        same = Counter((conflict.slug, conflict.field, conflict.kind) for conflict in questions)
        return [
            _row(context, connection, conflict, same[conflict.slug, conflict.field, conflict.kind] - 1)
            for conflict in questions
        ]


def _row(context: Context, connection: Connection, conflict: Conflict, likewise: int) -> ConflictRow:
    table = BY_SLUG[conflict.slug]
    spec = table.by_slug.get(conflict.field)
    label = record_label(connection, conflict.slug, conflict.record)
    mine = mine_now(connection, conflict)
    field = None if conflict.field == conflicts.WHOLE else conflict.field
    edit = last_edit_here(connection, conflict.slug, conflict.record, field) or LastEdit(None, conflict.since)
    return ConflictRow(
        id=conflict.id,
        kind=conflict.kind,
        slug=conflict.slug,
        record=conflict.record,
        prospect=label.prospect if label else None,
        company=(label.company or label.contact_name or label.key) if label else "",
        key=label.key if label else "",
        table=table.name,
        field=title_of_spec(spec) if spec else tr("The whole record"),
        field_slug=conflict.field,
        is_text=spec is not None and spec.type in TEXT_TYPES,
        before=_text(context, connection, conflict.slug, spec, conflict.base),
        mine=tr("Edited here") if spec is None else _text(context, connection, conflict.slug, spec, mine),
        theirs=tr("Deleted in {remote_name}", remote_name=REMOTE_NAME)
        if spec is None
        else _text(context, connection, conflict.slug, spec, conflict.theirs),
        joined=_joined(spec, mine, conflict),
        mine_by=edit.actor or context.actor,
        mine_at=edit.at,
        theirs_by=conflict.theirs_by or tr("Somebody in {remote_name}", remote_name=REMOTE_NAME),
        since=conflict.since,
        likewise=likewise,
    )


def fields_in_question(context: Context, record: RecordId, slug: str = "prospects") -> list[tuple[str, str]]:
    """The fields of a record that wait for a person, as (slug, name)."""
    table = BY_SLUG[slug]
    with context.database.read() as connection:
        questions = conflicts.open_conflicts(connection, slug, record)
    return [
        (
            question.field,
            title_of_spec(table.by_slug[question.field]) if question.field in table.by_slug else tr("The whole record"),
        )
        for question in questions
    ]


def joined_fields(context: Context, slug: str, record: RecordId, since: str) -> list[tuple[str, str]]:
    """The other fields that only one side changed, as (name, "mine" or "theirs"): ours wait to be sent, theirs came in with
    the look at the record (`since`) that found the conflict."""
    table = BY_SLUG[slug]
    with context.database.read() as connection:
        asked = {conflict.field for conflict in conflicts.open_conflicts(connection, slug, record)}
        ours = [title_of_spec(field) for field in outbox.fields_to_send(connection, slug, record) if field.slug not in asked]
        taken = fields_synced_at(connection, slug, record, since)
        theirs = [title_of_spec(table.by_slug[name]) for name in taken if name in table.by_slug and name not in asked]
    return [(name, "mine") for name in ours] + [(name, "theirs") for name in theirs]


def mine_now(connection: Connection, conflict: Conflict) -> Wire:
    """Our value: of a held field the one on screen, which may have been edited since; of an undo the one it would put back."""
    if conflict.kind != conflicts.MERGE:
        return conflict.mine
    sync_record = sync_records(connection, conflict.slug, [conflict.record]).get(conflict.record)
    if sync_record is None:
        return conflict.mine
    local, _ = local_snapshot(connection, BY_SLUG[conflict.slug], conflict.record, sync_record.base)
    return local.get(conflict.field)


def _joined(spec: FieldSpec | None, mine: Wire, conflict: Conflict) -> str | None:
    if spec is None or not joinable(spec):
        return None
    return join_both(str(mine or ""), str(conflict.theirs or ""))


def _text(context: Context, connection: Connection, table: str, spec: FieldSpec | None, value: Wire) -> str:
    return "" if spec is None else written(context, connection, table, spec, value)


def conflicts_as_json(context: Context) -> list[dict[str, Any]]:
    """Every open question as docs/interface.md, "Commands" has it: values as the remote has them, links as the linked record's
    key."""
    with context.database.read() as connection:
        return [_as_json(connection, conflict) for conflict in conflicts.open_conflicts(connection)]


def _as_json(connection: Connection, conflict: Conflict) -> dict[str, Any]:
    table = BY_SLUG[conflict.slug]
    spec = table.by_slug.get(conflict.field)
    label = record_label(connection, conflict.slug, conflict.record)

    def plain(value: Wire) -> Wire:
        if spec is None or spec.type is not FieldType.LINK or not isinstance(value, list):
            return value
        keys = [key_of_remote(connection, spec.links_to, str(remote)) for remote in value]
        return ", ".join(key for key in keys if key) or None

    return {
        "id": conflict.id,
        "table": table.name,
        "key": label.key if label else None,
        "field": spec.name if spec else "*",
        "base": plain(conflict.base),
        "mine": "edited" if spec is None else plain(mine_now(connection, conflict)),
        "theirs": "deleted" if spec is None else plain(conflict.theirs),
        "since": conflict.since,
    }


def describe(rows: list[dict[str, Any]]) -> str:
    """The questions as lines for a terminal."""
    lines = []
    for row in rows:
        lines.append(f"{row['id']}  {row['table']} {row['key']}, {row['field']}")
        lines += [f"    {name:<7} {json.dumps(row[name], ensure_ascii=False)}" for name in ("base", "mine", "theirs")]
    return "\n".join(lines) or tr("No conflicts.")
