"""Webhooks with a payload feed that a client can poll without a public address."""

import base64
import random
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import timedelta
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.sandbox.airtable.cells import as_v2
from journeydesk.sandbox.airtable.errors import AirtableError, invalid_request
from journeydesk.sandbox.airtable.model import Base, Cells, IdMaker, Table
from journeydesk.sandbox.airtable.writing import Change
from journeydesk.sandbox.clock import iso

HOOKS_PER_BASE = 10
HOOK_LIFE_MS = int(timedelta(days=7).total_seconds() * 1000)
PAYLOAD_LIFE_MS = HOOK_LIFE_MS
PAYLOAD_LIMIT = 50
_DATA_TYPES = ("tableData", "tableFields", "tableMetadata")


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a change: `source` as in `fromSources`, such as `client` or `publicApi`."""

    source: str
    user_id: str
    email: str
    name: str

    def json(self) -> dict[str, Any]:
        """As a payload's `actionMetadata`."""
        user = {"id": self.user_id, "email": self.email, "name": self.name, "permissionLevel": "create"}
        return {"source": self.source, "sourceMetadata": {"user": user}}


@dataclass(slots=True)
class Webhook:
    """One hook; `payloads` holds number, time and body of those still kept."""

    id: str
    secret: str
    specification: dict[str, Any]
    notification_url: str | None
    expires_ms: int
    enabled: bool = True
    notifications: bool = True
    next_number: int = 1
    payloads: list[tuple[int, int, dict[str, Any]]] = field(default_factory=list)

    @property
    def filters(self) -> Mapping[str, Any]:
        """What the hook watches."""
        filters: Mapping[str, Any] = self.specification["options"]["filters"]
        return filters

    @property
    def includes(self) -> Mapping[str, Any]:
        """What its payloads carry beside the changed cells."""
        includes: Mapping[str, Any] = self.specification["options"].get("includes") or {}
        return includes

    def put(self, body: dict[str, Any], now_ms: int) -> None:
        """Append a payload to the feed."""
        self.payloads.append((self.next_number, now_ms, body))
        self.next_number += 1


def data_types_of(given: Mapping[str, Any]) -> list[str]:
    """What a hook is asked to watch; raises AirtableError where its specification does not say so in the right form."""
    inner: Any = given
    for name in ("specification", "options", "filters", "dataTypes"):
        inner = inner.get(name) if isinstance(inner, Mapping) else None
    if not isinstance(inner, list) or not inner or not all(data_type in _DATA_TYPES for data_type in inner):
        raise invalid_request()
    return inner


