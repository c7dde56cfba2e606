"""The meta API's routes: who am I, which bases, which tables and fields."""

from collections.abc import Sequence
from typing import Any

from journeydesk.sandbox.airtable.access import Token
from journeydesk.sandbox.airtable.errors import AirtableError, no_such_model, not_found, rate_limited
from journeydesk.sandbox.airtable.model import Base, Table
from journeydesk.sandbox.airtable.schema import SchemaEditor, field_json, table_json
from journeydesk.sandbox.airtable.workspace import Workspace, author_of, json_body
from journeydesk.sandbox.web import Request, Response, json_response


class MetaRoutes:
    """Answers requests below `/v0/meta`. They do not count against the monthly quota."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def handle(self, request: Request, token: Token, segments: Sequence[str]) -> Response:
        """Answer one request; `segments` are the path's parts after `/v0/meta`."""
        route = (request.method, len(segments), segments[0])
        if route == ("GET", 1, "whoami"):
            who: dict[str, Any] = {"id": token.user_id}
            if "user.email:read" in token.scopes:
                who["email"] = token.email
            return json_response(who)
        if route == ("GET", 1, "bases"):
            token.need_scope("schema.bases:read")
            return json_response({"bases": self._bases(token)})
        if segments[0] != "bases" or len(segments) < 3 or segments[2] != "tables":
            raise not_found()
        if not self._workspace.limits.admit(segments[1], self._workspace.clock.now()):
            return rate_limited(self._workspace.limits.documented_body)
        return self._tables(request, token, segments)

    def _bases(self, token: Token) -> list[dict[str, str]]:
        return [
            {"id": base.id, "name": base.name, "permissionLevel": token.role}
            for base in self._workspace.bases.values()
            if token.may_see(base.id)
        ]

    def _tables(self, request: Request, token: Token, segments: Sequence[str]) -> Response:
        reads = request.method == "GET"
        token.need_scope("schema.bases:read" if reads else "schema.bases:write")
        base = self._workspace.base_for(token, segments[1])
        if reads and len(segments) == 3:
            return json_response({"tables": [table_json(table) for table in base.tables.values()]})
        if not reads:
            token.need_role("create", "change the schema of this base")
        if request.method == "POST" and len(segments) == 3:
            return self._create_table(request, token, base)
        if len(segments) < 4:
            raise not_found()
        table = base.tables.get(segments[3])
        if table is None:
            raise no_such_model()
        if request.method == "PATCH" and len(segments) == 4:
            return self._rename_table(request, token, base, table)
        if len(segments) >= 5 and segments[4] == "fields":
            return self._fields(request, token, base, table, segments[5:])
        raise not_found()

    def _create_table(self, request: Request, token: Token, base: Base) -> Response:
        table = SchemaEditor(base, self._workspace.ids).create_table(json_body(request))
        fields = {field.id: {"name": field.name, "type": field.type} for field in table.fields.values()}
        created = {table.id: {"metadata": {"name": table.name, "description": None}, "fieldsById": fields}}
        self._announce(base, token, "tableMetadata", {"createdTablesById": created})
        return json_response(table_json(table))

    def _rename_table(self, request: Request, token: Token, base: Base, table: Table) -> Response:
        before = table.name
        SchemaEditor(base, self._workspace.ids).rename(table, json_body(request))
        change = {"changedMetadata": {"current": {"name": table.name}, "previous": {"name": before}}}
        self._announce(base, token, "tableMetadata", {"changedTablesById": {table.id: change}})
        return json_response(table_json(table))

    def _fields(self, request: Request, token: Token, base: Base, table: Table, segments: Sequence[str]) -> Response:
        editor = SchemaEditor(base, self._workspace.ids)
        if request.method == "POST" and not segments:
            field = editor.create_field(table, json_body(request))
            change: dict[str, Any] = {"createdFieldsById": {field.id: {"name": field.name, "type": field.type}}}
        elif request.method == "PATCH" and len(segments) == 1:
            named = table.fields.get(segments[0])
            if named is None:
                raise AirtableError(404, "MODEL_ID_NOT_FOUND", "Field not found")
            field = named
            before = field.name
            editor.rename(field, json_body(request))
            change = {"changedFieldsById": {field.id: {"current": {"name": field.name}, "previous": {"name": before}}}}
        else:
            raise not_found()
        self._announce(base, token, "tableFields", {"changedTablesById": {table.id: change}})
        return json_response(field_json(field))

    def _announce(self, base: Base, token: Token, data_type: str, body: dict[str, Any]) -> None:
        self._workspace.hooks[base.id].note_schema(data_type, body, author_of(token))
