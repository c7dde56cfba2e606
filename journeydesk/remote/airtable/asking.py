"""One request to Airtable through pyairtable, and what came of it in plain values, which can be told to another process
(docs/services.md, "pyairtable")."""

import contextlib
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from requests import Response

_TIMEOUT = (5, 20)


class Trouble(StrEnum):
    """Why a request has no answer that could be read."""

    CERTIFICATE = "certificate"
    NO_TLS = "no tls"
    REDIRECT = "redirect"
    UNREACHABLE = "unreachable"
    UNREADABLE = "unreadable"


class Answer(NamedTuple):
    """What came of a request: status and body (parsed JSON, None where there is none), whether it is a web page instead, and two
    headers as they were sent. `trouble` is a `Trouble`, or "" where the service answered; without any answer `status` is 0."""

    trouble: str = ""
    status: int = 0
    body: Any = None
    is_page: bool = False
    date: str | None = None
    retry_after: str | None = None


class Asker(Protocol):
    """Sends one request after the other, with the token of one session."""

    def ask(self, method: str, address: str, options: Mapping[str, Any]) -> Answer:
        """Sends a request, and waits for what comes of it; raises nothing for what the network or the service does."""
        ...

    def let_go(self) -> None:
        """Ends what was held for the next request; that gets it anew."""
        ...


class AskedHere:
    """Asks from this thread. Not thread-safe."""

    def __init__(self, url: str, token: str, answer_within: float) -> None:
        from pyairtable import Api

        from journeydesk.remote.bounded_http import bound

        self._api = Api(token, timeout=_TIMEOUT, retry_strategy=None, endpoint_url=url)
        self._api.session.hooks["response"].append(self._note)
        bound(self._api.session, answer_within)
        self._response: Response | None = None

    def _note(self, response: "Response", *_args: object, **_options: object) -> None:
        self._response = response

    def ask(self, method: str, address: str, options: Mapping[str, Any]) -> Answer:
        self._response = None
        trouble = self._sent(method, address, options)
        response, self._response = self._response, None
        return Answer(str(trouble or Trouble.UNREACHABLE)) if response is None else answer_of(response, trouble)

    def _sent(self, method: str, address: str, options: Mapping[str, Any]) -> str:
        """Sends a request; why what was answered could not be read, or ""."""
        import requests

        from journeydesk.remote.bounded_http import certificate_fails

        try:
            self._api.request(method, address, **options)
        except requests.TooManyRedirects:
            return Trouble.REDIRECT
        except requests.exceptions.SSLError as problem:
            return Trouble.CERTIFICATE if certificate_fails(problem) else Trouble.NO_TLS
        except (requests.ConnectionError, requests.Timeout):
            return Trouble.UNREACHABLE
        except (ValueError, TypeError, RecursionError, requests.RequestException):
            # The library reads the body of a refusal as if it could be nothing but an object; its status is told all the same.
            return "" if self._response is not None and not self._response.ok else Trouble.UNREADABLE
        return ""

    def let_go(self) -> None:
        self._api.session.close()


def answer_of(response: "Response", trouble: str = "") -> Answer:
    """What a response tells."""
    headers = response.headers
    body = None
    if not trouble:
        with contextlib.suppress(ValueError, RecursionError):
            body = response.json()
    is_page = "html" in headers.get("Content-Type", "")
    return Answer(str(trouble), response.status_code, body, is_page, headers.get("Date"), headers.get("Retry-After"))
