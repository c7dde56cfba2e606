"""What a remote must offer, and how it may fail. `remote.opening` knows which one is configured.

Field values cross in wire form keyed by the remote's own field ids (`domain.values`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Protocol

from journeydesk.domain.catalogue import FieldSpec, TableSpec
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.field_kinds.fit import Fit, fit
from journeydesk.domain.field_kinds.form import RemoteForm
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.words import tr


@dataclass(frozen=True, slots=True)
class RemoteLimits:
    """What a remote takes: most records in one write (`batch`) and in one listing (`page`), requests in any second by the whole
    team (`per_second`, 0 without such a limit), and the seconds without any request that too many of them cost at least."""

    batch: int
    page: int
    per_second: float
    penalty_seconds: float


class RemoteUnreachable(WorldError):
    """No answer: no network, no such host, a timeout. A write may or may not have happened."""


class RemoteTrouble(WorldError):
    """The service answered that it failed, or with what is no answer. A write may or may not have happened."""


class RateLimited(WorldError):
    """Too many requests; nothing happened. Wait `seconds` before any other request."""

    def __init__(self, remote_name: str, seconds: float) -> None:
        super().__init__(
            tr(
                "{remote_name} asks to wait {seconds} seconds. Sync goes on by itself.",
                remote_name=remote_name,
                seconds=f"{seconds:.0f}",
            )
        )
        self.seconds = seconds


class QuotaReached(WorldError):
    """The month's calls are used up; waiting is useless until the month ends or the plan changes."""


class WalkExpired(WorldError):
    """A listing was interrupted by the service and must start again from its first page."""


class SchemaChanged(WorldError):
    """A field or table that was asked for is gone; nothing happened. Read the schema again."""


class FeedLost(WorldError):
    """The change feed is gone, switched off or has a gap; changes may have been missed."""


class TokenRefused(UserError):
    """The service does not accept the token."""


class AccessDenied(UserError):
    """The token may not do this, or the base is unknown to it: the service does not say which."""


class RecordRefused(UserError):
    """A write was refused for its content; nothing of the batch happened. `reason` has the service's own words."""

    def __init__(self, remote_name: str, reason: str) -> None:
        super().__init__(tr("{remote_name} did not accept a change: {reason}", remote_name=remote_name, reason=reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class RemoteRecord:
    """A record as the remote has it: its id, its non-empty fields by field id, and when it was created."""

    id: RemoteId
    fields: Mapping[str, object]
    created: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Page:
    """Part of a walk. `server_time` is the remote's own clock (a stored moment) when the page was asked for, "" if untold."""

    records: Sequence[RemoteRecord]
    server_time: str


@dataclass(frozen=True, slots=True)
class RemoteField:
    """A field of the remote's schema; `choices` are the options of a select as (id, name). The rest as in `RemoteForm`."""

    id: str
    name: str
    type: str
    choices: tuple[tuple[str, str], ...] = ()
    links_to: str = ""
    precision: int | None = None
    maximum: int | None = None
    result: str = ""

    @property
    def form(self) -> RemoteForm:
        """What its values are like."""
        return RemoteForm(self.type, self.choices, self.precision, self.maximum, self.result, self.links_to)

    def fit(self, spec: FieldSpec) -> Fit:
        """How well it holds a field of ours."""
        return fit(spec, self.form)


@dataclass(frozen=True, slots=True)
class RemoteTable:
    """A table of the remote's schema; `primary` is the id of its primary field."""

    id: str
    name: str
    primary: str
    fields: tuple[RemoteField, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A change feed and how far it was read."""

    id: str
    cursor: int
    tells_schema: bool


@dataclass(frozen=True, slots=True)
class Replaced:
    """A value that a program's write replaced, told by the feed: table, record and field by their remote ids, in wire form."""

    table: str
    record: RemoteId
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class FeedPage:
    """What changed, by remote table id. `changed` has each record's changed fields in wire form, as they were right after.

    `authors` names who changed a record last, where the service tells. `cursor` is where to go on, `more` whether there is more.
    """

    changed: Mapping[str, Mapping[RemoteId, Mapping[str, object]]]
    destroyed: Mapping[str, Sequence[RemoteId]]
    authors: Mapping[RemoteId, str]
    schema_changed: bool
    cursor: int
    more: bool
    replaced: Sequence[Replaced] = ()


class Remote(Protocol):
    """A place where the team's records live. Every method is one or more requests and may raise the errors above."""

    @property
    def name(self) -> str:
        """What people call the service: in sentences, in histories, and (in small letters) in the count of calls."""
        ...

    @property
    def limits(self) -> RemoteLimits:
        """How much one request may carry, and how fast they may come."""
        ...

    def schema(self) -> tuple[RemoteTable, ...]:
        """Every table with its fields."""
        ...

    def create_table(self, spec: TableSpec, link_targets: Mapping[str, str]) -> str:
        """Creates a table with all its fields and returns its id; `link_targets` gives the remote table id for each linked slug."""
        ...

    def create_field(self, table: str, spec: FieldSpec, link_targets: Mapping[str, str]) -> None:
        """Adds a field to a table."""
        ...

    def pages(self, table: str, fields: Sequence[str], since: str | None) -> Iterator[Page]:
        """Walks a table; all of it, or only what changed after the stored moment `since`, each record as it is now, with
        the fields named. Raises SchemaChanged where one of them is gone, for then its absence says nothing. After an
        error the iterator can be asked again: it goes on with the page that failed, and ends only where the remote says so."""
        ...

    def fetch(self, table: str, ids: Sequence[RemoteId], fields: Sequence[str]) -> list[RemoteRecord]:
        """Those of up to a page of records that a listing shows, with the fields named; one that is missing is not proven gone."""
        ...

    def get(self, table: str, record: RemoteId) -> RemoteRecord | None:
        """One record, or None where the remote says that there is none: the only proof of a delete."""
        ...

    def find(self, table: str, key_field: str, keys: Sequence[str], fields: Sequence[str]) -> list[RemoteRecord]:
        """The records whose key field holds one of up to a page of keys, with the fields named, oldest first."""
        ...

    def upsert(self, table: str, key_field: str, records: Sequence[Mapping[str, object]]) -> list[RemoteRecord]:
        """Creates up to a batch of records, or updates those whose key exists; the records as they are then, in order."""
        ...

    def create(self, table: str, fields: Mapping[str, object]) -> RemoteRecord:
        """Creates one record, whatever others there are: asked twice, there are two."""
        ...

    def patch(self, table: str, records: Sequence[RemoteRecord]) -> list[RemoteRecord]:
        """Writes only the fields given, of up to a batch of records; an empty field is None."""
        ...

    def delete(self, table: str, ids: Sequence[RemoteId]) -> None:
        """Deletes up to a batch of records."""
        ...

    def open_feed(self) -> Feed:
        """Begins a feed of all that changes from now on. Raises AccessDenied or RecordRefused where none may be had."""
        ...

    def read_feed(self, feed: Feed) -> FeedPage:
        """What changed since the feed's cursor. Raises FeedLost where that cannot be told whole."""
        ...

    def close_feed(self, feed: Feed) -> None:
        """Ends a feed; one that is gone already is no error."""
        ...

    @property
    def calls(self) -> int:
        """How many requests were sent so far, answered or not."""
        ...

    def let_go(self) -> None:
        """Ends what was held for requests, as connections are; the next request gets it anew."""
        ...
