"""Events whose customer nobody knew, taken in once the customer is known (docs/rules.md, "An event")."""

import json
from collections.abc import Iterable, Sequence

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.events import IncomingEvent, parse_event
from journeydesk.domain.journeys.sharing import is_shared
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import moment_of
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.events import add_event, any_unmatched, drop_unmatched, find_customer, names_of, unmatched
from journeydesk.storage.records.records import Author


class UnmatchedEvents:
    """The events that wait. An evaluation of many prospects reads them once; one of a few only what may be theirs."""

    def __init__(self, settings: TeamSettings, author: Author) -> None:
        self._settings = settings
        self._author = author
        self._asked = 0
        self._by_customer: dict[str, list[IncomingEvent]] | None = None

    def is_over(self, connection: Connection) -> bool:
        """Whether none is left that `take` might take in."""
        if self._by_customer is None and not any_unmatched(connection):
            self._by_customer = {}
        return self._by_customer == {}

    def take(self, connection: Connection, prospects: Sequence[RecordId]) -> None:
        """Takes in what waited for these prospects."""
        self._asked += 1
        if self.is_over(connection):
            return
        named = names_of(connection, prospects)
        if self._by_customer is None and self._asked > 1:
            self._by_customer = _by_customer(unmatched(connection))
        waiting = self._by_customer
        if waiting is None:
            folded = {_small(name) for _, *names in named for name in names if name}
            waiting = _by_customer(unmatched(connection, sorted(folded)))
        for record, *names in named:
            for name in names:
                for event in waiting.pop(name.casefold(), ()) if name else ():
                    # An Application ID comes before a Stripe customer, and that before an e-mail, as when it came.
                    prospect = find_customer(connection, event.customer, event.email) or record
                    shared = is_shared(self._settings, event.event.type)
                    add_event(connection, prospect, event.event, self._author, int(shared))
                    drop_unmatched(connection, [event.event.id])


def _small(name: str) -> str:
    """In small letters as SQLite makes them: those of ASCII only."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in name.strip())


def _by_customer(rows: Iterable[tuple[str, str, str]]) -> dict[str, list[IncomingEvent]]:
    events: dict[str, list[IncomingEvent]] = {}
    for _, payload, arrived in rows:
        event = waiting_event(payload, arrived)
        if event is not None:
            events.setdefault(event.customer.casefold(), []).append(event)
    return events


def waiting_event(payload: str, arrived: str) -> IncomingEvent | None:
    """An event as it was kept, which arrived then; None for one that can be read no more."""
    try:
        return parse_event(json.loads(payload), moment_of(arrived), "events")
    except (ValueError, UserError):
        return None
