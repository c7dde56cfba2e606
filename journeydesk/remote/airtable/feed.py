"""Airtable's webhook payloads, read as a feed without any public address (docs/services.md, "Airtable: webhooks")."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from journeydesk.domain.field_kinds.options import NamedOption
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.words import tr
from journeydesk.remote.airtable.json_shapes import reading
from journeydesk.sync.ports import Feed, FeedLost, FeedPage, Replaced

_SCHEMA_KEYS = frozenset({"createdFieldsById", "changedFieldsById", "destroyedFieldIds", "changedMetadata"})


def feed_page(feed: Feed, answer: Mapping[str, Any]) -> FeedPage:
    """What one listing of payloads tells. Raises FeedLost at a gap, or at a payload that says the hook failed.

    A payload's number is counted back from the answer's cursor: where older ones are gone after a week, the first number is
    greater than what was asked for.
    """
    with reading(tr("list of changes")):
        return _page(feed, answer)


def _page(feed: Feed, answer: Mapping[str, Any]) -> FeedPage:
    payloads, cursor = answer.get("payloads"), answer.get("cursor")
    if not isinstance(payloads, list) or not isinstance(cursor, int):
        raise TypeError("no payloads")
    if cursor - len(payloads) > feed.cursor:
        raise FeedLost(tr("The change feed has a gap; every table is read once."))
    changed: dict[str, dict[RemoteId, dict[str, object]]] = defaultdict(dict)
    destroyed: dict[str, list[RemoteId]] = defaultdict(list)
    authors: dict[RemoteId, str] = {}
    replaced: list[Replaced] = []
    schema_changed = False
    for payload in payloads:
        if payload.get("error"):
            raise FeedLost(tr("The change feed was switched off; every table is read once."))
        schema_changed |= bool(payload.get("createdTablesById") or payload.get("destroyedTableIds"))
        who = _author(payload)
        for table, change in (payload.get("changedTablesById") or {}).items():
            schema_changed |= bool(_SCHEMA_KEYS & change.keys())
            for record, fields in _records(change):
                changed[table].setdefault(record, {}).update(fields)
                if record in destroyed[table]:
                    # It was restored from the trash.
                    destroyed[table].remove(record)
                if who:
                    authors[record] = who
            if (payload.get("actionMetadata") or {}).get("source") == "publicApi":
                replaced += _replaced(table, change)
            for record in change.get("destroyedRecordIds") or ():
                changed[table].pop(RemoteId(record), None)
                destroyed[table].append(RemoteId(record))
    return FeedPage(changed, destroyed, authors, schema_changed, cursor, bool(answer.get("mightHaveMore")), replaced)


def _author(payload: Mapping[str, Any]) -> str:
    user = ((payload.get("actionMetadata") or {}).get("sourceMetadata") or {}).get("user") or {}
    return str(user.get("name") or "")


def _records(change: Mapping[str, Any]) -> Sequence[tuple[RemoteId, dict[str, object]]]:
    created = [(name, body.get("cellValuesByFieldId")) for name, body in (change.get("createdRecordsById") or {}).items()]
    edited = [
        (name, (body.get("current") or {}).get("cellValuesByFieldId"))
        for name, body in (change.get("changedRecordsById") or {}).items()
    ]
    return [
        (RemoteId(name), {field: as_listed(value) for field, value in (cells or {}).items()})
        for name, cells in (*created, *edited)
    ]


def _replaced(table: str, change: Mapping[str, Any]) -> list[Replaced]:
    replaced = []
    for record, body in (change.get("changedRecordsById") or {}).items():
        after = (body.get("current") or {}).get("cellValuesByFieldId") or {}
        before = (body.get("previous") or {}).get("cellValuesByFieldId") or {}
        replaced += [
            Replaced(table, RemoteId(record), field, as_listed(value), as_listed(after.get(field)))
            for field, value in before.items()
            if value is not None
        ]
    return replaced


def as_listed(value: object) -> object:
    """A cell of a payload as listings have it: options by their name, links by their ids; people are objects in both
    (docs/services.md, "Airtable: field types")."""
    if isinstance(value, list):
        return [_item_as_listed(item) for item in value]
    return _option(value) if isinstance(value, dict) and "name" in value and not _is_person(value) else value


def _item_as_listed(item: object) -> object:
    if not isinstance(item, dict) or "id" not in item or _is_person(item):
        return item
    return item["id"] if str(item["id"]).startswith("rec") else _option(item)


def _option(item: Mapping[str, Any]) -> object:
    """An option as it was called then, with its id, which it still has; a value of another kind as it is."""
    name, identifier = item.get("name", item.get("id")), str(item.get("id"))
    return NamedOption(name, identifier) if isinstance(name, str) and identifier.startswith("sel") else name


def _is_person(item: Mapping[str, Any]) -> bool:
    return "email" in item or str(item.get("id")).startswith("usr")
