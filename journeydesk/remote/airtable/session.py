"""Requests to Airtable: one thread, one pace, every failure in the port's words
(docs/services.md, "Airtable: addresses and rights" and docs/services.md, "pyairtable")."""

from typing import Any

from journeydesk.domain.time import moment_text
from journeydesk.domain.words import tr
from journeydesk.remote.airtable.asking import Answer, AskedHere, Asker, Trouble
from journeydesk.remote.airtable.asking_beside import AskedBeside
from journeydesk.remote.airtable.errors import error_of
from journeydesk.remote.deadline import TOTAL_SECONDS
from journeydesk.remote.safe_address import check_address
from journeydesk.remote.server_clock import server_moment
from journeydesk.sync.budget import Pace
from journeydesk.sync.ports import RateLimited, RemoteTrouble, RemoteUnreachable


class AirtableSession:
    """A session with one token, asked by a process beside this one where `beside` says so. `server_time` is the service's own clock,
    "" until it has answered; `calls` counts requests, answered or not. Not thread-safe. Raises UserError for an address that is not
    safe for a token."""

    def __init__(
        self, url: str, token: str, base: str, pace: Pace, answer_within: float = TOTAL_SECONDS, beside: bool = False
    ) -> None:
        address = check_address(url)
        self._asker: Asker = (AskedBeside if beside else AskedHere)(address, token, answer_within)
        self._root = f"{address}/v0"
        self._base = base
        self._pace = pace
        self.server_time = ""
        self.calls = 0

    def send(self, method: str, path: str, **options: Any) -> Any:
        """One request, in its turn; the answer. Raises the errors of `sync.ports`."""
        self.calls += 1
        with self._pace.turn():
            answer = self._asker.ask(method, f"{self._root}/{path}", options)
        moment = server_moment(answer.date)
        if moment is not None and answer.status < 400 and not answer.is_page:
            self.server_time = moment_text(moment)
        if answer.trouble:
            raise _trouble_of(answer)
        if answer.status >= 400:
            error = error_of(answer, self._base)
            if isinstance(error, RateLimited):
                self._pace.pause(error.seconds)
            raise error
        if not isinstance(answer.body, dict):
            raise RemoteTrouble(tr("Airtable's answer could not be read. Sync tries again by itself."))
        return answer.body

    def let_go(self) -> None:
        """Ends the connection; the next request opens it anew."""
        self._asker.let_go()


def _trouble_of(answer: Answer) -> Exception:
    """Why there is no answer, as the port has it."""
    if answer.trouble == Trouble.REDIRECT:
        return RemoteTrouble(tr("Airtable's address redirects elsewhere; that was refused. Check the address."))
    if answer.trouble in (Trouble.CERTIFICATE, Trouble.NO_TLS):
        why = (
            tr("its certificate does not hold. Check this computer's date")
            if answer.trouble == Trouble.CERTIFICATE
            else tr("something in between does not speak TLS. Check the address")
        )
        return RemoteUnreachable(
            tr("No safe connection to Airtable: {why} and the network. Everything you do is saved here.", why=why)
        )
    if answer.trouble == Trouble.UNREACHABLE:
        return RemoteUnreachable(
            tr("Airtable cannot be reached. Everything you do is saved here and sent when there is a connection.")
        )
    if answer.is_page:
        return RemoteUnreachable(
            tr(
                "Something in this network answers in Airtable's place, maybe a page to sign in. Open a web page "
                "to see it. Everything you do is saved here."
            )
        )
    return RemoteTrouble(tr("Airtable's answer could not be read. Sync tries again by itself."))
