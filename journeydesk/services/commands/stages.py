"""What a person says of a prospect's place: the log decides where it stands, so each is an event
(docs/rules.md, "Published stages")."""

import json
from collections.abc import Mapping

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.ids import RecordId, uuid7
from journeydesk.domain.journeys.events import Event, derived_id
from journeydesk.domain.values import Stored
from journeydesk.services.commands.base import Action
from journeydesk.services.context import Context
from journeydesk.services.evaluation.projection import PROJECTED
from journeydesk.storage.facts.events import add_event, next_moment

STAGE_FIELDS: Mapping[str, str] = {column: journey for journey, column in PROJECTED.items()}
"""The journeys of the fields that show a stage, by field."""


def set_stages(
    context: Context, action: Action, prospect: RecordId, values: Mapping[str, Stored], reason: str = ""
) -> dict[str, Stored]:
    """Appends a `stage_set` for each stage field in `values`; returns the other fields. The stages follow with the next fold.

    An empty stage sets nothing, for a prospect that has a place keeps it. Raises ValueRefused for a stage that is none.
    """
    rest = dict(values)
    for column, name in STAGE_FIELDS.items():
        journey = context.settings.journey(name)
        if column not in rest or journey is None:
            continue
        wanted = rest.pop(column)
        if wanted is None or wanted == "":
            continue
        stage = journey.find(str(wanted))
        if stage is None:
            names = ", ".join(one.name for one in journey.stages)
            raise ValueRefused(name, f"{name}: “{wanted}” is not a stage. Use one of {names}.")
        metadata = {"journey": journey.name} | ({"reason": reason} if reason else {})
        payload = json.dumps(metadata, ensure_ascii=False, sort_keys=True)
        at = next_moment(action.connection, prospect, context.now())
        event = Event("EVT-" + uuid7(), "stage_set", stage.name, None, at, at, context.actor, payload)
        record = add_event(action.connection, prospect, event, action.author)
        if record is not None:
            action.inserted("events", record)
            action.kinds |= {"positions", "prospects"}
    return rest


def begin_journeys(context: Context, action: Action, prospect: RecordId, row: Mapping[str, Stored]) -> None:
    """Lets the journeys of an undecided application that a file brought begin, as of when it applied."""
    if row.get("status") not in (None, "", "New", "Reviewing"):
        return
    at = str(row.get("applied_on") or context.now())
    identifier = derived_id(str(row["key"]), "application_received", "", at, {})
    event = Event(identifier, "application_received", None, None, at, context.now(), context.actor, None)
    record = add_event(action.connection, prospect, event, action.author)
    if record is not None:
        action.inserted("events", record)
