"""Airtable through pyairtable: one thread, own pager, own words for its errors (APIS sections 1 and 2)."""

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from email.utils import parsedate_to_datetime
from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from journeydesk.domain.catalogue import FieldSpec, FieldType, TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.remote.airtable.feed import feed_page
from journeydesk.remote.airtable.walk import Walk
from journeydesk.remote.bounded_http import TOTAL_SECONDS, BoundedAdapter
from journeydesk.sync.budget import PENALTY_SECONDS, Pace
from journeydesk.sync.ports import (
    PAGE,
    AccessDenied,
    Feed,
    FeedLost,
    FeedPage,
    Page,
    QuotaReached,
    RateLimited,
    RecordRefused,
    RemoteField,
    RemoteRecord,
    RemoteTable,
    RemoteTrouble,
    RemoteUnreachable,
    SchemaChanged,
    TokenRefused,
    WalkExpired,
)

if TYPE_CHECKING:
    from requests import Response

_TIMEOUT = (5, 20)
# Airtable's clock has whole seconds and ours may be late by a request; reading a little twice loses nothing.
_OVERLAP = timedelta(minutes=5)
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def check_address(url: str) -> str:
    """The address without a trailing slash. Raises UserError unless it is https, or http to this computer."""
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return url.rstrip("/")
    raise UserError(f"The address {url} is not safe for a token. Use https (http is allowed to this computer only).")


