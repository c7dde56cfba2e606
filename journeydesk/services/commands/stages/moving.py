"""What a person says of a prospect's place: the log decides where it stands, so each is an event
(docs/rules.md, "Published stages")."""

import json
from collections.abc import Mapping

from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.ids import RecordId, uuid7
from journeydesk.domain.journeys.events import Event
from journeydesk.domain.settings.journeys import PROJECTED
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr
from journeydesk.services.commands.base import Action
from journeydesk.services.context import Context
from journeydesk.storage.facts.events import add_event, next_moment

STAGE_FIELDS: Mapping[str, str] = {column: journey for journey, column in PROJECTED.items()}
"""The journeys of the fields that show a stage, by field."""


def set_stages(
    context: Context, action: Action, prospect: RecordId, values: Mapping[str, Stored], reason: str = ""
) -> dict[str, Stored]:
    """Appends a `stage_set` for each stage field in `values`; returns the other fields. The stages follow with the next fold.

    An empty stage sets nothing, for a prospect that has a place keeps it. Raises ValueRefused for a stage that is none.
    """
    others = dict(values)
    for column, name in STAGE_FIELDS.items():
        journey = context.settings.journey(name)
        if column not in others or journey is None:
            continue
        value = others.pop(column)
        if value is None or value == "":
            continue
        stage = journey.find(str(value))
        if stage is None:
            names = ", ".join(known.name for known in journey.stages)
            raise ValueRefused(
                name, tr("{name}: “{value}” is not a stage. Use one of {names}.", name=name, value=value, names=names)
            )
        metadata = {"journey": journey.name} | ({"reason": reason} if reason else {})
        payload = json.dumps(metadata, ensure_ascii=False, sort_keys=True)
        at = next_moment(action.connection, prospect, context.now())
        event = Event("EVT-" + uuid7(), "stage_set", stage.name, None, at, at, context.actor, payload)
        record = add_event(action.connection, prospect, event, action.author)
        if record is not None:
            action.inserted("events", record)
            action.kinds |= {"positions", "prospects"}
    return others
