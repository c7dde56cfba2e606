"""One request of a paired phone: who it is, what its form holds, how it is answered."""

import hashlib
from collections.abc import Callable
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from journeydesk.domain.errors import JourneydeskError, UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.phone.access import once, phone_with

COOKIE = "__Host-journeydesk-phone"
"""Browsers take it by https alone, from this host alone, for all paths."""

_MOST_FIELDS = 30

Form = dict[str, str]


class NotPaired(Exception):
    """The phone is not known, or no longer."""


class Elsewhere(Exception):
    """The form was not sent by one of our pages."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A paired phone's request. `plain` for one from a form without a script, which is answered by a page."""

    phone: int
    plain: bool


def visitor(context: Context, request: Request) -> Visit:
    """Whose request it is. Raises NotPaired for a stranger's, and Elsewhere for what another site makes the phone send."""
    if request.method == "POST":
        check_origin(request)
    phone = phone_with(context, request.cookies.get(COOKIE, ""))
    if phone is None:
        raise NotPaired
    return Visit(phone, "application/json" not in request.headers.get("accept", ""))


def check_origin(request: Request) -> None:
    """Raises Elsewhere where the page that sends is not ours: beside the cookie's own rule, for browsers that do not know it."""
    origin = request.headers.get("origin")
    # By https always: a page at this address without it is somebody else's who sits in between.
    if origin is not None and origin.lower() != f"https://{request.headers.get('host', '').lower()}":
        raise Elsewhere


async def read_form(request: Request) -> Form:
    """The fields of a form. Raises UserError for a body that is none."""
    try:
        body = (await request.body()).decode("utf-8")
        return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError:
        raise UserError(tr("The form could not be read. Open the page anew and try again.")) from None


def act(
    context: Context, visit: Visit, form: Form, address: str, work: Callable[[], str], on_refusal: Callable[[str], Response]
) -> Response:
    """Does what a form asks, once, and answers: on to `address` with what was done, or what is wrong, with everything still there.

    The id is the phone's, and the fields count with it: another text under an old id is another request.
    """
    fields = "\n".join(f"{name}={value}" for name, value in sorted(form.items()) if name != "request")
    request = (
        hashlib.sha256(f"{form.get('request', '')}\n{address}\n{fields}".encode()).hexdigest() if form.get("request") else ""
    )
    try:
        said = once(context, visit.phone, request, work)
    except JourneydeskError as problem:
        if not isinstance(problem, UserError):
            raise
        return on_refusal(str(problem)) if visit.plain else JSONResponse({"problem": str(problem)}, 422)
    if not visit.plain:
        return JSONResponse({"said": said, "next": address})
    return RedirectResponse(address, 303)
