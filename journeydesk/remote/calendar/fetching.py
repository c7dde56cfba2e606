"""A calendar by its address: an `.ics` file over HTTP, or a collection over CalDAV (RFC 4791, "calendar-query"). Only ever read.

A collection is asked for the meetings of a span alone; a server that does not know the question is asked for the file.
"""

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit, urlunsplit
from xml.etree import ElementTree

import requests

from journeydesk.domain.app_links import address_parts
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.remote.bounded_http import bound, certificate_fails
from journeydesk.remote.safe_address import is_inside

SECONDS = 20.0
MOST_BYTES = 30 * 1024 * 1024
_HOPS = 5
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_CALDAV = "{urn:ietf:params:xml:ns:caldav}"
_QUESTION = (
    '<?xml version="1.0" encoding="utf-8"?><c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">'
    "<d:prop><d:getetag/><c:calendar-data/></d:prop>"
    '<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:time-range start="{since}" end="{until}"/>'
    "</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """The calendar files that an address gave; `tag` tells this answer from a later one, `unchanged` that nothing is new."""

    files: tuple[bytes, ...] = ()
    tag: str = ""
    unchanged: bool = False


def calendar_address(typed: str) -> str:
    """An address as people paste it (`webcal://` is https). Raises UserError where it is none, or not safe for a password."""
    text = typed.strip()
    if re.match(r"webcals?://", text, re.IGNORECASE):
        text = "https" + text[text.index("://") :]
    parts = address_parts(text)
    if parts.username or parts.password:
        raise UserError(tr("Give the name and the password apart from the address: they do not belong into it."))
    if (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)) and parts.hostname:
        return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))
    raise UserError(tr("“{address}” is no address of a calendar. It begins with https:// or webcal://.", address=text[:200]))


def fetch(address: str, user: str, password: str, tag: str, since: datetime, until: datetime) -> Fetched:
    """Reads what lies at the address. Raises UserError for what a person has to mend, WorldError for what may pass by itself."""
    session = bound(requests.Session(), SECONDS, MOST_BYTES)
    # Each redirect is looked at here, and none is followed unseen; the session only has to tell of it.
    session.max_redirects = _HOPS
    session.headers["User-Agent"] = "Journeydesk"
    session.headers["Accept"] = "text/calendar, application/xml, */*;q=0.1"
    if user:
        session.auth = (user, password)
    try:
        with session:
            is_file = urlsplit(address).path.lower().endswith((".ics", ".ical"))
            if not is_file:
                answer = _ask(session, address, since, until)
                if answer is not None:
                    return answer
            return _get(session, address, tag)
    except requests.RequestException as problem:
        raise _gone(address, problem) from problem


def _ask(session: requests.Session, address: str, since: datetime, until: datetime) -> Fetched | None:
    """The meetings of a span in a collection; None where that is no collection."""
    body = _QUESTION.format(since=f"{since.astimezone(UTC):%Y%m%dT%H%M%SZ}", until=f"{until.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    headers = {"Depth": "1", "Content-Type": "application/xml; charset=utf-8"}
    answer = _follow(session, "REPORT", address, body.encode(), headers)
    if answer.status_code in (401, 403):
        raise _refused(address, answer.status_code)
    if answer.status_code != 207:
        return None
    # Another encoding, which has NULs, would hide a document type.
    if b"\0" in answer.content or b"<!DOCTYPE" in answer.content[:4096].upper() or b"<!ENTITY" in answer.content.upper():
        raise WorldError(tr("{host} answered with something that is no list of meetings.", host=_host(address)))
    try:
        root = ElementTree.fromstring(answer.content)  # noqa: S314 - no document type is let through, so nothing expands
    except (ElementTree.ParseError, LookupError, ValueError):
        raise WorldError(tr("{host} answered with something that is no list of meetings.", host=_host(address))) from None
    files = tuple(each.text.encode() for each in root.iter(f"{_CALDAV}calendar-data") if each.text)
    return Fetched(files)


def _get(session: requests.Session, address: str, tag: str) -> Fetched:
    answer = _follow(session, "GET", address, None, {"If-None-Match": tag} if tag else {})
    if answer.status_code == 304:
        return Fetched(tag=tag, unchanged=True)
    if answer.status_code in (401, 403):
        raise _refused(address, answer.status_code)
    if answer.status_code in (404, 410):
        raise UserError(
            tr("There is no calendar at {host} any more. Copy its address again from your calendar.", host=_host(address))
        )
    if answer.status_code != 200:
        raise WorldError(tr("{host} answered {status}.", host=_host(address), status=answer.status_code))
    return Fetched((answer.content,), answer.headers.get("ETag", ""))


def _follow(
    session: requests.Session, method: str, address: str, body: bytes | None, headers: dict[str, str]
) -> requests.Response:
    """Sends, following redirects as long as they stay safe; the password goes to no other host."""
    at = address
    for _ in range(_HOPS):
        answer = session.request(method, at, data=body, headers=headers, allow_redirects=False)
        if answer.status_code not in (301, 302, 303, 307, 308):
            return answer
        onwards = _onwards(at, answer.headers.get("Location", ""))
        if urlsplit(onwards).netloc != urlsplit(at).netloc:
            session.auth = None
        at = onwards
    raise UserError(tr("{host} sends in circles. Copy the calendar's address again.", host=_host(address)))


def _onwards(at: str, location: str) -> str:
    """Where a redirect leads. Raises UserError for what is no calendar's address, and for one inside this network that an address
    outside of it sends to: it would have this computer ask what only this computer can."""
    try:
        onwards = calendar_address(requests.compat.urljoin(at, location))
    except (UserError, ValueError):
        onwards = ""
    here, there = _host(at), _host(onwards)
    if not onwards or (here != there and is_inside(there) and not is_inside(here)):
        raise UserError(
            tr("{host} sends on to an address that is not safe to follow. Copy the calendar's address again.", host=here)
        )
    return onwards


def _refused(address: str, status: int) -> UserError:
    if status == 401:
        return UserError(
            tr("{host} does not take the name and password. Many services want a password made for apps.", host=_host(address))
        )
    return UserError(tr("{host} does not let this account read the calendar. Share it with the account.", host=_host(address)))


def _gone(address: str, problem: requests.RequestException) -> Exception:
    if certificate_fails(problem):
        return UserError(tr("The certificate of {host} does not hold, so nothing was sent there.", host=_host(address)))
    if isinstance(problem, requests.Timeout):
        return WorldError(tr("{host} took too long.", host=_host(address)))
    if "more than" in str(problem):
        return UserError(tr("The calendar at {host} is too large. Share one with fewer years.", host=_host(address)))
    return WorldError(tr("{host} was not reached.", host=_host(address)))


def _host(address: str) -> str:
    return urlsplit(address).hostname or address
