"""Requests to Airtable through pyairtable: one thread, one pace, every failure in the port's words
(docs/services.md, "Airtable: addresses and rights" and docs/services.md, "pyairtable")."""

from typing import TYPE_CHECKING, Any

from journeydesk.domain.time import moment_text
from journeydesk.domain.words import tr
from journeydesk.remote.airtable.errors import error_of
from journeydesk.remote.bounded_http import TOTAL_SECONDS, bound, certificate_fails
from journeydesk.remote.safe_address import check_address
from journeydesk.remote.server_clock import server_moment
from journeydesk.sync.budget import Pace
from journeydesk.sync.ports import RateLimited, RemoteTrouble, RemoteUnreachable

if TYPE_CHECKING:
    from requests import Response

_TIMEOUT = (5, 20)


class AirtableSession:
    """A session with one token. `server_time` is the service's own clock, "" until it has answered; `calls` counts requests, answered
    or not. Not thread-safe. Raises UserError for an address that is not safe for a token."""

    def __init__(self, url: str, token: str, base: str, pace: Pace, answer_within: float = TOTAL_SECONDS) -> None:
        from pyairtable import Api

        address = check_address(url)
        self._api = Api(token, timeout=_TIMEOUT, retry_strategy=None, endpoint_url=address)
        self._api.session.hooks["response"].append(self._note_answer)
        bound(self._api.session, answer_within)
        self._root = f"{address}/v0"
        self._base = base
        self._pace = pace
        self._is_page = False
        self.server_time = ""
        self.calls = 0

    def _note_answer(self, response: "Response", *_args: object, **_options: object) -> None:
        self._is_page = "html" in response.headers.get("Content-Type", "")
        moment = server_moment(response.headers.get("Date"))
        if moment is not None and response.ok and not self._is_page:
            self.server_time = moment_text(moment)

    def send(self, method: str, path: str, **options: Any) -> Any:
        """One request, in its turn; the answer. Raises the errors of `sync.ports`."""
        import requests

        self.calls += 1
        try:
            with self._pace.turn():
                answer = self._api.request(method, f"{self._root}/{path}", **options)
        except requests.HTTPError as problem:
            error = error_of(problem.response, self._base)
            if isinstance(error, RateLimited):
                self._pace.pause(error.seconds)
            raise error from problem
        except requests.TooManyRedirects as problem:
            raise RemoteTrouble(tr("Airtable's address redirects elsewhere; that was refused. Check the address.")) from problem
        except requests.exceptions.SSLError as problem:
            why = (
                tr("its certificate does not hold. Check this computer's date")
                if certificate_fails(problem)
                else tr("something in between does not speak TLS. Check the address")
            )
            raise RemoteUnreachable(
                tr("No safe connection to Airtable: {why} and the network. Everything you do is saved here.", why=why)
            ) from problem
        except (requests.ConnectionError, requests.Timeout) as problem:
            raise RemoteUnreachable(
                tr("Airtable cannot be reached. Everything you do is saved here and sent when there is a connection.")
            ) from problem
        except (ValueError, RecursionError, requests.RequestException) as problem:
            if self._is_page:
                raise RemoteUnreachable(
                    tr(
                        "Something in this network answers in Airtable's place, maybe a page to sign in. Open a web page "
                        "to see it. Everything you do is saved here."
                    )
                ) from problem
            raise RemoteTrouble(tr("Airtable's answer could not be read. Sync tries again by itself.")) from problem
        if not isinstance(answer, dict):
            raise RemoteTrouble(tr("Airtable's answer could not be read. Sync tries again by itself."))
        return answer
