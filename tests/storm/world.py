"""Several machines, another person in the service's own window, one service: what may happen to them, and what must hold."""

import shutil
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random

from journeydesk.domain.catalogue import BY_SLUG, INTERACTION_TYPES, TABLES, FieldType
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import FILE_NAME
from journeydesk.storage.opening import open_database
from journeydesk.storage.sync.local_snapshots import Snapshot, local_snapshot
from journeydesk.storage.sync.remote_ids import all_remote_ids
from journeydesk.storage.sync.sync_records import sync_records
from journeydesk.storage.sync.table_maps import TableMap, table_maps
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.remote_snapshot import read_snapshot
from journeydesk.sync.setup import set_up
from tests.fakes.memory_remote import MemoryRemote
from tests.storm.clock import VirtualClock
from tests.storm.flaky_remote import FlakyRemote, Network
from tests.storm.replica import Replica, plain_value
from tests.storm.sandbox_service import SandboxService
from tests.workspaces import KEY

TEXTS = ("Acme", "Bolt & Sons", " padded ", "ümläut", "two\nlines", "a\nb\nc\nd\n", "", "A\nb\nc\nd\n", "a\nb\nc\nD\n")
STATUSES = ("New", "Reviewing", "Accepted", "Rejected")
FIELDS: dict[str, dict[str, tuple[Stored, ...]]] = {
    "prospects": {
        "company": (*TEXTS[:4], "Corvus"),
        "phone": ("1", "2", "3", None),
        "status": STATUSES,
        "notes": (*TEXTS[4:], None),
        "estimated_revenue": (0, 1250, 99, 100_000, None),
        "next_follow_up": ("2026-06-01", "2026-06-02", None),
        "deal_probability": (0.1, 0.25, None),
    },
    "interactions": {"summary": TEXTS, "type": INTERACTION_TYPES, "duration": (5, 10, None)},
    "usage": {"date": ("2026-05-01", "2026-05-02", None), "api_calls": (0, 7, 90, None), "error_rate": (0.01, 0.5, None)},
    "surveys": {"testimonial": TEXTS, "satisfaction": (1, 5, None), "case_study": (1, None)},
    "assets": {"icp_content": TEXTS, "origin": ("Claude", "Template", "Manual")},
    "progress": {"tool": (*TEXTS[:4], None), "sessions": (1, 2, None), "last_active": ("2026-05-01T10:00:00.000Z", None)},
    "events": {"cta": (*TEXTS[:4], None), "payload": TEXTS},
    "alerts": {"note": TEXTS, "priority": ("Urgent", "High", "Normal")},
    "tasks": {"title": TEXTS[:4], "owner": ("Amaia", "Tomasz", None), "done_at": ("2026-05-01T10:00:00.000Z", None)},
    "settings": {"value": TEXTS, "changed_by": ("Amaia", "Tomasz")},
}
COMPUTED = "score"
"""The field of a prospect that some bases compute."""

OFTEN = ("prospects", "prospects", "prospects", "interactions", "interactions")
"""The tables in which most of the work is done, beside all of them."""
"""What people write where, in stored form; a status of a prospect may be one that the service does not know."""


@dataclass(frozen=True)
class Kind:
    """What a storm is made of: real HTTP against the stand-in or a base in memory, files with a key, machines with rules at work, a
    base that computes the score of its prospects."""

    http: bool = False
    encrypted: bool = False
    rules: bool = False
    computed: bool = False


def kind_of(seed: int) -> Kind:
    """A third of the seeds go over HTTP, half are encrypted, a quarter have rules at work, a third have a read-only field."""
    return Kind(seed % 3 == 2, seed % 2 == 1, seed % 4 == 3, seed % 6 in (3, 4))


def make_template(folder: Path, kind: Kind) -> Path:
    """The file of a machine that was connected to a service of today's shape and has pulled nothing yet."""
    clock = VirtualClock()
    database = open_database(folder, KEY if kind.encrypted else None)
    service = make_service(clock, kind)
    set_up(database, service, True, "2026-05-19T09:00:00.000Z")
    database.close()
    if isinstance(service, SandboxService):
        service.close()
    return folder / FILE_NAME


