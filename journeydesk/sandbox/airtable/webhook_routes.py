"""The webhook routes of a base."""

from collections.abc import Sequence

from journeydesk.sandbox.airtable.access import Token
from journeydesk.sandbox.airtable.errors import invalid_request, not_found
from journeydesk.sandbox.airtable.webhooks import PAYLOAD_LIMIT, Webhooks, data_types_of
from journeydesk.sandbox.airtable.workspace import Workspace, json_body
from journeydesk.sandbox.web import Request, Response, json_response

_SCOPE_OF_DATA = {
    "tableData": "data.records:read",
    "tableFields": "schema.bases:read",
    "tableMetadata": "schema.bases:read",
}


class WebhookRoutes:
    """Answers requests below `/v0/bases/{base}/webhooks`."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def handle(self, request: Request, token: Token, base_id: str, segments: Sequence[str]) -> Response:
        """Answer one request; `segments` are the path's parts after `webhooks`."""
        token.need_scope("webhook:manage")
        base = self._workspace.base_for(token, base_id)
        hooks = self._workspace.hooks[base.id]
        if not segments:
            return self._all(request, token, hooks)
        hook_id, action = segments[0], "/".join(segments[1:])
        if (request.method, action) == ("GET", "payloads"):
            for data_type in hooks.get(hook_id).filters["dataTypes"]:
                token.need_scope(_SCOPE_OF_DATA[data_type])
            cursor, limit = _number(request, "cursor", 1), _number(request, "limit", PAYLOAD_LIMIT)
            return json_response(hooks.payloads(hook_id, cursor, limit))
        token.need_role("create", "manage the webhooks of this base")
        if (request.method, action) == ("DELETE", ""):
            hooks.get(hook_id)
            del hooks.by_id[hook_id]
            return json_response({})
        if (request.method, action) == ("POST", "refresh"):
            return json_response(hooks.refresh(hook_id))
        if (request.method, action) == ("POST", "enableNotifications"):
            enable = json_body(request).get("enable")
            if not isinstance(enable, bool):
                raise invalid_request()
            hooks.get(hook_id).notifications = enable
            return json_response({})
        raise not_found()

    @staticmethod
    def _all(request: Request, token: Token, hooks: Webhooks) -> Response:
        if request.method == "GET":
            return json_response({"webhooks": hooks.listed()})
        if request.method != "POST":
            raise not_found()
        token.need_role("create", "manage the webhooks of this base")
        given = json_body(request)
        for data_type in data_types_of(given):
            token.need_scope(_SCOPE_OF_DATA[data_type])
        return json_response(hooks.create(given))


def _number(request: Request, name: str, default: int) -> int:
    text = dict(request.query).get(name)
    if text is None:
        return default
    if not text.isdigit():
        raise invalid_request()
    return int(text)