class AirtableRemote:
    """One base, reached with one token. Not thread-safe: the sync worker owns it."""

    def __init__(
        self,
        url: str,
        token: str,
        base: str,
        pace: Pace,
        answer_within: float = TOTAL_SECONDS,
    ) -> None:
        from pyairtable import Api

        self._api = Api(token, timeout=_TIMEOUT, retry_strategy=None, endpoint_url=check_address(url))
        self._api.session.trust_env = False
        self._api.session.max_redirects = 0
        self._api.session.hooks["response"].append(self._note_answer)
        for scheme in ("https://", "http://"):
            self._api.session.mount(scheme, BoundedAdapter(answer_within))
        self._root = f"{check_address(url)}/v0"
        self._base = base
        self._pace = pace
        self._random = Random()
        # The remote's own clock, never ours; unknown until it answers.
        self._server_time = ""
        self._is_page = False
        self._calls = 0

    @property
    def calls(self) -> int:
        """How many requests were sent so far."""
        return self._calls

    def _note_answer(self, response: "Response", *_args: object, **_options: object) -> None:
        self._is_page = "html" in response.headers.get("Content-Type", "")
        stamp = response.headers.get("Date")
        if stamp and response.ok and not self._is_page:
            with contextlib.suppress(ValueError):
                self._server_time = moment_text(parsedate_to_datetime(stamp))

    def _send(self, method: str, path: str, **options: Any) -> Any:
        import requests

        self._calls += 1
        try:
            with self._pace.turn():
                answer = self._api.request(method, f"{self._root}/{path}", **options)
        except requests.HTTPError as problem:
            raise self._error(problem.response) from problem
        except requests.TooManyRedirects as problem:
            raise RemoteTrouble("Airtable's address redirects elsewhere; that was refused. Check the address.") from problem
        except requests.exceptions.SSLError as problem:
            raise RemoteUnreachable(
                "No safe connection to Airtable: its certificate does not hold. Check this computer's date and the network. "
                "Everything you do is saved here."
            ) from problem
        except (requests.ConnectionError, requests.Timeout) as problem:
            raise RemoteUnreachable(
                "Airtable cannot be reached. Everything you do is saved here and sent when there is a connection."
            ) from problem
        except (ValueError, requests.RequestException) as problem:
            if self._is_page:
                raise RemoteUnreachable(
                    "Something in this network answers in Airtable's place, maybe a page to sign in. Open a web page to see it. "
                    "Everything you do is saved here."
                ) from problem
            raise RemoteTrouble("Airtable's answer could not be read. Sync tries again by itself.") from problem
        if not isinstance(answer, dict):
            raise RemoteTrouble("Airtable's answer could not be read. Sync tries again by itself.")
        return answer

    def _error(self, response: "Response") -> Exception:
        kind, words = _error_body(response)
        status = response.status_code
        if status == 401:
            return TokenRefused("Airtable does not accept the access token: it was revoked or mistyped. Paste a new token.")
        if status == 403:
            return AccessDenied(
                f"Airtable denies access to base {self._base}: the base does not exist, or the token was not given it or lacks "
                f"a permission (data.records:read, data.records:write, schema.bases:read, schema.bases:write). ({kind})"
            )
        if status == 429:
            if "BILLING" in kind:
                return QuotaReached(
                    "This month's Airtable calls are used up. Sync waits until the month ends or the plan changes."
                )
            seconds = max(PENALTY_SECONDS, _retry_after(response)) + self._random.uniform(0, 3)
            self._pace.pause(seconds)
            return RateLimited(seconds)
        if status == 422 and kind == "LIST_RECORDS_ITERATOR_NOT_AVAILABLE":
            return WalkExpired("Airtable interrupted the listing; it starts again.")
        if status == 404 and kind == "NOT_FOUND":
            return AccessDenied(f"Airtable knows no base {self._base}. Check the base in Settings, Integrations.")
        if status == 422 and kind == "UNKNOWN_FIELD_NAME":
            return SchemaChanged(f"A field of Airtable is gone ({words}); the base is looked at again.")
        if status in (404, 413, 422):
            return RecordRefused(words or kind)
        return RemoteTrouble(f"Airtable has trouble (status {status}). Sync tries again by itself.")

    def schema(self) -> tuple[RemoteTable, ...]:
        answer = self._send("GET", f"meta/bases/{self._base}/tables")
        return tuple(_table(table) for table in answer["tables"])

    def create_table(self, spec: TableSpec, link_targets: Mapping[str, str]) -> None:
        fields = [field_body(field, link_targets) for field in spec.fields]
        self._send("POST", f"meta/bases/{self._base}/tables", json={"name": spec.name, "fields": fields})

    def create_field(self, table: str, spec: FieldSpec, link_targets: Mapping[str, str]) -> None:
        self._send("POST", f"meta/bases/{self._base}/tables/{table}/fields", json=field_body(spec, link_targets))

    def pages(self, table: str, fields: Sequence[str], since: str | None) -> Iterator[Page]:
        body: dict[str, Any] = _listing(fields)
        if since is not None:
            after = moment_text(moment_of(since) - _OVERLAP)
            body["filterByFormula"] = (
                f"OR(IS_AFTER(LAST_MODIFIED_TIME(), DATETIME_PARSE('{after}')), "
                f"IS_AFTER(CREATED_TIME(), DATETIME_PARSE('{after}')))"
            )
        return Walk(lambda asked: self._page(table, asked), body, _record)

    def _page(self, table: str, body: dict[str, Any]) -> tuple[Any, str]:
        answer = self._send("POST", f"{self._base}/{table}/listRecords", json=body)
        if not isinstance(answer.get("records"), list):
            raise RemoteTrouble("Airtable's answer is no list of records. Sync tries again by itself.")
        return answer, self._server_time

    def fetch(self, table: str, ids: Sequence[RemoteId], fields: Sequence[str]) -> list[RemoteRecord]:
        return self._matching(table, [f"RECORD_ID()={quoted(record)}" for record in ids], fields)

    def find(self, table: str, key_field: str, keys: Sequence[str], fields: Sequence[str]) -> list[RemoteRecord]:
        found = self._matching(table, [f"{{{key_field}}}={quoted(key)}" for key in keys], fields)
        return sorted(found, key=lambda record: record.created)

    def _matching(self, table: str, conditions: list[str], fields: Sequence[str]) -> list[RemoteRecord]:
        if not conditions:
            return []
        formula = conditions[0] if len(conditions) == 1 else f"OR({','.join(conditions)})"
        body = _listing(fields) | {"filterByFormula": formula}
        found: list[RemoteRecord] = []
        while True:
            answer, _ = self._page(table, body)
            found += [_record(record) for record in answer["records"]]
            if not answer.get("offset"):
                return found
            body = body | {"offset": answer["offset"]}

    def get(self, table: str, record: RemoteId) -> RemoteRecord | None:
        try:
            answer = self._send("GET", f"{self._base}/{table}/{record}", params={"returnFieldsByFieldId": "true"})
        except RecordRefused:
            return None
        return _record(answer)

    def upsert(self, table: str, key_field: str, records: Sequence[Mapping[str, object]]) -> list[RemoteRecord]:
        body = {
            "performUpsert": {"fieldsToMergeOn": [key_field]},
            "records": [{"fields": dict(fields)} for fields in records],
            "returnFieldsByFieldId": True,
        }
        return self._written("PATCH", table, body)

    def patch(self, table: str, records: Sequence[RemoteRecord]) -> list[RemoteRecord]:
        changes = [{"id": record.id, "fields": dict(record.fields)} for record in records]
        return self._written("PATCH", table, {"records": changes, "returnFieldsByFieldId": True})

    def _written(self, method: str, table: str, body: dict[str, Any]) -> list[RemoteRecord]:
        answer = self._send(method, f"{self._base}/{table}", json=body)
        return [_record(record) for record in answer["records"]]

    def delete(self, table: str, ids: Sequence[RemoteId]) -> None:
        self._send("DELETE", f"{self._base}/{table}", params={"records[]": list(ids)})

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
        answer = self._send("POST", f"bases/{self._base}/webhooks", json=body)
        return Feed(str(answer["id"]), 1, len(kinds) > 1)

    def read_feed(self, feed: Feed) -> FeedPage:
        path = f"bases/{self._base}/webhooks/{feed.id}/payloads"
        try:
            answer = self._send("GET", path, params={"cursor": feed.cursor, "limit": 50})
        except (RecordRefused, AccessDenied) as problem:
            raise FeedLost("The change feed is gone; every table is read once.") from problem
        return feed_page(feed, answer)

    def close_feed(self, feed: Feed) -> None:
        with contextlib.suppress(RecordRefused, AccessDenied):
            self._send("DELETE", f"bases/{self._base}/webhooks/{feed.id}")


