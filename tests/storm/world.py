"""Several machines, another person in the service's own window, one service: what may happen to them."""

import shutil
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

from journeydesk.domain.catalogue import BY_SLUG, FieldType
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.sync.remote_ids import all_remote_ids
from journeydesk.storage.sync.table_maps import TableMap, table_maps
from journeydesk.sync.ports import RemoteRecord
from tests.storm.clock import VirtualClock
from tests.storm.flaky_remote import FlakyRemote, Network
from tests.storm.kinds import COMPUTED, NAMED, Kind, make_service
from tests.storm.replica import Replica
from tests.storm.sandbox_service import SandboxService
from tests.storm.values import FIELDS, OFTEN, SELECTS, STATUSES


@dataclass
class World:
    """Everything that a storm needs. Every random choice comes from `random`."""

    template: Path
    folder: Path
    random: Random
    machines: int = 2
    kind: Kind = field(default_factory=Kind)
    clock: VirtualClock = field(default_factory=VirtualClock)
    touched_keys: set[str] = field(default_factory=set)
    """Keys that people changed or copied there: they name no one record."""

    restored_keys: set[str] = field(default_factory=set)
    """Keys of records that came out of the trash: another may have been made with the same meanwhile."""

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
        if living and self.kind.names and slug in NAMED and self.random.random() < 0.4:
            others = [*replica.living("prospects"), None]
            replica.edit(slug, self.random.choice(living), {"prospect": self.random.choice(others)})
        elif living:
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
        elif record is not None and self.kind.names and table.slug in NAMED and self.random.random() < 0.4:
            self.service.patch(table.table_id, [RemoteRecord(record, {table.fields["prospect"]: self._whom()})])
        elif record is not None:
            name = self.random.choice(list(FIELDS[table.slug]))
            self._write_there(table, record, name, self.value(table.slug, name))

    def _whom(self) -> str | None:
        """Whom another person writes that a record is about."""
        table = self.maps["prospects"]
        rows = list(self.service.records(table.table_id).values())
        known = [str(row.get(table.fields[name])) for row in rows for name in ("company", "key") if row.get(table.fields[name])]
        names = self.random.choices([*sorted(known), "Nobody known"], k=self.random.choice((0, 1, 1, 1, 2)))
        return ", ".join(names) or None

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
            self.restored_keys.add(str(self.service.records(table.table_id)[record].get(table.key_field or "")))

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
            self.service.rename_options(table.table_id, field.id, {name: renamed})
        elif self.random.random() < 0.3:
            self.service.rename_table(table.table_id, f"{shape.name}*")
        else:
            self.service.rename_field(table.table_id, field.id, f"{field.name}*")

    def rename_options_there(self, most: int = 3) -> None:
        """Another person renames up to so many options of any select, gives one the name of another, or lets several change theirs."""
        if not self.kind.options:
            return
        table = self.maps[self.random.choice(SELECTS)]
        shape = next(one for one in self.service.schema() if one.id == table.table_id)
        written = {table.fields[name] for name in FIELDS[table.slug]}
        field = self.random.choice([one for one in shape.fields if one.choices and one.id in written])
        names = [name for _, name in field.choices]
        count = self.random.choice((1, 2, 2, 3))
        some = self.random.sample(names, min(count, most, len(names)))
        others = [*some[1:], some[0]]
        if len(some) == 1 or self.random.random() < 0.5:
            # The last one gets a name that none had, and the others move up.
            others[-1] = next(new for number in range(len(names) + 1) if (new := f"Name {number}") not in names)
        self.service.rename_options(table.table_id, field.id, dict(zip(some, others, strict=True)))

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
            if self.random.random() < 0.1:
                # Names that change hands while a request is under way are the one hole (docs/sync.md, "Options").
                self.rename_options_there(most=1)
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
