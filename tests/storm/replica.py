"""One person's machine in a storm: a real database, an engine that may be killed at any seam, and what the person did."""

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from journeydesk.domain.catalogue import BY_SLUG, FieldType
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored, canonical, to_wire
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.workspace.settings import read
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records, tombstones, undo
from journeydesk.storage.records.records import Author
from journeydesk.storage.records.tombstones import create_again
from journeydesk.storage.records.unsent_fields import WHOLE
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.cursors import walk_again
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.named_links import linked_record
from journeydesk.storage.sync.sync_records import by_remote_id, sync_records
from journeydesk.storage.sync.table_maps import table_maps
from journeydesk.sync.engine import SyncOutcome, run_pass
from journeydesk.sync.ports import RemoteRecord
from journeydesk.sync.push_deletes import CONFIRMED_LOCAL_DELETES
from journeydesk.sync.remote_deletes import CONFIRMED_REMOTE_DELETES
from tests.storm.clock import VirtualClock
from tests.storm.flaky_remote import FlakyRemote
from tests.workspaces import KEY


def plain_value(value: object) -> str:
    """A value as text, without what the service takes off."""
    text = value.strip() if isinstance(value, str) else value
    return json.dumps(None if text in ("", [], False) else float(text) if isinstance(text, int) else text)


_OTHERWISE = (FieldType.LONG_TEXT, FieldType.LINK)
"""Fields of which the plain values do not tell whether one stood there: long texts are joined, links have names of their own."""


class Killed(BaseException):
    """The process ends there and then: nothing may catch it."""


@dataclass(frozen=True)
class Typed:
    """A value that a person entered. `weighs` says that theirs may not replace it without a question."""

    slug: str
    record: RecordId
    field: str
    value: Stored
    weighs: bool = True