def _listing(fields: Sequence[str]) -> dict[str, Any]:
    """A listing always names its fields: Airtable then refuses one that is gone, where otherwise it would only look empty."""
    return {"pageSize": PAGE, "returnFieldsByFieldId": True, "fields": list(fields)}


def quoted(text: str) -> str:
    """A text as a formula literal; the only place that writes one. Backslashes first, then quotes and line ends."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return f"'{escaped}'"


def _retry_after(response: "Response") -> float:
    try:
        return min(600.0, float(response.headers.get("Retry-After", "0")))
    except ValueError:
        return 0.0


def _error_body(response: "Response") -> tuple[str, str]:
    """Type and message out of any of the four shapes an error may have (APIS 1.4)."""
    try:
        body = response.json()
    except ValueError:
        return "", ""
    error = body.get("error") if isinstance(body, dict) else None
    if error is None and isinstance(body, dict) and body.get("errors"):
        first = body["errors"][0]
        return str(first.get("error", "")), str(first.get("message", ""))
    if isinstance(error, dict):
        return str(error.get("type", "")), str(error.get("message", ""))
    return str(error or ""), ""


def _record(answer: Mapping[str, Any]) -> RemoteRecord:
    fields, record = answer.get("fields"), answer.get("id")
    if not isinstance(fields, dict) or not isinstance(record, str) or not re.fullmatch(r"rec[A-Za-z0-9]{14}", record):
        raise RemoteTrouble("Airtable's answer holds what is no record. Sync tries again by itself.")
    return RemoteRecord(RemoteId(record), fields, str(answer.get("createdTime") or ""))


def _table(answer: Mapping[str, Any]) -> RemoteTable:
    fields = []
    for field in answer["fields"]:
        options = field.get("options") or {}
        choices = tuple((choice["id"], choice["name"]) for choice in options.get("choices", ()))
        fields.append(RemoteField(field["id"], field["name"], field["type"], choices, options.get("linkedTableId", "")))
    return RemoteTable(answer["id"], answer["name"], answer["primaryFieldId"], tuple(fields))


def field_body(spec: FieldSpec, link_targets: Mapping[str, str]) -> dict[str, Any]:
    """How a field is asked for at creation (APIS 1.6)."""
    body: dict[str, Any] = {"name": spec.name, "type": spec.type.value}
    kind = spec.type
    if kind is FieldType.SELECT:
        body["options"] = {"choices": [{"name": choice} for choice in spec.choices]}
    elif kind is FieldType.NUMBER:
        body["options"] = {"precision": spec.precision}
    elif kind is FieldType.PERCENT:
        body["options"] = {"precision": 1}
    elif kind is FieldType.CURRENCY:
        body["options"] = {"precision": spec.precision, "symbol": "€"}
    elif kind is FieldType.CHECKBOX:
        body["options"] = {"icon": "check", "color": "greenBright"}
    elif kind is FieldType.DATE:
        body["options"] = {"dateFormat": {"name": "iso", "format": "YYYY-MM-DD"}}
    elif kind is FieldType.DATETIME:
        iso, clock = {"name": "iso", "format": "YYYY-MM-DD"}, {"name": "24hour", "format": "HH:mm"}
        body["options"] = {"timeZone": "utc", "dateFormat": iso, "timeFormat": clock}
    elif kind is FieldType.LINK:
        body["options"] = {"linkedTableId": link_targets[spec.links_to]}
    return body
