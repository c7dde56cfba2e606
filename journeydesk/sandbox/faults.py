"""Failures on order: what a test asks the stand-ins to do wrong, to which requests, how often."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from journeydesk.sandbox.web import Cut, Handler, Request, Response

_HTML = b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


class FaultKind(Enum):
    """What goes wrong."""

    DROP_BEFORE = "drop-before"
    """Hang up without having done anything."""
    DROP_AFTER = "drop-after"
    """Do it, then hang up before answering."""
    TRUNCATE = "truncate"
    """Do it, answer half of the body, hang up."""
    DELAY = "delay"
    """Do it, answer after `seconds`."""
    STATUS_BEFORE = "status-before"
    """Answer `status` without having done anything."""
    STATUS_AFTER = "status-after"
    """Do it, then answer `status`."""
    HTML = "html"
    """Answer `status` with a page that is not JSON, as a proxy on the way does, without having done anything."""
    TRICKLE = "trickle"
    """Do it, answer one byte each `seconds`."""
    REDIRECT = "redirect"
    """Send to `location`, without having done anything."""
    HUGE = "huge"
    """Answer `megabytes` of nothing, without having done anything."""


@dataclass(slots=True)
class Fault:
    """One fault: of which kind, for the next `times` requests whose method and path match, after `skip` of them."""

    kind: FaultKind
    method: str = ""
    path: str = ""
    times: int = 1
    skip: int = 0
    status: int = 503
    seconds: float = 0.0
    retry_after: str = ""
    body: bytes = b""
    location: str = ""
    megabytes: int = 50

    def takes(self, request: Request) -> bool:
        """Whether this request is one of those to fail; counts it if it matches."""
        if self.times <= 0 or (self.method and request.method != self.method) or self.path not in request.target:
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        self.times -= 1
        return True

    def answer(self, request: Request, handler: Handler) -> Response:
        """What the client gets instead of the right answer."""
        headers = (("retry-after", self.retry_after),) if self.retry_after else ()
        if self.kind is FaultKind.DROP_BEFORE:
            return Response(500, cut=Cut.UNANSWERED)
        if self.kind is FaultKind.STATUS_BEFORE:
            return Response(self.status, self.body, headers=headers)
        if self.kind is FaultKind.HTML:
            return Response(self.status, _HTML, "text/html", headers=headers)
        if self.kind is FaultKind.REDIRECT:
            return Response(302, headers=(("location", self.location),))
        if self.kind is FaultKind.HUGE:
            return Response(200, b" " * (self.megabytes * 1024 * 1024))
        answered = handler(request)
        if self.kind is FaultKind.DROP_AFTER:
            return Response(500, cut=Cut.UNANSWERED)
        if self.kind is FaultKind.STATUS_AFTER:
            return Response(self.status, self.body, headers=headers)
        if self.kind is FaultKind.TRICKLE:
            return Response(answered.status, answered.body, answered.content_type, answered.headers, trickle_s=self.seconds)
        cut = Cut.HALFWAY if self.kind is FaultKind.TRUNCATE else None
        delay_s = self.seconds if self.kind is FaultKind.DELAY else 0.0
        return Response(answered.status, answered.body, answered.content_type, answered.headers, delay_s, cut)


def fault_from_json(given: Mapping[str, Any]) -> Fault:
    """A fault as the control API takes it; raises ValueError for an unknown kind or key."""
    known = {"kind", "method", "path", "times", "skip", "status", "seconds", "retry_after", "body", "location", "megabytes"}
    unknown = set(given) - known
    if unknown:
        raise ValueError(f"unknown keys {sorted(unknown)}; a fault has {sorted(known)}")
    body = str(given.get("body", "")).encode()
    rest = {key: value for key, value in given.items() if key not in {"kind", "body"}}
    return Fault(FaultKind(given.get("kind")), body=body, **rest)