def make_service(clock: VirtualClock, kind: Kind) -> MemoryRemote | SandboxService:
    """A service with every table; made twice, its ids are the same."""
    service = SandboxService(clock) if kind.http else MemoryRemote(clock.theirs)
    targets: dict[str, str] = {}
    for spec in TABLES:
        service.create_table(spec, targets)
        targets[spec.slug] = next(one.id for one in service.schema() if one.name == spec.name)
    if kind.computed and isinstance(service, MemoryRemote):
        shape = next(one for one in service.schema() if one.id == targets["prospects"])
        name = BY_SLUG["prospects"].by_slug[COMPUTED].name
        fields = [replace(one, type="formula", result="number") if one.name == name else one for one in shape.fields]
        service.reshape(shape.id, fields)
    return service


@dataclass
class World:
    """Everything that a storm needs. Every random choice comes from `random`."""

    template: Path
    folder: Path
    random: Random
    machines: int = 2
    kind: Kind = Kind()
    clock: VirtualClock = field(default_factory=VirtualClock)
    touched_keys: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.service = make_service(self.clock, self.kind)
        self.network = Network(self.clock, self.random)
        self.replicas = [
            Replica.out_of(
                self.template,
                f"rep{number}",
                self.folder / f"rep{number}",
                self.clock,
                FlakyRemote(self.service, self.network, may_have_feed=number % 2 == 0),
                Random(self.random.random()),
                self.kind.encrypted,
                self.kind.rules,
            )
            for number in range(self.machines)
        ]
        with self.replicas[0].database.read() as connection:
            self.maps = table_maps(connection)
        if self.kind.computed:
            for replica in self.replicas:
                replica.remote.computed = self.maps["prospects"].fields[COMPUTED]

    def close(self) -> None:
        """Ends every machine and takes its files away."""
        for replica in self.replicas:
            replica.database.close()
        if isinstance(self.service, SandboxService):
            self.service.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def any_replica(self) -> Replica:
        """One of the machines."""
        return self.random.choice(self.replicas)

    def any_table(self) -> str:
        """One of the tables."""
        return self.random.choice((*OFTEN, *FIELDS))

    def value(self, slug: str, name: str) -> Stored:
        """Something that a person may write there."""
        return self.random.choice(FIELDS[slug][name])

    def edit_here(self) -> None:
        """Somebody edits a record on one machine."""
        replica, slug = self.any_replica(), self.any_table()
        living = replica.living(slug)
        if living:
            names = self.random.sample(list(FIELDS[slug]), self.random.choice((1, 1, 2)))
            replica.edit(slug, self.random.choice(living), {name: self.value(slug, name) for name in names})

    def odd_status_here(self) -> None:
        """Somebody's rule writes an option that the service does not know."""
        replica = self.any_replica()
        if living := replica.living("prospects"):
            replica.edit("prospects", self.random.choice(living), {"status": "No such option"})

    def create_here(self) -> None:
        """Somebody adds a prospect, or logs a call with one."""
        replica = self.any_replica()
        prospects = replica.living("prospects")
        if prospects and self.random.random() < 0.6:
            slug = self.random.choice(("interactions", "interactions", *(slug for slug in FIELDS if slug != "prospects")))
            values: dict[str, Stored] = {name: self.value(slug, name) for name in FIELDS[slug]}
            if slug != "settings":
                values["prospect"] = self.random.choice(prospects)
            replica.create(slug, values)
        else:
            replica.create("prospects", {"company": self.value("prospects", "company"), "status": "New"})

    def same_file_here(self) -> None:
        """The same record is brought in on every machine, by its key, with values of its own."""
        key = f"FILE-{self.random.randrange(4)}"
        for replica in self.replicas:
            with replica.database.read() as connection:
                there = sql.first(connection, "SELECT 1 FROM prospects WHERE key = ?", (key,))
            if there is None:
                replica.create("prospects", {"company": self.value("prospects", "company")}, key)

    def import_here(self) -> None:
        """Some machines bring in one list, each with corrections of its own."""
        list_number = self.random.randrange(50)
        for replica in self.random.sample(self.replicas, self.random.randint(1, len(self.replicas))):
            for line in range(self.random.randint(1, 9)):
                key = f"LIST-{list_number}-{line}"
                with replica.database.read() as connection:
                    row = sql.first(connection, "SELECT lid FROM prospects WHERE key = ? AND deleted = 0", (key,))
                values = {name: self.value("prospects", name) for name in ("company", "phone", "notes")}
                if row is None:
                    replica.create("prospects", values, key)
                else:
                    replica.edit("prospects", RecordId(row[0]), values)

    def work_on_what_goes(self) -> None:
        """Somebody logs work on a prospect that another person deletes there at the same time."""
        replica = self.any_replica()
        table = self.maps["prospects"]
        with replica.database.read() as connection:
            known = sorted(all_remote_ids(connection, "prospects").items())
        here = [(remote, lid) for remote, lid in known if remote in self.service.records(table.table_id)]
        if here:
            remote, prospect = self.random.choice(here)
            slug = self.random.choice(("interactions", "tasks", "events", "surveys"))
            if prospect in replica.living("prospects"):
                replica.create(slug, {"prospect": prospect} | {name: self.value(slug, name) for name in FIELDS[slug]})
            self.service.delete(table.table_id, [RemoteId(remote)])

    def delete_here(self) -> None:
        """Somebody deletes a record on one machine."""
        replica, slug = self.any_replica(), self.any_table()
        if living := replica.living(slug):
            replica.delete(slug, self.random.choice(living))

    def undo_here(self) -> None:
        """Somebody takes the last step back."""
        self.any_replica().take_back()

    def answer_here(self) -> None:
        """Somebody answers an open question."""
        self.any_replica().answer(self.random.choice)

    def confirm_here(self) -> None:
        """Somebody confirms that many deletes were meant."""
        self.any_replica().confirm()

    def _table(self) -> TableMap:
        return self.maps[self.any_table()]

    def _theirs(self, table: TableMap) -> RemoteId | None:
        found = sorted(self.service.records(table.table_id))
        return self.random.choice(found) if found else None

    def edit_there(self) -> None:
        """Another person edits a record in the service's window."""
        table = self._table()
        record = self._theirs(table)
        if record is not None and self.kind.computed and table.slug == "prospects" and self.random.random() < 0.3:
            result = self.random.choice((0, 7, 31, None))
            self.service.patch(table.table_id, [RemoteRecord(record, {table.fields[COMPUTED]: result})])
        elif record is not None:
            name = self.random.choice(list(FIELDS[table.slug]))
            self._write_there(table, record, name, self.value(table.slug, name))

    def _write_there(self, table: TableMap, record: RemoteId, name: str, value: Stored) -> None:
        spec = BY_SLUG[table.slug].by_slug[name]
        wire: object = value
        if value is not None and spec.type.value == "currency":
            wire = int(value) / 100
        if spec.type is FieldType.CHECKBOX:
            wire = bool(value)
        wire = wire.strip() if isinstance(wire, str) else wire
        self.service.patch(table.table_id, [RemoteRecord(record, {table.fields[name]: self._option(table, name, wire)})])

    def _option(self, table: TableMap, name: str, value: object) -> object:
        """An option as it is called there now."""
        shape = next(one for one in self.service.schema() if one.id == table.table_id)
        found = next(one for one in shape.fields if one.id == table.fields[name])
        if not found.choices or value is None:
            return value
        first = BY_SLUG[table.slug].by_slug[name].choices
        return found.choices[first.index(str(value))][1] if str(value) in first else value

    def create_there(self) -> None:
        """Another person adds a record there, with a key or without."""
        table = self.maps["prospects"]
        key = self.random.choice(("", f"THERE-{self.random.randrange(1000)}"))
        fields: dict[str, object] = {table.fields["company"]: "Made there"}
        if key:
            fields[table.key_field or ""] = key
            self.touched_keys.add(key)
        self.service.add(table.table_id, fields)

    def duplicate_there(self) -> None:
        """Another person duplicates a record there; the key is copied."""
        table = self._table()
        record = self._theirs(table)
        if record is not None:
            fields = self.service.records(table.table_id)[record]
            self.touched_keys.add(str(fields.get(table.key_field or "")))
            self.service.add(table.table_id, fields)

    def delete_there(self) -> None:
        """Another person deletes a record there."""
        table = self._table()
        record = self._theirs(table)
        if record is not None:
            self.service.delete(table.table_id, [record])

    def restore_there(self) -> None:
        """Another person takes a record out of the trash."""
        table = self._table()
        if trash := sorted(self.service.trashed(table.table_id)):
            record = self.random.choice(trash)
            self.service.restore(table.table_id, record)
            self.touched_keys.add(str(self.service.records(table.table_id)[record].get(table.key_field or "")))

    def clear_key_there(self) -> None:
        """Another person empties or changes a key."""
        table = self._table()
        record = self._theirs(table)
        if record is not None:
            before = self.service.records(table.table_id)[record].get(table.key_field or "")
            after = self.random.choice((None, f"CHANGED-{self.random.randrange(1000)}"))
            self.touched_keys |= {str(before), str(after)}
            self.service.patch(table.table_id, [RemoteRecord(record, {table.key_field or "": after})])

    def rename_there(self) -> None:
        """Another person renames a field, or an option of a select."""
        table = self.maps["prospects"]
        shape = next(one for one in self.service.schema() if one.id == table.table_id)
        field = self.random.choice([one for one in shape.fields if one.id in table.fields.values()])
        if field.choices and field.id == table.fields["status"]:
            name = self.random.choice([name for _, name in field.choices][: len(STATUSES)])
            renamed = f"{name}!" if not name.endswith("!") else name.rstrip("!")
            self.service.rename_option(table.table_id, field.id, name, renamed)
        elif self.random.random() < 0.3:
            self.service.rename_table(table.table_id, f"{shape.name}*")
        else:
            self.service.rename_field(table.table_id, field.id, f"{field.name}*")

    def lose_feeds(self) -> None:
        """The service switches every feed off."""
        self.service.lose_feeds()

    def wait(self) -> None:
        """Time passes: seconds, minutes, or a night."""
        self.clock.at += timedelta(seconds=self.random.choice((1, 20, 70, 600, 30_000)))

    def set_clock(self) -> None:
        """The clocks here are set wrong, or right again."""
        moved = timedelta(hours=self.random.choice((-9000, -3, 3, 9000)))
        self.clock.at += moved
        self.clock.skew -= moved

    def sync(self, chance: float = 0.25) -> None:
        """One machine syncs in bad weather, and may be killed at any seam while its person goes on working."""
        replica = self.any_replica()
        self.network.chance = self.random.choice((0.0, chance / 3, chance))
        kill_at = self.random.randrange(1, 12) if self.random.random() < 0.25 else 0

        def meanwhile() -> None:
            slug = self.any_table()
            if living := replica.living(slug):
                name = self.random.choice(list(FIELDS[slug]))
                replica.edit(slug, self.random.choice(living), {name: self.value(slug, name)})

        replica.sync(kill_at, meanwhile)

    def calm_down(self) -> None:
        """The faults stop, what was late arrives, every machine syncs until nothing moves any more."""
        self.network.chance = 0.0
        self.network.deliver()
        for _ in range(4):
            for replica in self.replicas:
                self.clock.at += timedelta(hours=25)
                replica.confirm()
                if replica.sync() is None:
                    self.clock.at += timedelta(minutes=5)
                    replica.sync()

    def check(self) -> None:
        """After the storm: all equal, no key twice, nothing lost, no damage."""
        self.calm_down()
        for replica in self.replicas:
            self.clock.at += timedelta(minutes=10)
            outcome = replica.sync()
            assert outcome is not None, f"{replica.name} cannot finish a pass in fair weather"
            assert outcome.pushed == 0, f"{replica.name} still sends in fair weather"
            assert outcome.pending == 0 or outcome.conflicts, f"{replica.name} waits for ever with {outcome.pending}"
            assert replica.lost_values() == []
            replaced = replica.replaced_unasked(self._reached(), self.touched_keys)
            assert replaced == [], f"{replica.name} lost without a question: {replaced}"
            with replica.database.read() as connection:
                assert sql.scalar(connection, "PRAGMA integrity_check") == "ok"
                assert sql.scalar(connection, "SELECT count(*) FROM intent") == 0
            for slug in FIELDS:
                self._compare(replica, slug)
        self._no_key_twice()

    def _reached(self) -> dict[tuple[str, str], set[tuple[str, str]]]:
        """What ever stood there, as (field id, value), by (table id, key) of its record."""
        primary = {one.table_id: one.key_field for one in self.maps.values()}
        written = self.service.written
        keys: dict[RemoteId, set[str]] = defaultdict(set)
        for told in written:
            if told.record is not None and told.fields is not None and (key := told.fields.get(primary.get(told.table) or "")):
                keys[told.record].add(str(key))
        found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        # What a record was made without stood there empty.
        every = {one.table_id: dict.fromkeys(one.fields.values()) for one in self.maps.values()}
        made: set[RemoteId] = set()
        for told in written:
            if told.record is None or told.fields is None:
                continue
            fields = told.fields if told.record in made else every[told.table] | dict(told.fields)
            made.add(told.record)
            for key in keys[told.record]:
                found[told.table, key] |= {(name, plain_value(value)) for name, value in fields.items()}
        return found

    def _compare(self, replica: Replica, slug: str) -> None:
        spec = BY_SLUG[slug]
        with replica.database.read() as connection:
            table_map = table_maps(connection)[slug]
            known = {RemoteId(rid): lid for rid, lid in all_remote_ids(connection, slug).items()}
            there = self.service.records(table_map.table_id)
            for remote, fields in there.items():
                assert remote in known, f"{replica.name} lacks {remote} of {slug}"
                record = RecordId(known[remote])
                exempt = replica.exempt(connection, slug, record)
                if "*" in exempt:
                    continue
                state = sync_records(connection, slug, [record])[record]
                local, waiting = local_snapshot(connection, spec, record, state.base)
                theirs = self._living(read_snapshot(table_map, RemoteRecord(remote, fields)).fields)
                local = self._living(local)
                assert not state.deleted, f"{replica.name} still has {remote} of {slug} marked as deleted"
                for name in local.keys() | theirs.keys():
                    if name not in exempt and name not in waiting and name != "key":
                        assert local.get(name) == theirs.get(name), (
                            f"{replica.name}, {slug} {remote}, {name}: here {local.get(name)!r}, there {theirs.get(name)!r}"
                        )
            for remote, lid in known.items():
                if remote not in there:
                    assert "*" in replica.exempt(connection, slug, RecordId(lid)), (
                        f"{replica.name} still has {remote} of {slug}"
                    )

    def _living(self, fields: Snapshot) -> Snapshot:
        """Without links to what is gone: this service does not clear them, others do."""
        alive = self.service.records(self.maps["prospects"].table_id)
        return {
            name: value for name, value in fields.items() if not isinstance(value, list) or any(one in alive for one in value)
        }

    def _no_key_twice(self) -> None:
        for slug in FIELDS:
            table = self.maps[slug]
            keys = [values.get(table.key_field or "") for values in self.service.records(table.table_id).values()]
            for replica in self.replicas:
                for made_in, key in replica.made:
                    if made_in == slug and key not in self.touched_keys:
                        assert keys.count(key) <= 1, f"{key} stands {keys.count(key)} times in {slug}"
