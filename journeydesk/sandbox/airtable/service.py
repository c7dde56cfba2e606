"""Airtable's routes: which request does what, after which checks."""

from collections.abc import Callable, Sequence
from typing import Any

from journeydesk.sandbox.airtable.access import Token, token_of
from journeydesk.sandbox.airtable.errors import (
    AirtableError,
    invalid_request,
    no_such_model,
    no_such_record,
    not_found,
    quota_exceeded,
    rate_limited,
)
from journeydesk.sandbox.airtable.formula_functions import Scope
from journeydesk.sandbox.airtable.listing import Listing, RecordWriter, flag, options_from_json, options_from_query
from journeydesk.sandbox.airtable.meta import MetaRoutes
from journeydesk.sandbox.airtable.model import Base, Record, Table, is_id
from journeydesk.sandbox.airtable.webhook_routes import WebhookRoutes
from journeydesk.sandbox.airtable.workspace import Workspace, author_of, json_body
from journeydesk.sandbox.airtable.writing import Writer
from journeydesk.sandbox.web import Request, Response, json_response

MAX_URL = 16_000


class AirtableService:
    """Answers every request below `/v0`."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.listing = Listing(workspace.ids, workspace.clock.now)
        self._meta = MetaRoutes(workspace)
        self._hooks = WebhookRoutes(workspace)

    def handle(self, request: Request, segments: Sequence[str]) -> Response:
        """Answer one request; `segments` are the path's parts after `/v0`."""
        if len(request.target) >= MAX_URL:
            return Response(414, b"", "text/html")
        try:
            return self._route(request, segments)
        except AirtableError as error:
            return error.response()

    def _route(self, request: Request, segments: Sequence[str]) -> Response:
        if len(segments) >= 2 and segments[0] == "meta":
            return self._meta.handle(request, self._token(request), segments[1:])
        if len(segments) >= 3 and segments[0] == "bases":
            token = self._token(request)
            return self._limited(segments[1]) or self._hooks.handle(request, token, segments[1], segments[3:])
        if len(segments) not in {2, 3} or not is_id(segments[0], "app"):
            raise not_found()
        if len(segments) == 3 and segments[2] != "listRecords" and not is_id(segments[2], "rec"):
            raise not_found()
        token = self._token(request)
        refused = self._limited(segments[0])
        if refused is not None:
            return refused
        if not self.workspace.limits.spend():
            return quota_exceeded()
        return self._records(request, token, segments)

    def _token(self, request: Request) -> Token:
        return token_of(request.headers.get("authorization"), self.workspace.tokens)

    def _limited(self, base_id: str) -> Response | None:
        limits = self.workspace.limits
        if limits.admit(base_id, self.workspace.clock.now()):
            return None
        return rate_limited(limits.documented_body)

    def _records(self, request: Request, token: Token, segments: Sequence[str]) -> Response:
        reads = request.method == "GET" or segments[-1] == "listRecords"
        token.need_scope("data.records:read" if reads else "data.records:write")
        base = self.workspace.base_for(token, segments[0])
        table = base.table_by(segments[1])
        if table is None:
            raise no_such_model()
        if not reads:
            token.need_role("edit", "perform this operation")
        work = _RecordRequest(self, request, token, base, table)
        handlers: dict[tuple[str, str], Callable[[], Any]] = {
            ("GET", ""): work.listed,
            ("POST", ""): work.create,
            ("PATCH", ""): work.update,
            ("PUT", ""): work.update,
            ("DELETE", ""): work.delete,
            ("POST", "listRecords"): work.listed_by_post,
            ("GET", "rec"): lambda: work.shown(segments[2]),
            ("PATCH", "rec"): lambda: work.update_one(segments[2]),
            ("PUT", "rec"): lambda: work.update_one(segments[2]),
            ("DELETE", "rec"): lambda: work.delete_one(segments[2]),
        }
        last = "" if len(segments) == 2 else "listRecords" if segments[2] == "listRecords" else "rec"
        handler = handlers.get((request.method, last))
        if handler is None:
            raise not_found()
        return json_response(handler())


