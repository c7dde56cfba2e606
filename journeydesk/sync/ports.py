"""What a remote must offer, and how it may fail. Airtable implements it; an in-memory one serves the tests.

Field values cross in wire form keyed by the remote's own field ids (`domain.values`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from journeydesk.domain.catalogue import FieldSpec, TableSpec
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.ids import RemoteId

BATCH = 10
"""Most records in one write (APIS 1.3)."""

PAGE = 100
"""Most records in one page (APIS 1.2)."""


class RemoteUnreachable(WorldError):
    """No answer: no network, no such host, a timeout. A write may or may not have happened."""


class RemoteTrouble(WorldError):
    """The service answered that it failed, or with what is no answer. A write may or may not have happened."""


class RateLimited(WorldError):
    """Too many requests; nothing happened. Wait `seconds` before any other request."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Airtable asks to wait {seconds:.0f} seconds. Sync goes on by itself.")
        self.seconds = seconds


class QuotaReached(WorldError):
    """The month's calls are used up; waiting is useless until the month ends or the plan changes."""


class WalkExpired(WorldError):
    """A listing was interrupted by the service and must start again from its first page."""


class TokenRefused(UserError):
    """The service does not accept the token."""


class AccessDenied(UserError):
    """The token may not do this, or the base is unknown to it: the service does not say which."""


class RecordRefused(UserError):
    """A write was refused for its content; nothing of the batch happened. `reason` has the service's own words."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Airtable did not accept a change: {reason}")
        self.reason = reason


@dataclass(frozen=True, slots=True)
class RemoteRecord:
    """A record as the remote has it: its id and its non-empty fields by field id."""

    id: RemoteId
    fields: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Page:
    """Part of a walk. `server_time` is the remote's own clock (a stored moment) when the page was asked for."""

    records: Sequence[RemoteRecord]
    server_time: str


@dataclass(frozen=True, slots=True)
class RemoteField:
    """A field of the remote's schema."""

    id: str
    name: str
    type: str
    choices: tuple[str, ...] = ()
    links_to: str = ""


@dataclass(frozen=True, slots=True)
class RemoteTable:
    """A table of the remote's schema; `primary` is the id of its primary field."""

    id: str
    name: str
    primary: str
    fields: tuple[RemoteField, ...]


class Remote(Protocol):
    """A place where the team's records live. Every method is one or more requests and may raise the errors above."""

    def schema(self) -> tuple[RemoteTable, ...]:
        """Every table with its fields."""
        ...

    def create_table(self, spec: TableSpec, link_targets: Mapping[str, str]) -> None:
        """Makes a table with all its fields; `link_targets` gives the remote table id for each linked slug."""
        ...

    def create_field(self, table: str, spec: FieldSpec, link_targets: Mapping[str, str]) -> None:
        """Adds a field to a table."""
        ...

    def pages(self, table: str, fields: Sequence[str], since: str | None) -> Iterator[Page]:
        """Walks a table; all of it, or only what changed after the stored moment `since`, each record as it is now, with
        the fields named."""
        ...

    def fetch(self, table: str, ids: Sequence[RemoteId]) -> list[RemoteRecord]:
        """Those of up to 100 records that a listing shows; one that is missing is not proven gone."""
        ...

    def get(self, table: str, record: RemoteId) -> RemoteRecord | None:
        """One record, or None where the remote says that there is none: the only proof of a delete."""
        ...

    def find(self, table: str, key_field: str, keys: Sequence[str]) -> list[RemoteRecord]:
        """The records whose key field holds one of up to 10 keys."""
        ...

    def upsert(self, table: str, key_field: str, records: Sequence[Mapping[str, object]]) -> list[RemoteRecord]:
        """Creates up to 10 records, or updates those whose key is there; the records as they are then, in order."""
        ...

    def patch(self, table: str, records: Sequence[RemoteRecord]) -> list[RemoteRecord]:
        """Writes only the fields given, of up to 10 records; an empty field is None."""
        ...

    def delete(self, table: str, ids: Sequence[RemoteId]) -> None:
        """Deletes up to 10 records."""
        ...

    @property
    def calls(self) -> int:
        """How many requests were sent so far, answered or not."""
        ...
