"""How Make fails, in our words."""

import contextlib
from collections.abc import Iterator

import requests
import urllib3

from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.words import tr
from journeydesk.sync.ports import AccessDenied, TokenRefused

LONGEST_WAIT = 60.0
_MOST_WORDS = 300


class MakeUnreachable(WorldError):
    """No answer, and nothing was sent that does anything."""


class MakeTrouble(WorldError):
    """It answered that it failed, or with what is no answer."""


class MakeBusy(WorldError):
    """Too many requests in a minute; nothing happened. `seconds` to wait, where Make says it."""

    def __init__(self, seconds: float | None) -> None:
        words = (
            tr("Make.com takes no more requests of your organisation in this minute. Nothing was run; try again then.")
            if seconds is None
            else tr("Make.com asks for a pause of {seconds} s. Nothing was run; try again then.", seconds=round(seconds))
        )
        super().__init__(words)
        self.seconds = seconds


class MakeMissing(UserError):
    """There is no such thing, or the token may not see it."""


class MakeRefused(UserError):
    """It was not done, with Make's own reason."""


class RunUnknown(WorldError):
    """A run was asked for and may or may not have begun."""


def refusal(answer: requests.Response) -> WorldError | UserError:
    """What an answer that is none stands for."""
    status = answer.status_code
    if status == 401:
        return TokenRefused(
            tr("Make.com does not take the token. It was revoked or mistyped, or it is of another zone: look at both.")
        )
    if status == 403:
        return AccessDenied(tr("The token of Make may not do this. It needs the scopes scenarios:read and scenarios:run."))
    if status == 404:
        return MakeMissing(tr("Make.com does not know it, or the token may not see it."))
    if status == 429:
        return MakeBusy(asked_wait(answer))
    if 300 <= status < 400:
        return MakeTrouble(
            tr("Make.com sends elsewhere, where a token is not sent. Look at the zone and at the network’s sign-in.")
        )
    if status >= 500:
        return MakeTrouble(tr("Make.com has trouble answering ({status}). It is asked again later.", status=status))
    return MakeRefused(tr("Make.com does not take it: {reason}", reason=reason_of(answer)))


def reason_of(answer: requests.Response) -> str:
    """Make's own words: the detail, else the message, and each of the smaller errors."""
    found: list[str] = []
    with contextlib.suppress(ValueError, RecursionError):
        body = answer.json()
        if isinstance(body, dict):
            found = list(_words(body))
    words = " ".join(" ".join(found).split()) or f"{answer.status_code}"
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…"


def _words(body: dict[str, object]) -> Iterator[str]:
    main = body.get("detail") if isinstance(body.get("detail"), str) else body.get("message")
    if isinstance(main, str):
        yield main
    smaller = body.get("suberrors")
    for each in smaller if isinstance(smaller, list) else ():
        if isinstance(each, dict) and isinstance(each.get("message"), str):
            yield each["message"]


def unreadable() -> MakeTrouble:
    """For an answer of another shape than documented: a sign-in page of the network, half an answer."""
    return MakeTrouble(tr("Make.com’s answer could not be read. A sign-in page of the network may be in between."))


def asked_wait(answer: requests.Response) -> float | None:
    """The seconds that an answer asks to wait, within reason."""
    try:
        return max(0.0, min(LONGEST_WAIT, float(answer.headers.get("retry-after") or ""))) or None
    except ValueError:
        return None


def was_not_sent(problem: requests.RequestException) -> bool:
    """Whether a request cannot have arrived: no connection came about."""
    if isinstance(problem, requests.ConnectTimeout):
        return True
    inner: object = problem.args[0] if problem.args else None
    inner = getattr(inner, "reason", inner)
    return isinstance(inner, (urllib3.exceptions.NewConnectionError, urllib3.exceptions.NameResolutionError))
