"""What is typed and not saved yet outlives the window and a kill: forms as their fields, long texts with what they began from."""

import json
from collections.abc import Mapping

from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.services.context import Context
from journeydesk.storage.lists import typed

NEW_PROSPECT = "new prospect"


def keep(context: Context, place: str, fields: Mapping[str, Stored]) -> None:
    """Keeps what stands in a form, on disk when this returns; nothing filled in forgets it."""
    text = json.dumps(dict(fields), ensure_ascii=False) if any(fields.values()) else None
    # No screen's list depends on it, so nothing that is remembered of the lists is thrown away for it.
    with context.database.write(counted=False) as connection:
        typed.put_typed(connection, place, text)


def kept(context: Context, place: str) -> dict[str, Stored]:
    """What was typed into a form and not saved; empty where nothing was."""
    with context.database.read() as connection:
        text = typed.typed_at(connection, place)
    try:
        data = json.loads(text) if text else {}
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def begun_prospect(context: Context) -> str | None:
    """The name of a new prospect that was begun and not added, empty where it has none yet; None where nothing was begun."""
    fields = kept(context, NEW_PROSPECT)
    return str(fields.get("company") or fields.get("contact_name") or "") if fields else None


def place_of(prospect: RecordId, slug: str) -> str:
    """The place of a prospect's field."""
    return f"field {prospect} {slug}"
