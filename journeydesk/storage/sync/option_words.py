"""What the options of the base's selects are called there now, for screens (docs/interface.md, "Words of choices")."""

import json

from journeydesk.domain.field_kinds.team_words import TeamWords
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.table_maps import SYNCED


def team_words(connection: Connection) -> TeamWords:
    """The words of every field of ours that a select holds."""
    rows = sql.rows(
        connection,
        "SELECT table_slug, field_slug, type, state, choices FROM schema_field "
        "WHERE choices IS NOT NULL AND field_slug NOT LIKE '?%' ORDER BY table_slug, field_slug",
    )
    return TeamWords(
        {
            (slug, name): tuple((ours, theirs) for ours, theirs in json.loads(choices).values())
            for slug, name, kind, state, choices in rows
            if state in SYNCED and kind in ("singleSelect", "multipleSelects")
        }
    )