@dataclass
class Replica:
    """A workspace, its way to the service, and everything that was ever typed into it."""

    name: str
    folder: Path
    clock: VirtualClock
    remote: FlakyRemote
    random: Random
    encrypted: bool = False
    rules: bool = False
    database: Database = field(init=False)
    typed: list[Typed] = field(default_factory=list)
    made: list[tuple[str, str]] = field(default_factory=list)
    made_count: int = 0
    holes: int = 0

    def __post_init__(self) -> None:
        self.database = open_database(self.folder, KEY if self.encrypted else None)
        self.remote.on_patch = self._watch_patch

    @classmethod
    def out_of(
        cls,
        template: Path,
        name: str,
        folder: Path,
        clock: VirtualClock,
        remote: FlakyRemote,
        random: Random,
        encrypted: bool = False,
        rules: bool = False,
    ) -> "Replica":
        """A machine that was just connected."""
        folder.mkdir(parents=True)
        shutil.copy(template, folder / FILE_NAME)
        return cls(name, folder, clock, remote, random, encrypted, rules)

    def author(self) -> Author:
        """The person at this machine, now."""
        from journeydesk.domain.time import moment_text

        return Author(self.name, moment_text(self.clock.now()))

    def living(self, slug: str) -> list[RecordId]:
        """The records that the person sees."""
        with self.database.read() as connection:
            rows = sql.rows(connection, f"SELECT lid FROM {slug} WHERE deleted = 0 ORDER BY lid")
            return [RecordId(row[0]) for row in rows]

    def edit(self, slug: str, record: RecordId, values: dict[str, Stored]) -> None:
        """The person writes fields."""
        with self.database.write() as connection:
            if records.get(connection, slug, record) is None:
                return
            known = (
                sync_records(connection, slug, [record])[record].remote_id is not None
                or tombstones.of_record(connection, slug, record) is not None
            )
            changes = records.update(connection, slug, record, values, self.author())
            undo.record_step(connection, "Edited", changes, self.author())
        # What is emptied before any remote knew it says no more than what was left empty.
        self.typed += [Typed(slug, record, one.field, one.new, weighs=one.new is not None or known) for one in changes]

    def create(self, slug: str, values: dict[str, Stored], key: str = "") -> RecordId:
        """The person adds a record."""
        self.made_count += 1
        own = key or f"{self.name}-{slug}-{self.made_count}"
        with self.database.write() as connection:
            record = records.insert(connection, slug, {"key": own} | values, self.author())
            undo.record_step(connection, "Added", [records.FieldChange(slug, record, "deleted", 1, 0)], self.author())
        self.made.append((slug, own))
        # What a new record leaves empty is no value that theirs would have to ask about.
        self.typed += [Typed(slug, record, name, value, weighs=value not in (None, "")) for name, value in values.items()]
        return record

    def delete(self, slug: str, record: RecordId) -> None:
        """The person deletes a record."""
        with self.database.write() as connection:
            changes = records.set_deleted(connection, slug, record, True, self.author())
            undo.record_step(connection, "Deleted", changes, self.author())

    def take_back(self) -> None:
        """The person takes the last step back."""
        with self.database.write() as connection:
            step = undo.last_done(connection)
            if step is not None:
                undo.take_back(connection, step, Author(self.name, self.author().at, "undo"))

    def answer(self, choose: Callable[[Sequence[str]], str]) -> None:
        """The person answers one open question."""
        with self.database.write() as connection:
            found = conflicts.open_conflicts(connection)
            if not found:
                return
            one = found[self.random.randrange(len(found))]
            choice = choose(("mine", "theirs"))
            if one.kind == conflicts.GONE:
                conflicts.drop(connection, one.id)
                create_again(connection, one.slug, one.record, "Memory Base", self.author().at)
                if choice == "theirs":
                    records.set_deleted(connection, one.slug, one.record, True, self.author())
                return
            conflicts.answer(connection, one)
            wanted = one.theirs if choice == "theirs" else one.mine
            on_screen = "mine" if one.kind == conflicts.MERGE else "theirs"
            if choice != on_screen:
                self._write_wire(connection, one, wanted)

    def _write_wire(self, connection: Connection, one: conflicts.Conflict, value: object) -> None:
        from journeydesk.domain.values import from_wire

        spec = BY_SLUG[one.slug].by_slug[one.field]
        stored = from_wire(spec, value, partial(linked_record, connection))  # type: ignore[arg-type]
        records.update(connection, one.slug, one.record, {one.field: stored}, self.author())

    def confirm(self) -> None:
        """The person says that the many deletes were meant."""
        with self.database.write() as connection:
            for note in sync_notes.open_notes(connection):
                if note.kind == sync_notes.MASS_REMOTE_DELETE:
                    count = get_meta(connection, f"missing there:{note.slug}") or "0"
                    set_meta(connection, CONFIRMED_REMOTE_DELETES + note.slug, count)
                    walk_again(connection)
                    sync_notes.done(connection, note.id, self.author().at)
                elif note.kind == sync_notes.MASS_LOCAL_DELETE:
                    deleted = sql.scalar(connection, f"SELECT count(*) FROM {note.slug} WHERE deleted = 1")
                    set_meta(connection, CONFIRMED_LOCAL_DELETES + note.slug, str(deleted))
                    sync_notes.done(connection, note.id, self.author().at)

    def sync(self, kill_at: int = 0, meanwhile: Callable[[], None] | None = None) -> SyncOutcome | None:
        """One pass; None where it ended early. `kill_at` ends the process at that seam, `meanwhile` acts at some seams."""
        seams = 0

        def seam(_: str) -> None:
            nonlocal seams
            seams += 1
            if seams == kill_at:
                raise Killed
            if meanwhile is not None and self.random.random() < 0.15:
                meanwhile()

        try:
            return run_pass(
                self.database,
                self.remote,
                clock=self.clock.now,
                sleep=self.clock.sleep,
                settle_seconds=60.0,
                random=self.random,
                seam=seam,
                pulled=self._evaluate if self.rules else lambda _: None,
            )
        except Killed:
            self.restart()
            return None
        except JourneydeskError:
            return None

    def _evaluate(self, touched: frozenset[RecordId]) -> None:
        """The rules' work between pull and push."""
        with self.database.read() as connection:
            settings, overrides, _ = read(connection)
        context = Context(self.database, settings, self.clock.now, self.name, lambda _: None, overrides)
        evaluate(context, touched, context.now())

    def restart(self) -> None:
        """The program starts again on the same file."""
        self.database.close()
        self.database = open_database(self.folder, KEY if self.encrypted else None)

    def _watch_patch(self, table: str, sent: Sequence[RemoteRecord]) -> None:
        """Whatever a patch overwrites must have been seen here first: it stands in the base."""
        with self.database.read() as connection:
            maps = {one.table_id: one for one in table_maps(connection).values()}
            table_map = maps[table]
            maps_prospects = next(one.table_id for one in maps.values() if one.slug == "prospects")
            known = by_remote_id(connection, table_map.slug, [one.id for one in sent])
        slugs = {identifier: slug for slug, identifier in table_map.fields.items()}
        there = self.remote.service.records(table)
        living = self.remote.service.records(maps_prospects)
        by_slug = BY_SLUG[table_map.slug].by_slug
        for one in sent:
            for identifier, value in one.fields.items():
                slug = slugs[identifier]
                found = canonical(by_slug[slug], table_map.ours(slug, there.get(one.id, {}).get(identifier)))
                base = known[one.id].base.get(slug) if one.id in known else None
                sent_value = canonical(by_slug[slug], table_map.ours(slug, value))
                if by_slug[slug].type is FieldType.LINK and table_map.forms[slug].by_id:
                    # A link to what is gone is no link: services empty them, at once or later.
                    found, base, sent_value = (
                        [target for target in links if target in living] if isinstance(links, list) else []
                        for links in (found, base, sent_value)
                    )
                if one.id in there and found != base and found != sent_value:
                    raise AssertionError(f"{self.name} would overwrite {found!r} in {slug} that it never saw (base {base!r})")

    def lost_values(self) -> list[Typed]:
        """What was typed and is neither final, nor in the history as overwritten, nor in question, nor in a tombstone."""
        lost = []
        with self.database.read() as connection:
            for one in self.typed:
                row = records.get(connection, one.slug, one.record)
                if row is not None and row[one.field] == one.value:
                    continue
                text = None if one.value is None else json.dumps(one.value, ensure_ascii=False)
                kept = sql.first(
                    connection,
                    "SELECT 1 FROM field_history WHERE table_slug = ? AND lid = ? AND field = ? AND old IS ? LIMIT 1",
                    (one.slug, one.record, one.field, text),
                )
                grave = sql.rows(
                    connection,
                    "SELECT snapshot FROM tombstone WHERE table_slug = ? AND json_extract(snapshot, '$.row.lid') = ?",
                    (one.slug, one.record),
                )
                if kept is None and not any(json.loads(found[0])["row"].get(one.field) == one.value for found in grave):
                    lost.append(one)
        return lost

    def replaced_unasked(self, reached: Mapping[tuple[str, str], set[tuple[str, str]]], touched: set[str]) -> list[Typed]:
        """What was typed and gave way to theirs, or went with a record that was deleted there, though it never stood there and nobody
        was asked.

        `reached` has the (field id, value) that ever stood in a record of the service, by (table id, key); records without a key
        there, and those whose keys people touched, are left out, for their names say nothing.
        """
        lost = []
        with self.database.read() as connection:
            maps = table_maps(connection)
            for one in self.typed:
                spec = BY_SLUG[one.slug].by_slug[one.field]
                if not one.weighs or spec.type in _OTHERWISE:
                    continue
                living = records.get(connection, one.slug, one.record)
                row = living or self._gone_there(connection, one)
                key = str(row["key"] or "") if row is not None else ""
                if row is None or not key or key.startswith("rec") or key in touched:
                    continue
                there = reached.get((maps[one.slug].table_id, key), set())
                wire = plain_value(to_wire(spec, one.value, lambda slug, record: ""))
                has_stood_there = (maps[one.slug].fields[one.field], wire) in there
                if living is None and row[one.field] == one.value and not has_stood_there:
                    lost.append(one)
                if living is None or row[one.field] == one.value:
                    continue
                text = None if one.value is None else json.dumps(one.value, ensure_ascii=False)
                sources = set(
                    sql.scalars(
                        connection,
                        "SELECT source FROM field_history WHERE table_slug = ? AND lid = ? AND field = ? AND old IS ?",
                        (one.slug, one.record, one.field, text),
                    )
                )
                if sources == {"sync"} and not has_stood_there:
                    lost.append(one)
        return lost

    def _gone_there(self, connection: Connection, typed: Typed) -> records.Row | None:
        """The record of what was typed as it was when it was deleted there; None for one that lives, or was let go here."""
        snapshot = sql.scalar(
            connection,
            "SELECT snapshot FROM tombstone WHERE table_slug = ? AND json_extract(snapshot, '$.row.lid') = ? AND by <> ? "
            "AND json_extract(snapshot, '$.row.deleted') = 0",
            (typed.slug, typed.record, tombstones.HERE),
        )
        return None if snapshot is None else json.loads(snapshot)["row"]

    def exempt(self, connection: Connection, slug: str, record: RecordId) -> frozenset[str]:
        """The fields of a record that need not equal the service's: in question, refused, or held."""
        held = conflicts.held_fields(connection, slug, [record]).get(record, frozenset())
        found = sync_records(connection, slug, [record])[record]
        return held | found.unsent.rejected.keys() | found.unsent.held | (frozenset({WHOLE}) if WHOLE in held else frozenset())
