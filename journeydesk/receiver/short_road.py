"""The road that is taken most: one event, past what FastAPI does around every route, for it needs none of it and would be a tenth of
its cost."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from journeydesk.receiver.refusals import Refused, answer_refused
from journeydesk.receiver.routes.events import CUSTOMER_JOURNEY, take_event
from journeydesk.receiver.service import Service


class ShortRoad:
    """ASGI: answers one event itself, and leaves all else to `app`; also what a browser sends, for CORS is looked after there."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app, self._service = app, service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _is_event(scope):
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        response: Response
        try:
            response = await take_event(self._service, request)
        except Refused as refused:
            response = await answer_refused(request, refused)
        await response(scope, receive, send)


def _is_event(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["path"] != CUSTOMER_JOURNEY or scope["method"] != "POST":
        return False
    return all(name != b"origin" for name, _ in scope["headers"])
