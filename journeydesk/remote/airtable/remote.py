"""One base of Airtable, offered as the port asks for it (docs/services.md, "Airtable: addresses and rights")."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from journeydesk.domain.catalogue import FieldSpec, TableSpec
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.words import tr
from journeydesk.remote.airtable.feed import feed_page
from journeydesk.remote.airtable.json_shapes import field_body, listing_of, quoted, reading, record_of, table_of, text_of
from journeydesk.remote.airtable.limits import LIMITS
from journeydesk.remote.airtable.service import NAME
from journeydesk.remote.airtable.session import AirtableSession
from journeydesk.remote.airtable.walk import Walk
from journeydesk.remote.cursor_trail import CursorTrail
from journeydesk.remote.deadline import TOTAL_SECONDS
from journeydesk.sync.budget import Pace
from journeydesk.sync.ports import (
    AccessDenied,
    Feed,
    FeedLost,
    FeedPage,
    Page,
    RecordRefused,
    RemoteRecord,
    RemoteTable,
    RemoteTrouble,
)

_FORMULA = 12_000
"""How long a formula may get: files bring keys of any length."""
# Airtable's clock has whole seconds and ours may be late by a request; reading a little twice loses nothing.
_OVERLAP = timedelta(minutes=5)


class AirtableRemote:
    """One base, reached with one token, by a process beside this one where `beside` says so. Not thread-safe: the sync worker owns it."""

    name = NAME
    limits = LIMITS

    def __init__(
        self, url: str, token: str, base: str, pace: Pace, answer_within: float = TOTAL_SECONDS, beside: bool = False
    ) -> None:
        self._session = AirtableSession(url, token, base, pace, answer_within, beside)
        self._base = base

    @property
    def calls(self) -> int:
        return self._session.calls

    def let_go(self) -> None:
        self._session.let_go()

    def schema(self) -> tuple[RemoteTable, ...]:
        answer = self._session.send("GET", f"meta/bases/{self._base}/tables")
        with reading("schema"):
            return tuple(table_of(table) for table in answer["tables"])

    def create_table(self, spec: TableSpec, link_targets: Mapping[str, str]) -> str:
        fields = [field_body(field, link_targets) for field in spec.fields]
        body = {"name": spec.name, "fields": fields}
        answer = self._session.send("POST", f"meta/bases/{self._base}/tables", json=body)
        with reading("table"):
            return text_of(answer, "id")

    def create_field(self, table: str, spec: FieldSpec, link_targets: Mapping[str, str]) -> None:
        self._session.send("POST", f"meta/bases/{self._base}/tables/{table}/fields", json=field_body(spec, link_targets))

    def pages(self, table: str, fields: Sequence[str], since: str | None) -> Iterator[Page]:
        body: dict[str, Any] = listing_of(fields)
        if since is not None:
            after = moment_text(moment_of(since) - _OVERLAP)
            body["filterByFormula"] = (
                f"OR(IS_AFTER(LAST_MODIFIED_TIME(), DATETIME_PARSE('{after}')), "
                f"IS_AFTER(CREATED_TIME(), DATETIME_PARSE('{after}')))"
            )
        return Walk(lambda asked: self._page(table, asked), body, record_of)

    def _page(self, table: str, body: dict[str, Any]) -> tuple[Any, str]:
        answer = self._session.send("POST", f"{self._base}/{table}/listRecords", json=body)
        if not isinstance(answer.get("records"), list):
            raise RemoteTrouble(tr("Airtable's answer is no list of records. Sync tries again by itself."))
        return answer, self._session.server_time

    def fetch(self, table: str, ids: Sequence[RemoteId], fields: Sequence[str]) -> list[RemoteRecord]:
        return self._matching(table, [f"RECORD_ID()={quoted(record)}" for record in ids], fields)

    def find(self, table: str, key_field: str, keys: Sequence[str], fields: Sequence[str]) -> list[RemoteRecord]:
        records = self._matching(table, [f"{{{key_field}}}={quoted(key)}" for key in keys], fields)
        return sorted(records, key=lambda record: record.created)

    def _matching(self, table: str, conditions: list[str], fields: Sequence[str]) -> list[RemoteRecord]:
        return [record for part in _of_bounded_length(conditions) for record in self._listed(table, part, fields)]

    def _listed(self, table: str, conditions: Sequence[str], fields: Sequence[str]) -> list[RemoteRecord]:
        formula = conditions[0] if len(conditions) == 1 else f"OR({','.join(conditions)})"
        body = listing_of(fields) | {"filterByFormula": formula}
        records: list[RemoteRecord] = []
        trail = CursorTrail(NAME)
        while True:
            answer, _ = self._page(table, body)
            records += [record_of(record) for record in answer["records"]]
            offset = trail.follow(answer.get("offset"))
            if offset is None:
                return records
            body = body | {"offset": offset}

    def get(self, table: str, record: RemoteId) -> RemoteRecord | None:
        try:
            answer = self._session.send("GET", f"{self._base}/{table}/{record}", params={"returnFieldsByFieldId": "true"})
        except RecordRefused:
            return None
        return record_of(answer)

    def upsert(self, table: str, key_field: str, records: Sequence[Mapping[str, object]]) -> list[RemoteRecord]:
        body = {
            "performUpsert": {"fieldsToMergeOn": [key_field]},
            "records": [{"fields": dict(fields)} for fields in records],
            "returnFieldsByFieldId": True,
        }
        return self._written(table, body)

    def create(self, table: str, fields: Mapping[str, object]) -> RemoteRecord:
        body = {"fields": dict(fields), "returnFieldsByFieldId": True}
        return record_of(self._session.send("POST", f"{self._base}/{table}", json=body))

    def patch(self, table: str, records: Sequence[RemoteRecord]) -> list[RemoteRecord]:
        changes = [{"id": record.id, "fields": dict(record.fields)} for record in records]
        return self._written(table, {"records": changes, "returnFieldsByFieldId": True})

    def _written(self, table: str, body: dict[str, Any]) -> list[RemoteRecord]:
        answer = self._session.send("PATCH", f"{self._base}/{table}", json=body)
        with reading(tr("list of the records that were written")):
            records = [record_of(record) for record in answer["records"]]
            if len(records) != len(body["records"]):
                raise ValueError(f"{len(records)} of {len(body['records'])} records")
        return records

    def delete(self, table: str, ids: Sequence[RemoteId]) -> None:
        self._session.send("DELETE", f"{self._base}/{table}", params={"records[]": list(ids)})

    def open_feed(self) -> Feed:
        try:
            return self._open_feed(["tableData", "tableFields", "tableMetadata"])
        except AccessDenied:
            # Without the right to read the schema the records can still be listened to.
            return self._open_feed(["tableData"])

    def _open_feed(self, kinds: list[str]) -> Feed:
        options = {"filters": {"dataTypes": kinds}, "includes": {"includePreviousCellValues": True}}
        specification = {"options": options}
        body = {"notificationUrl": None, "specification": specification}
        answer = self._session.send("POST", f"bases/{self._base}/webhooks", json=body)
        with reading("feed"):
            return Feed(text_of(answer, "id"), 1, len(kinds) > 1)

    def read_feed(self, feed: Feed) -> FeedPage:
        path = f"bases/{self._base}/webhooks/{feed.id}/payloads"
        try:
            answer = self._session.send("GET", path, params={"cursor": feed.cursor, "limit": 50})
        except (RecordRefused, AccessDenied) as problem:
            raise FeedLost(tr("The change feed is gone; every table is read once.")) from problem
        return feed_page(feed, answer)

    def close_feed(self, feed: Feed) -> None:
        with contextlib.suppress(RecordRefused, AccessDenied):
            self._session.send("DELETE", f"bases/{self._base}/webhooks/{feed.id}")


def _of_bounded_length(conditions: Sequence[str]) -> Iterator[list[str]]:
    part: list[str] = []
    length = 0
    for condition in conditions:
        if part and length + len(condition) > _FORMULA:
            yield part
            part, length = [], 0
        part.append(condition)
        length += len(condition) + 1
    if part:
        yield part