class _RecordRequest:
    """One request on one table's records."""

    def __init__(self, service: AirtableService, request: Request, token: Token, base: Base, table: Table) -> None:
        self._service = service
        self._request = request
        self._token = token
        self._base = base
        self._table = table

    def listed(self) -> dict[str, Any]:
        options = options_from_query(self._request.query)
        return self._service.listing.page(self._base, self._table, options)

    def listed_by_post(self) -> dict[str, Any]:
        return self._service.listing.page(self._base, self._table, options_from_json(json_body(self._request)))

    def shown(self, record_id: str) -> dict[str, Any]:
        query = dict(self._request.query)
        if any(key.partition("[")[0] == "fields" for key in query):
            raise invalid_request()
        record = self._table.records.get(record_id)
        if record is None:
            raise no_such_record()
        return self._written([record], query.get("returnFieldsByFieldId"))[0]

    def create(self) -> dict[str, Any]:
        body = json_body(self._request)
        single = "records" not in body
        writer = self._writer()
        items = [body] if single else body["records"]
        records = writer.create(self._table, items, typecast=flag(body.get("typecast")))
        self._announce(writer)
        written = self._written(records, body.get("returnFieldsByFieldId"))
        return written[0] if single else {"records": written}

    def update(self) -> dict[str, Any]:
        body = json_body(self._request)
        replace = self._request.method == "PUT"
        typecast = flag(body.get("typecast"))
        writer = self._writer()
        upsert = body.get("performUpsert")
        if upsert is None:
            records = writer.update(self._table, body.get("records", []), typecast=typecast, replace=replace)
            self._announce(writer)
            return {"records": self._written(records, body.get("returnFieldsByFieldId"))}
        if not isinstance(upsert, dict):
            raise invalid_request()
        records, created = writer.upsert(
            self._table, body.get("records", []), upsert.get("fieldsToMergeOn"), typecast=typecast, replace=replace
        )
        self._announce(writer)
        return {
            "records": self._written(records, body.get("returnFieldsByFieldId")),
            "createdRecords": created,
            "updatedRecords": [record.id for record in records if record.id not in created],
        }

    def update_one(self, record_id: str) -> dict[str, Any]:
        if record_id not in self._table.records:
            raise no_such_record()
        body = json_body(self._request)
        writer = self._writer()
        records = writer.update(
            self._table,
            [{"id": record_id, "fields": body.get("fields")}],
            typecast=flag(body.get("typecast")),
            replace=self._request.method == "PUT",
        )
        self._announce(writer)
        return self._written(records, body.get("returnFieldsByFieldId"))[0]

    def delete(self) -> dict[str, Any]:
        record_ids = [value for key, value in self._request.query if key.partition("[")[0] == "records"]
        writer = self._writer()
        writer.delete(self._table, record_ids)
        self._announce(writer)
        return {"records": [{"id": record_id, "deleted": True} for record_id in record_ids]}

    def delete_one(self, record_id: str) -> dict[str, Any]:
        writer = self._writer()
        writer.delete(self._table, [record_id])
        self._announce(writer)
        return {"id": record_id, "deleted": True}

    def _writer(self) -> Writer:
        workspace = self._service.workspace
        return Writer(self._base, workspace.ids, workspace.now_ms, self._token.user_id)

    def _announce(self, writer: Writer) -> None:
        self._service.workspace.hooks[self._base.id].note_records(writer.changes, author_of(self._token))

    def _written(self, records: Sequence[Record], by_field_id: Any) -> list[dict[str, Any]]:
        scope = Scope(self._base, self._service.workspace.clock.now())
        writer = RecordWriter(scope, self._table, None, by_field_id=flag(by_field_id))
        return [writer.write(record) for record in records]
