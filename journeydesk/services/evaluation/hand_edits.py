"""What came to be in the remote without an event becomes one: stages that a person set, applications
(docs/rules.md, "Published stages")."""

import json
from collections.abc import Mapping, Sequence

from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.events import Event, derived_id
from journeydesk.domain.journeys.fold import ADOPTED, Standing, fold
from journeydesk.domain.settings import Stage, TeamSettings
from journeydesk.domain.settings.journeys import PROJECTED
from journeydesk.domain.statuses import is_undecided
from journeydesk.domain.time import later
from journeydesk.domain.values import Stored
from journeydesk.domain.words import noted
from journeydesk.remote.opening import REMOTE_NAME
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.events import add_event, events_of, next_moment
from journeydesk.storage.facts.prospect_facts import prospect_rows
from journeydesk.storage.records.history import brought_in_at
from journeydesk.storage.records.records import Author

_NEW_DAYS = 30


def adopt_hand_edits(context: Context, connection: Connection, prospects: Sequence[RecordId], since: str) -> None:
    """A stage that a pull or an import brought and the log does not explain becomes an event.

    Its id is made of the stage and of the last event that this machine knew, so that machines that see the same edit make one
    event of it. Of a prospect without any event the stages count as of its application.
    """
    events = events_of(connection, prospects)
    for record, row in prospect_rows(connection, prospects).items():
        log = events.get(record, ())
        for journey, column, stage in unexplained(context.settings, row, fold(context.settings, log)):
            metadata = {"journey": journey, "reason": noted("set in {remote_name}", remote_name=REMOTE_NAME)}
            if log:
                at = _set_at(connection, record, column, str(row[column]), since)
                at = None if at is None else next_moment(connection, record, at)
                last = max(log, key=lambda event: (event.occurred_at, event.id)).id
            else:
                at, last = str(row["applied_on"] or since), "first"
                metadata["seen"] = context.now()
            if at is not None:
                identifier = derived_id(str(row["key"]), "stage_set", stage.name, last, {"journey": journey})
                _append(context, connection, record, identifier, stage.name, at, metadata)


def unexplained(settings: TeamSettings, row: Mapping[str, Stored], standing: Standing) -> list[tuple[str, str, Stage]]:
    """The stages of a prospect that its log does not explain, each as journey, column and stage."""
    found = []
    for journey, column in PROJECTED.items():
        text = row[column]
        known = settings.journey(journey)
        stage = known.find(str(text)) if known and text else None
        move = standing.positions.get(known.name) if known else None
        if stage is not None and (move is None or move.to_stage != stage.number):
            found.append((journey, column, stage))
    return found


def begin_applications(context: Context, connection: Connection, prospects: Sequence[RecordId], since: str) -> None:
    """Lets the journeys of applications begin that a form or a person wrote into the base without an event.

    Only those of the last days: what was there before the log began has its place by its stages, or none. The id is made of the
    application, so that every machine makes one event of it.
    """
    oldest = later(since, days=-_NEW_DAYS)
    fresh = {
        record: row
        for record, row in prospect_rows(connection, prospects).items()
        if is_undecided(row["status"]) and str(row["applied_on"] or "") >= oldest
    }
    known = events_of(connection, list(fresh)) if fresh else {}
    for record, row in fresh.items():
        if not known.get(record):
            at, now = str(row["applied_on"]), context.now()
            identifier = derived_id(str(row["key"]), "application_received", "", at, {})
            event = Event(identifier, "application_received", None, None, at, now, ADOPTED, None)
            add_event(connection, record, event, Author(REMOTE_NAME, now, "rule"))


def _set_at(connection: Connection, record: RecordId, column: str, text: str, since: str) -> str | None:
    """When this value came, or None where it stood there before."""
    return brought_in_at(connection, "prospects", record, column, text, since)


def _append(
    context: Context,
    connection: Connection,
    record: RecordId,
    identifier: str,
    stage: str,
    at: str,
    metadata: dict[str, str],
) -> None:
    payload = json.dumps(metadata, sort_keys=True)
    event = Event(identifier, "stage_set", stage, None, at, context.now(), ADOPTED, payload)
    add_event(connection, record, event, Author(REMOTE_NAME, context.now(), "rule"))
