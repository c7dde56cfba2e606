"""The receiver as one ASGI application: the guard, which sites may ask from a browser, and the routes."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from journeydesk import __version__
from journeydesk.receiver.description import described
from journeydesk.receiver.guard import Guard, host_names
from journeydesk.receiver.refusals import FieldProblem, Refused, answer_refused, note_reason, plain_refusal
from journeydesk.receiver.routes import beta, events, gated, links, reading, stripe
from journeydesk.receiver.routes.answers import SCHEMES
from journeydesk.receiver.security_log import SecurityLog
from journeydesk.receiver.service import Service
from journeydesk.receiver.short_road import ShortRoad

ROUTERS: tuple[APIRouter, ...] = tuple(part.router for part in (events, reading, beta, gated, stripe, links))
_WORDS = (
    "What this computer takes from other programs. Posts are signed: X-Webhook-Signature is sha256= and the HMAC-SHA256 of the "
    "body's bytes with the shared secret. What is answered with 202 is on disk; sending it again changes nothing."
)
_STATUS_WORDS = {404: "There is nothing at this address.", 405: "This address does not take that method."}


def make_application(service: Service, log: SecurityLog, routers: Sequence[APIRouter] = ()) -> ASGIApp:
    """The application, with further routers beside its own. `app.state.service` is what they work with."""
    app = FastAPI(
        title="Journeydesk receiver",
        version=__version__,
        description=_WORDS,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        exception_handlers={Refused: answer_refused, HTTPException: _answer_plainly, RequestValidationError: _answer_wrong},
    )
    app.state.service = service
    if service.settings.origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(service.settings.origins),
            allow_methods=["GET", "POST"],
            allow_headers=["Content-Type", "X-Webhook-Signature"],
        )
    for router in (*ROUTERS, *routers):
        app.include_router(router)
    app.add_api_route("/docs", _page, include_in_schema=False, response_class=HTMLResponse)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    settings = service.settings
    return Guard(ShortRoad(app, service), log, host_names(settings.host, settings.hosts), settings.failures_a_minute)


async def no_application(scope: Scope, _receive: Receive, send: Send) -> None:
    """Answers that there is nothing: where no events are taken, and phones come by another name or address."""
    if scope["type"] == "http":
        for message in plain_refusal(Refused(404, _STATUS_WORDS[404])):
            await send(message)


def _page(request: Request) -> HTMLResponse:
    return HTMLResponse(described(request.app.openapi()))


def _openapi(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        app.openapi_schema = FastAPI.openapi(app)
        app.openapi_schema.setdefault("components", {})["securitySchemes"] = SCHEMES
    return app.openapi_schema


async def _answer_plainly(request: Request, problem: Exception) -> JSONResponse:
    assert isinstance(problem, HTTPException)
    words = _STATUS_WORDS.get(problem.status_code, str(problem.detail))
    note_reason(request.scope, words)
    return JSONResponse({"error": words}, problem.status_code, problem.headers)


async def _answer_wrong(request: Request, problem: Exception) -> Response:
    """A wrong path or query. Who may not read is told that, and not what would be right."""
    assert isinstance(problem, RequestValidationError)
    service: Service = request.app.state.service
    try:
        service.check_reader(request)
    except Refused as refused:
        return await answer_refused(request, refused)
    fields = [FieldProblem(".".join(str(part) for part in error["loc"][1:]), error["msg"]) for error in problem.errors()]
    return await answer_refused(request, Refused(422, "The request was not understood.", fields))
