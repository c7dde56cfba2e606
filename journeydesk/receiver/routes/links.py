"""Links of our mails: a click is counted and led on, an open is counted of who agreed, an address unsubscribes with one press."""

import base64
import contextlib
import html
import json
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from journeydesk.domain.time import moment_of
from journeydesk.receiver.refusals import Refused
from journeydesk.receiver.routes.events import event_entry
from journeydesk.receiver.service import Service, read_body
from journeydesk.services.receiver.folding import UNSUBSCRIBE
from journeydesk.services.receiver.links import LinkFacts, address_of, link_facts, open_facts
from journeydesk.storage.receiver.inbox import NewEntry

router = APIRouter(include_in_schema=False)
SCANNED_SECONDS = 10
"""Who follows a link so soon after the mail went out is a program that looks for harm."""

_PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
_MOST_FORM = 1_024
_ONE_DOT = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
"""A GIF of one transparent dot."""
_PICTURE = _PRIVATE | {"Cross-Origin-Resource-Policy": "cross-origin", "X-Content-Type-Options": "nosniff"}


@router.api_route("/l/{token}", methods=["GET", "HEAD"])
async def click(request: Request, token: str) -> Response:
    """Leads on to where the link was made for, and to nowhere else."""
    service: Service = request.app.state.service
    facts = await run_in_threadpool(link_facts, service.context, token, service.keys.seal)
    if facts is None:
        raise Refused(404, "This link leads nowhere.")
    if request.method == "GET" and facts.customer and not _is_scanner(service, facts):
        metadata = {"url": facts.target, "message": facts.message or "", "link": facts.id}
        await _count(service, {"customer_id": facts.customer, "event": "link_clicked", "metadata": metadata})
    return RedirectResponse(_safe(facts.target), 302, _PRIVATE)


@router.api_route("/o/{token}", methods=["GET", "HEAD"])
async def opened(request: Request, token: str) -> Response:
    """One transparent dot. That the mail was opened is counted once, where its reader agreed to it."""
    service: Service = request.app.state.service
    facts = await run_in_threadpool(open_facts, service.context, token, service.keys.seal)
    if facts is None:
        raise Refused(404, "This picture is not known.")
    if request.method == "GET" and facts.customer and facts.sent_at is not None and not _is_scanner(service, facts):
        # The first time only: how often somebody reads a mail is nobody's business.
        event = {"event_id": f"open-{facts.id}", "customer_id": facts.customer, "event": "email_opened"}
        await _count(service, event | {"metadata": {"message": facts.message or ""}})
    return Response(_ONE_DOT, headers=_PICTURE, media_type="image/gif")


async def _count(service: Service, event: dict[str, Any]) -> None:
    # Whoever reads or clicked wants to get on; that it could not be counted is no reason to hold them up.
    with contextlib.suppress(Refused):
        await service.keep([event_entry(service, event | {"timestamp": service.now()}, "mail")])


def _is_scanner(service: Service, facts: LinkFacts) -> bool:
    if facts.sent_at is None:
        return False
    return (service.context.clock() - moment_of(facts.sent_at)).total_seconds() < SCANNED_SECONDS


def _safe(target: str) -> str:
    return quote(target, safe=":/?#[]@!$&'()*+,;=%~")


@router.get("/u/{token}")
async def ask(request: Request, token: str) -> HTMLResponse:
    """A button only: programs that look for harm follow every link."""
    await _address(request, token)
    return HTMLResponse(
        _page("Unsubscribe", f'<form method="post" action="/u/{html.escape(token)}"><button>Unsubscribe</button></form>'),
        headers=_PRIVATE,
    )


@router.post("/u/{token}")
async def unsubscribe(request: Request, token: str) -> HTMLResponse:
    """Takes the address off, as RFC 8058 has it: one post, no sign-in, no redirect."""
    service: Service = request.app.state.service
    email = await _address(request, token)
    await read_body(request, _MOST_FORM)
    content = json.dumps({"email": email, "by": "one click"}, ensure_ascii=False)
    await service.keep([NewEntry(f"{UNSUBSCRIBE}:{token}", UNSUBSCRIBE, "mail", service.now(), content)])
    return HTMLResponse(_page("Done", "<p>You will get no more mail from us at this address.</p>"), headers=_PRIVATE)


async def _address(request: Request, token: str) -> str:
    service: Service = request.app.state.service
    email = await run_in_threadpool(address_of, service.context, token, service.keys.seal)
    if email is None:
        raise Refused(404, "This link leads nowhere.")
    return email


def _page(title: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>body{{font:16px/1.5 system-ui,sans-serif;max-width:30rem;margin:4rem auto;padding:0 1rem;"
        f"color-scheme:light dark}}button{{font:inherit;padding:.6rem 1.2rem}}</style><h1>{title}</h1>{body}</html>"
    )
