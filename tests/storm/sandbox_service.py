"""The stand-in for Airtable as a storm's service: the program's requests go over real HTTP, another person's hands are the sandbox's."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from journeydesk.domain.catalogue import FieldSpec, TableSpec
from journeydesk.domain.ids import RemoteId
from journeydesk.remote.airtable.remote import AirtableRemote
from journeydesk.sandbox.airtable.access import Token
from journeydesk.sandbox.airtable.limits import Limits
from journeydesk.sandbox.airtable.model import Base, IdMaker, Record
from journeydesk.sandbox.airtable.webhooks import Author
from journeydesk.sandbox.airtable.workspace import Workspace
from journeydesk.sandbox.airtable.writing import Change
from journeydesk.sandbox.clock import SandboxClock
from journeydesk.sandbox.server import Sandbox
from journeydesk.sandbox.stripe.access import ApiKey, make_links, read_everything
from journeydesk.sandbox.stripe.service import StripeService
from journeydesk.sandbox.stripe.store import Store
from journeydesk.sync.budget import Pace
from journeydesk.sync.ports import Feed, FeedPage, Page, RemoteRecord, RemoteTable
from tests.fakes.memory_remote import Entry, tell_by_new_names
from tests.storm.clock import VirtualClock

_SEED = 7


class _StormClock(SandboxClock):
    """The service's time is the storm's."""

    def __init__(self, clock: VirtualClock) -> None:
        super().__init__()
        self._storm = clock

    def now(self) -> datetime:
        return self._storm.at + self._storm.skew


class SandboxService:
    """Has the same hands as `MemoryRemote`. `written` is what was ever written, as the storm's promises need it."""

    def __init__(self, clock: VirtualClock) -> None:
        ids = IdMaker(_SEED)
        workspace = Workspace(_StormClock(clock), ids, Limits(lifted=True), {}, {}, {})
        token = Token(f"{ids.new('pat')}.{''.join(ids.many('', 4))}", ids.new("usr"), "Amaia Etxarri", "amaia@ostrelle.example")
        workspace.tokens[token.secret] = token
        for name in ("Storm", "Nothing"):
            workspace.add_base(Base(ids.new("app"), name))
        store = Store(_SEED, lambda: workspace.now_ms() // 1000)
        key = ApiKey(ids.new("rk_test_"), read_everything())
        making = ApiKey(IdMaker(_SEED + 1).new("rk_test_"), make_links())
        self._sandbox = Sandbox(workspace, StripeService(store, {}), 0, reading=key, making=making)
        self._workspace = workspace
        self._base = workspace.bases[self._sandbox.base_id]
        self._remote = AirtableRemote(
            self._sandbox.airtable_url, self._sandbox.token, self._base.id, Pace(0, lambda: clock.at.timestamp(), clock.sleep)
        )
        self._trash: dict[str, dict[RemoteId, Record]] = {}
        self.name = self._remote.name
        self.limits = self._remote.limits
        self.written: list[Entry] = []
        self._emptied: list[tuple[str, str, str, str]] = []

    def close(self) -> None:
        """Ends the server."""
        self._sandbox.stop()

    @property
    def calls(self) -> int:
        return self._remote.calls

    def let_go(self) -> None:
        self._remote.let_go()

    def schema(self) -> tuple[RemoteTable, ...]:
        return self._remote.schema()

    def create_table(self, spec: TableSpec, link_targets: Mapping[str, str]) -> str:
        return self._remote.create_table(spec, link_targets)

    def create_field(self, table: str, spec: FieldSpec, link_targets: Mapping[str, str]) -> None:
        self._remote.create_field(table, spec, link_targets)

    def pages(self, table: str, fields: Sequence[str], since: str | None) -> Iterator[Page]:
        return self._remote.pages(table, fields, since)

    def fetch(self, table: str, ids: Sequence[RemoteId], fields: Sequence[str]) -> list[RemoteRecord]:
        return self._remote.fetch(table, ids, fields)

    def get(self, table: str, record: RemoteId) -> RemoteRecord | None:
        return self._remote.get(table, record)

    def find(self, table: str, key_field: str, keys: Sequence[str], fields: Sequence[str]) -> list[RemoteRecord]:
        return self._remote.find(table, key_field, keys, fields)

    def upsert(self, table: str, key_field: str, records: Sequence[Mapping[str, object]]) -> list[RemoteRecord]:
        answered = self._remote.upsert(table, key_field, records)
        self.written += [Entry(table, one.id, dict(fields)) for one, fields in zip(answered, records, strict=True)]
        return answered

    def create(self, table: str, fields: Mapping[str, object]) -> RemoteRecord:
        answered = self._remote.create(table, fields)
        self.written.append(Entry(table, answered.id, dict(fields)))
        return answered

    def patch(self, table: str, records: Sequence[RemoteRecord]) -> list[RemoteRecord]:
        answered = self._remote.patch(table, records)
        self.written += [Entry(table, one.id, dict(one.fields)) for one in records]
        return answered

    def delete(self, table: str, ids: Sequence[RemoteId]) -> None:
        kept = {one: self._base.tables[table].records[one] for one in ids if one in self._base.tables[table].records}
        links = [
            (one, linking.id, record.id, field.id)
            for linking, field in self._base.link_fields()
            for record in linking.records.values()
            for one in record.cells.get(field.id) or ()
            if one in kept
        ]
        self._remote.delete(table, ids)
        self._trash.setdefault(table, {}).update(kept)
        self._emptied += links

    def restore(self, table: str, record: RemoteId) -> None:
        """A person takes a record out of the trash; links to it that are still empty come back with it."""
        kept = self._trash[table].pop(record)
        for _, field in self._base.link_fields():
            kept.cells.pop(field.id, None)
        self._base.tables[table].add([kept])
        kept.edited_ms = self._workspace.now_ms()
        self._note(Change(table, created=[record]))
        self.written.append(Entry(table, record, self.records(table)[record]))
        back = [link for link in self._emptied if link[0] == record]
        self._emptied = [link for link in self._emptied if link[0] != record]
        for _, linking, other, name in back:
            row = self._base.tables[linking].records.get(other)
            if row is not None and linking != table and not row.cells.get(name):
                self.patch(linking, [RemoteRecord(RemoteId(other), {name: [str(record)]})])

    def _note(self, change: Change) -> None:
        author = Author("client", "usrTomaszWilk0000", "tomasz@x.example", "Tomasz Wilk")
        self._workspace.hooks[self._base.id].note_records({change.table_id: change}, author)

    def add(self, table: str, fields: Mapping[str, object]) -> RemoteId:
        """A person makes a record, with any key or none."""
        return self.create(table, fields).id

    def records(self, table: str) -> dict[RemoteId, dict[str, object]]:
        """Everything a table holds now; not a request."""
        kept = self._base.tables[table]
        return {
            RemoteId(record.id): {name: value for name, value in record.cells.items() if name in kept.fields}
            for record in kept.records.values()
        }

    def trashed(self, table: str) -> list[RemoteId]:
        """What could be restored; not a request."""
        return list(self._trash.get(table, {}))

    def rename_field(self, table: str, field: str, name: str) -> None:
        """A person gives a field another name."""
        self._base.tables[table].fields[field].name = name
        self._say_schema(table)

    def rename_options(self, table: str, field: str, names: Mapping[str, str]) -> None:
        """A person gives options other names at once; all that holds them is told by the new ones, what was written before, too."""
        kept = self._base.tables[table]
        choices = {name: kept.fields[field].choice(name) for name in names}
        for before, choice in choices.items():
            assert choice is not None
            choice["name"] = names[before]
        for record in (*kept.records.values(), *self._trash.get(table, {}).values()):
            tell_by_new_names(record.cells, field, names)
        for entry in self.written:
            if entry.table == table and entry.fields is not None:
                tell_by_new_names(entry.fields, field, names)
        self._say_schema(table)

    def make_text(self, table: str, field: str) -> None:
        """A person makes a text of a link that holds nothing yet; its other end goes."""
        kept = self._base.tables[table].fields[field]
        far = self._base.tables[kept.linked_table]
        far.fields.pop(str(kept.options.get("inverseLinkFieldId")), None)
        kept.type, kept.options = "singleLineText", {}
        self._say_schema(table)

    def rename_table(self, table: str, name: str) -> None:
        """A person gives a table another name."""
        self._base.tables[table].name = name
        self._say_schema(table)

    def _say_schema(self, table: str) -> None:
        author = Author("client", "usrTomaszWilk0000", "tomasz@x.example", "Tomasz Wilk")
        body = {"changedTablesById": {table: {"changedMetadata": {"current": {"name": self._base.tables[table].name}}}}}
        self._workspace.hooks[self._base.id].note_schema("tableMetadata", body, author)

    def open_feed(self) -> Feed:
        return self._remote.open_feed()

    def read_feed(self, feed: Feed) -> FeedPage:
        return self._remote.read_feed(feed)

    def close_feed(self, feed: Feed) -> None:
        self._remote.close_feed(feed)

    def lose_feeds(self) -> None:
        """The service switches every feed off."""
        hooks = self._workspace.hooks[self._base.id]
        for hook in list(hooks.by_id):
            hooks.disable(hook, "INVALID_HOOK")
