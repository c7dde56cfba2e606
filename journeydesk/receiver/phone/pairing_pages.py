"""Pairing at the phone: the code, the number that both show, and the cookie it is known by from then on."""

import secrets

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from journeydesk.domain.errors import UserError
from journeydesk.domain.phone.pairing import Stage
from journeydesk.domain.words import tr
from journeydesk.receiver.phone.rendering import page
from journeydesk.receiver.phone.visit import COOKIE, check_origin, read_form
from journeydesk.services.context import Context
from journeydesk.services.phone import pairing
from journeydesk.services.phone.access import phone_with

_YEAR = 365 * 24 * 3600
_PROMISES = (
    ("calendar", tr("What you can do here"), tr("Your day, your prospects, calls and alerts")),
    ("globe", tr("Same network only"), tr("Nothing leaves your Wi-Fi, no account needed")),
    ("key", tr("What stays on this phone"), tr("Only calls not yet on the computer")),
)
_OVER = {
    Stage.STOPPED: tr("Pairing was stopped. Start again on the computer."),
    Stage.EXPIRED: tr("The number ran out. Start again on the computer."),
    Stage.LOCKED: tr("Too many wrong codes. Start again on the computer."),
}


async def pair(context: Context, request: Request, fingerprint: str) -> Response:
    """GET shows where it stands, POST asks with the code or the picture's secret."""
    token = request.cookies.get(COOKIE, "")
    if phone_with(context, token) is not None:
        return RedirectResponse("/phone/", 303)
    if request.method == "GET":
        return _page(context, request, token)
    check_origin(request)
    form = await read_form(request)
    token = secrets.token_urlsafe(32)
    try:
        pairing.ask(context, form.get("code", ""), token, request.headers.get("user-agent", ""), fingerprint)
    except UserError as problem:
        return _page(context, request, "", str(problem))
    answer = RedirectResponse("/phone/pair", 303)
    answer.set_cookie(COOKIE, token, max_age=_YEAR, path="/", secure=True, httponly=True, samesite="strict")
    return answer


def agree(context: Context, request: Request) -> Response:
    """The numbers match, says whoever holds the phone."""
    check_origin(request)
    stage = pairing.agree_by_phone(context, request.cookies.get(COOKIE, ""))
    return RedirectResponse("/phone/" if stage is Stage.PAIRED else "/phone/pair", 303)


def stop(context: Context, request: Request) -> Response:
    """They differ."""
    check_origin(request)
    pairing.stop(context, request.cookies.get(COOKIE, ""))
    return RedirectResponse("/phone/pair", 303)


def state(context: Context, request: Request) -> Response:
    """Where the phone shall go now, asked every second while it waits."""
    stage = pairing.stage_for(context, request.cookies.get(COOKIE, ""))
    following = {Stage.PAIRED: "/phone/"} | dict.fromkeys(_OVER, "/phone/pair")
    return JSONResponse({"next": following.get(stage)})


def _page(context: Context, request: Request, token: str, problem: str = "") -> Response:
    running = pairing.pairing(context)
    stage = pairing.stage_for(context, token) if token else Stage.EXPIRED
    number = running.number if running is not None and stage is Stage.ASKED else ""
    if not problem and token and running is not None and not number:
        problem = _OVER.get(stage, "") if stage in (Stage.STOPPED, Stage.LOCKED) else ""
    return page(
        "pair.html",
        422 if problem else 200,
        title=tr("Connect this phone"),
        host=request.url.hostname or "",
        computer=tr("{name}’s computer", name=context.actor),
        number=number,
        seconds=int(running.left(context.clock()).total_seconds()) if running is not None and number else 0,
        agreed=bool(running and running.phone_agreed),
        promises=_PROMISES,
        problem=problem,
    )
