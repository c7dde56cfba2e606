"""Answers with an end: none may take longer or be larger than is sane, whatever the network drips
(docs/sync.md, rows 8, 9 and 69). Every request to a service goes through a session of this module."""

import ssl
import time
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import DecodeError, HTTPError

from journeydesk.domain.written.half_characters import mended
from journeydesk.remote.deadline import TOTAL_SECONDS, Deadline
from journeydesk.remote.watched_pools import PlainPool, TlsPool

MOST_BYTES = 32 * 1024 * 1024
_CHUNK = 65_536


def certificate_fails(problem: BaseException | None) -> bool:
    """Whether a request failed because a certificate does not hold: of another name, out of its time, or signed by nobody known."""
    while problem is not None:
        if isinstance(problem, ssl.SSLCertVerificationError):
            return True
        inner = [argument for argument in problem.args if isinstance(argument, BaseException)]
        reason = getattr(problem, "reason", None)
        problem = reason if isinstance(reason, BaseException) else inner[0] if inner else problem.__cause__
    return False


def bound(session: requests.Session, total_seconds: float = TOTAL_SECONDS, most_bytes: int = MOST_BYTES) -> requests.Session:
    """The session, from now on with an end to each of its answers; it follows no redirect and reads no proxy, password or
    certificate out of the environment, so that a token goes only where it was entered for."""
    session.trust_env = False
    session.max_redirects = 0
    for scheme in ("https://", "http://"):
        session.mount(scheme, BoundedAdapter(total_seconds, most_bytes))
    return session


def _check_location(response: requests.Response) -> None:
    """Raises RequestException for a redirect to what is no address: requests reads where it leads although it is not followed, and fails
    otherwise than its own errors do."""
    location = response.headers.get("location") if response.is_redirect else None
    if location is None:
        return
    try:
        _ = urlsplit(location.encode("latin-1").decode("utf-8")).port
    except ValueError as problem:
        raise requests.RequestException("a redirect leads to what is no address", response=response) from problem


class BoundedAdapter(HTTPAdapter):
    """Reads each body itself, piece by piece as it comes, under one deadline for the whole request and one size (unpacked)."""

    def __init__(self, total_seconds: float = TOTAL_SECONDS, most_bytes: int = MOST_BYTES) -> None:
        super().__init__()
        self._total_seconds = total_seconds
        self._most_bytes = most_bytes

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, **options)
        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": TlsPool}

    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> requests.Response:
        """Sends, and returns only with the whole body. Raises ReadTimeout past the deadline, RequestException past the size."""
        options["stream"] = True
        ends_at = time.monotonic() + self._total_seconds
        with Deadline(self._total_seconds) as deadline:
            try:
                response = super().send(request, *args, **options)
                response._content = self._body(response, ends_at)
            except DecodeError as problem:
                raise requests.exceptions.ContentDecodingError(str(problem), request=request) from problem
            except (HTTPError, OSError) as problem:
                if deadline.passed:
                    raise self._too_late(request) from problem
                if isinstance(problem, requests.RequestException):
                    raise
                raise requests.ConnectionError(str(problem), request=request) from problem
            # A body without a length ends where the connection does, so one that was shut down may look whole.
            if deadline.passed:
                raise self._too_late(request)
        response._content_consumed = True  # type: ignore[attr-defined]
        _check_location(response)
        return response

    def _too_late(self, request: requests.PreparedRequest | None = None) -> requests.ReadTimeout:
        return requests.ReadTimeout(f"an answer took longer than {self._total_seconds:.0f} seconds", request=request)

    def _body(self, response: requests.Response, ends_at: float) -> bytes:
        body = bytearray()
        try:
            while piece := response.raw.read1(_CHUNK, decode_content=True):
                body += piece
                if len(body) > self._most_bytes:
                    raise requests.RequestException(f"an answer of more than {self._most_bytes:,} bytes")
                # Unpacking may go on without the network.
                if time.monotonic() > ends_at:
                    raise self._too_late()
        except BaseException:
            # What is raised keeps this frame alive, and with it the body.
            body.clear()
            response.raw.close()
            raise
        response.raw.release_conn()
        # Halves of characters could be kept nowhere, and one of them would end the reading of all that comes with it.
        return mended(bytes(body)) if "json" in response.headers.get("content-type", "") else bytes(body)
