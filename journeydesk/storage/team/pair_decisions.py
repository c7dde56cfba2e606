"""What people said of two prospects that look alike: records of the settings, so that nobody in the team is asked again
(docs/rules.md, "Duplicates")."""

import json
from collections.abc import Iterable

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author, FieldChange

KEY = "pair "
"""How the keys of these records begin; the keys of both prospects follow, the lesser first."""

_BETWEEN = " ≡ "

Pair = tuple[str, str]
"""The keys of two prospects, the lesser first."""


def pair_of(one: str, other: str) -> Pair:
    """The pair of two keys."""
    return (one, other) if one <= other else (other, one)


def decisions(connection: Connection) -> dict[Pair, str]:
    """What was said of which pair: `same` or `different`. Of two that say otherwise the older counts, on every machine."""
    decided: dict[Pair, str] = {}
    rows = sql.rows(
        connection,
        "SELECT key, value FROM settings WHERE deleted = 0 AND key >= ? AND key < ? ORDER BY key, lid DESC",
        (KEY, KEY[:-1] + "!"),
    )
    for key, value in rows:
        one, between, other = key.removeprefix(KEY).partition(_BETWEEN)
        if between and (said := _said(value)):
            decided[pair_of(one, other)] = said
    return decided


def decide(connection: Connection, pair: Pair, said: str | None, author: Author) -> list[FieldChange]:
    """Keeps what was said of a pair, or with None forgets it; what changed, for undo."""
    key = f"{KEY}{pair[0]}{_BETWEEN}{pair[1]}"
    record = records.find_by_key(connection, "settings", key)
    if said is None:
        return [] if record is None else records.set_deleted(connection, "settings", record, True, author)
    values: records.Row = {"value": json.dumps(said), "changed_by": author.actor}
    if record is not None:
        return records.update(connection, "settings", record, values, author)
    created = records.insert(connection, "settings", values | {"key": key}, author)
    return [FieldChange("settings", created, "deleted", 1, 0)]


def decisions_about(connection: Connection, keys: Iterable[str]) -> dict[Pair, str]:
    """Those of them in which one of these prospects stands."""
    wanted = set(keys)
    return {pair: said for pair, said in decisions(connection).items() if wanted & set(pair)}


def _said(value: object) -> str:
    try:
        said = json.loads(str(value or "null"))
    except ValueError:
        return ""
    return said if said in ("same", "different") else ""
