"""Links of our mails: a click is counted and led on, an address unsubscribes with one press."""

import contextlib
import html
import json
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from journeydesk.domain.time import moment_of
from journeydesk.receiver.refusals import Refused
from journeydesk.receiver.routes.events import event_entry
from journeydesk.receiver.service import Service, read_body
from journeydesk.services.receiver.folding import UNSUBSCRIBE
from journeydesk.services.receiver.links import LinkFacts, address_of, link_facts
from journeydesk.storage.receiver.inbox import NewEntry

router = APIRouter(include_in_schema=False)
SCANNED_SECONDS = 10
"""Who follows a link so soon after the mail went out is a program that looks for harm."""

_PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
_MOST_FORM = 1_024


@router.api_route("/l/{token}", methods=["GET", "HEAD"])
async def click(request: Request, token: str) -> Response:
    """Leads on to where the link was made for, and to nowhere else."""
    service: Service = request.app.state.service
    facts = await run_in_threadpool(link_facts, service.context, token, service.keys.seal)
    if facts is None:
        raise Refused(404, "This link leads nowhere.")
    if request.method == "GET" and facts.customer and not _is_scanner(service, facts):
        event = {
            "customer_id": facts.customer,
            "event": "link_clicked",
            "timestamp": service.now(),
            "metadata": {"url": facts.target, "message": facts.message or "", "link": facts.id},
        }
        # Whoever clicked wants to get on; that it could not be counted is no reason to hold them up.
        with contextlib.suppress(Refused):
            await service.keep([event_entry(service, event, "mail")])
    return RedirectResponse(_safe(facts.target), 302, _PRIVATE)


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
