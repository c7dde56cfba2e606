"""Stages that a person set in Airtable become events of the log (SPEC section 3)."""

import json
from collections.abc import Sequence

from journeydesk.domain.events import Event, derived_id
from journeydesk.domain.fold import fold
from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.projection import PROJECTED
from journeydesk.storage.connection import Connection
from journeydesk.storage.events import add_event, events_of
from journeydesk.storage.records import Author
from journeydesk.storage.rule_facts import prospect_rows


def adopt_hand_edits(context: Context, connection: Connection, prospects: Sequence[RecordId], since: str) -> None:
    """A stage that a pull brought and the log does not explain becomes an event, with an id that every machine derives alike."""
    events = events_of(connection, prospects)
    for record, row in prospect_rows(connection, prospects).items():
        standing = fold(context.settings, events.get(record, ()))
        for journey, column in PROJECTED.items():
            text = row[column]
            found = context.settings.journey(journey)
            stage = found.find(str(text)) if found and text else None
            move = standing.positions.get(found.name) if found else None
            if stage is None or (move is not None and move.to_stage == stage.number):
                continue
            at = (
                _set_at(connection, record, column, str(text), since) if events.get(record) else str(row["applied_on"] or since)
            )
            if at is not None:
                _append(context, connection, record, str(row["key"]), journey, stage.name, at)


def _set_at(connection: Connection, record: RecordId, column: str, text: str, since: str) -> str | None:
    """When the pull brought this value, or None where it stood there before."""
    found = connection.exec_driver_sql(
        "SELECT at FROM field_history WHERE table_slug = 'prospects' AND lid = ? AND field = ? AND source = 'sync' "
        "AND at >= ? AND new = ? ORDER BY id DESC LIMIT 1",
        (record, column, since, json.dumps(text, ensure_ascii=False)),
    ).scalar()
    return None if found is None else str(found)


def _append(context: Context, connection: Connection, record: RecordId, key: str, journey: str, stage: str, at: str) -> None:
    metadata = {"journey": journey, "reason": "set in Airtable"}
    event = Event(
        id=derived_id(key, "stage_set", stage, at, metadata),
        type="stage_set",
        stage=stage,
        cta=None,
        occurred_at=at,
        arrived_at=context.now(),
        source="Airtable",
        payload=json.dumps(metadata, sort_keys=True),
    )
    add_event(connection, record, event, Author("Airtable", context.now(), "rule"))