class Webhooks:
    """All hooks of one base."""

    def __init__(self, base: Base, ids: IdMaker, now_ms: Callable[[], int]) -> None:
        self._base = base
        self._ids = ids
        self._now_ms = now_ms
        self.by_id: dict[str, Webhook] = {}

    def create(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Create a hook; its secret is shown only here."""
        url = given.get("notificationUrl")
        if not (url is None or isinstance(url, str)):
            raise invalid_request()
        data_types_of(given)
        if len(self.by_id) >= HOOKS_PER_BASE:
            raise AirtableError(422, "TOO_MANY_WEBHOOKS_IN_BASE", "Too many webhooks in this base")
        secret = base64.b64encode(random.Random(self._ids.new("ach")).randbytes(64)).decode("ascii")
        hook = Webhook(self._ids.new("ach"), secret, dict(given["specification"]), url, self._now_ms() + HOOK_LIFE_MS)
        self.by_id[hook.id] = hook
        return {"id": hook.id, "macSecretBase64": secret, "expirationTime": iso(hook.expires_ms)}

    def get(self, hook_id: str) -> Webhook:
        """The hook of that id; raises AirtableError if there is none, or its week of grace is over."""
        hook = self.by_id.get(hook_id)
        if hook is None or self._now_ms() > hook.expires_ms + HOOK_LIFE_MS:
            self.by_id.pop(hook_id, None)
            raise AirtableError(404, "NOT_FOUND", "Could not find a webhook with that id")
        return hook

    def listed(self) -> list[dict[str, Any]]:
        """All hooks as the list endpoint gives them."""
        return [
            {
                "id": hook.id,
                "type": "client",
                "specification": hook.specification,
                "notificationUrl": hook.notification_url,
                "cursorForNextPayload": hook.next_number,
                "areNotificationsEnabled": hook.notifications,
                "isHookEnabled": hook.enabled and self._alive(hook),
                "expirationTime": iso(hook.expires_ms),
                "lastNotificationResult": None,
                "lastSuccessfulNotificationTime": None,
            }
            for hook in self.by_id.values()
        ]

    def refresh(self, hook_id: str) -> dict[str, Any]:
        """Give a hook another week."""
        hook = self.get(hook_id)
        if not self._alive(hook):
            raise AirtableError(422, "INVALID_WEBHOOK_STATE", "An expired webhook cannot be refreshed")
        hook.expires_ms = self._now_ms() + HOOK_LIFE_MS
        return {"expirationTime": iso(hook.expires_ms)}

    def payloads(self, hook_id: str, cursor: int, limit: int) -> dict[str, Any]:
        """Payloads from number `cursor` on that are not older than a week; listing gives the hook another week.

        The cursor in the answer is the number after the last payload given, also where older ones are gone.
        """
        hook = self.get(hook_id)
        if cursor < 1 or cursor > hook.next_number or not 1 <= limit <= PAYLOAD_LIMIT:
            raise invalid_request()
        oldest = self._now_ms() - PAYLOAD_LIFE_MS
        hook.payloads = [payload for payload in hook.payloads if payload[1] >= oldest]
        waiting = [payload for payload in hook.payloads if payload[0] >= cursor]
        given = waiting[:limit]
        after = given[-1][0] + 1 if given else hook.next_number
        answer: dict[str, Any] = {
            "payloads": [body for _, _, body in given],
            "cursor": after,
            "mightHaveMore": len(waiting) > len(given),
            "payloadFormat": "v0",
        }
        if self._alive(hook):
            hook.expires_ms = self._now_ms() + HOOK_LIFE_MS
        return answer

    def disable(self, hook_id: str, code: str) -> None:
        """Switch a hook off as Airtable does when what it watches is gone, leaving an error payload."""
        hook = self.get(hook_id)
        hook.enabled = False
        hook.put(self._envelope({"error": True, "code": code}), self._now_ms())

    def note_records(self, changes: Mapping[str, Change], author: Author) -> None:
        """Notify every hook that watches them of changed records; one request is one transaction."""
        self._base.transactions += 1
        for hook in self.by_id.values():
            if not self._listens(hook, "tableData", author):
                continue
            tables = {}
            for table_id, change in changes.items():
                if hook.filters.get("recordChangeScope") in (None, table_id):
                    described = self._describe(hook, self._base.tables[table_id], change)
                    if described:
                        tables[table_id] = described
            if tables:
                hook.put(self._envelope({"actionMetadata": author.json(), "changedTablesById": tables}), self._now_ms())

    def note_schema(self, data_type: str, body: dict[str, Any], author: Author) -> None:
        """Notify every hook that watches schema of a change to tables or fields."""
        self._base.transactions += 1
        for hook in self.by_id.values():
            if self._listens(hook, data_type, author):
                hook.put(self._envelope({"actionMetadata": author.json(), **body}), self._now_ms())

    def _alive(self, hook: Webhook) -> bool:
        return self._now_ms() <= hook.expires_ms

    def _listens(self, hook: Webhook, data_type: str, author: Author) -> bool:
        if not hook.enabled or not self._alive(hook) or data_type not in hook.filters["dataTypes"]:
            return False
        sources = hook.filters.get("fromSources")
        return sources is None or author.source in sources

    def _envelope(self, body: dict[str, Any]) -> dict[str, Any]:
        return {
            "timestamp": iso(self._now_ms()),
            "baseTransactionNumber": self._base.transactions,
            "payloadFormat": "v0",
            **body,
        }

    def _describe(self, hook: Webhook, table: Table, change: Change) -> dict[str, Any]:
        types = hook.filters.get("changeTypes") or ["add", "remove", "update"]
        watched = hook.filters.get("watchDataInFieldIds")
        described: dict[str, Any] = {}
        if "add" in types and change.created:
            described["createdRecordsById"] = {
                record_id: {
                    "createdTime": iso(table.records[record_id].created_ms),
                    "cellValuesByFieldId": self._values(table, table.records[record_id].cells, None),
                }
                for record_id in change.created
                if record_id in table.records
            }
        if "update" in types:
            changed = {
                record_id: self._changed(hook, table, record_id, before, after)
                for record_id, (before, after) in change.changed.items()
                if record_id in table.records and (watched is None or set(watched) & set(after))
            }
            if changed:
                described["changedRecordsById"] = changed
        if "remove" in types and change.destroyed:
            described["destroyedRecordIds"] = list(change.destroyed)
        return described

    def _changed(self, hook: Webhook, table: Table, record_id: str, before: Cells, after: Cells) -> dict[str, Any]:
        shown: dict[str, Any] = {"current": {"cellValuesByFieldId": self._values(table, after, None)}}
        if hook.includes.get("includePreviousCellValues"):
            shown["previous"] = {"cellValuesByFieldId": self._values(table, before, None)}
        unchanged = hook.includes.get("includeCellValuesInFieldIds")
        if unchanged:
            rest = {f: v for f, v in table.records[record_id].cells.items() if f not in after}
            shown["unchanged"] = {"cellValuesByFieldId": self._values(table, rest, None if unchanged == "all" else unchanged)}
        return shown

    def _values(self, table: Table, cells: Cells, only: list[str] | None) -> dict[str, Any]:
        return {
            field_id: as_v2(self._base, table.fields[field_id], value)
            for field_id, value in cells.items()
            if only is None or field_id in only
        }
