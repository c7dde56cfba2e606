"""One rep's computer for tests of commands and queries: a real workspace, a clock that is turned by hand, every Change heard."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from journeydesk.domain.catalogue import BY_SLUG, TABLES
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.values import Wire
from journeydesk.services.changes import Change
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.records import records
from journeydesk.storage.records.pulled import PulledRow, insert_pulled
from journeydesk.storage.sync import conflicts
from tests.integration.rules.conftest import Desk
from tests.workspaces import NOW, workspace

Contents = dict[str, list[tuple[Any, ...]]]


@dataclass
class Office(Desk):
    """A desk that also hears what is published, and can be compared with itself at another time."""

    heard: list[Change] = field(default_factory=list)

    def last(self) -> Change:
        """The newest Change."""
        return self.heard[-1]

    def values(self, slug: str, record: RecordId) -> dict[str, Any]:
        """A whole record as stored."""
        with self.context.database.read() as connection:
            row = records.get(connection, slug, record)
        assert row is not None
        return row

    def contents(self) -> Contents:
        """What a person sees: living records with the fields of the catalogue, places in journeys, and open questions."""
        seen: Contents = {}
        for spec in TABLES:
            columns = ", ".join(each.slug for each in spec.fields)
            seen[spec.slug] = self.rows(f"SELECT lid, {columns} FROM {spec.slug} WHERE NOT deleted ORDER BY lid")
        seen["positions"] = self.rows("SELECT prospect, journey, stage, reason FROM position WHERE living ORDER BY 1, 2")
        seen["questions"] = self.rows("SELECT table_slug, lid, field, kind, mine, theirs FROM conflict ORDER BY 1, 2, 3")
        return seen

    def pulled(self, slug: str = "prospects", remote: str = "rec1", **values: Any) -> RecordId:
        """A record as a pull brings it: the remote has it, and nothing waits."""
        row = {"key": f"{slug}-{remote}"} | values
        base = {name: value for name, value in row.items() if name in BY_SLUG[slug].by_slug and name != "prospect"}
        if isinstance(base.get("estimated_revenue"), int):
            base["estimated_revenue"] /= 100
        with self.context.database.write() as connection:
            pulled = PulledRow(row, RemoteId(remote), json.dumps(base), None, self.ago(days=2))
            (record,) = insert_pulled(connection, slug, [pulled], self.ago(days=1))
        self.matched(slug)
        return record

    def matched(self, *slugs: str) -> None:
        """Set-up matched all fields of these tables."""
        with self.context.database.write() as connection:
            for slug in slugs:
                known = set(sql.scalars(connection, "SELECT field_slug FROM schema_field WHERE table_slug = ?", (slug,)))
                sql.run_many(
                    connection,
                    "INSERT INTO schema_field (table_slug, table_id, field_slug, field_id, name, type, state) "
                    "VALUES (?, ?, ?, ?, ?, 'singleLineText', 'found')",
                    [
                        (slug, f"tbl-{slug}", each.slug, f"fld-{slug}-{each.slug}", each.name)
                        for each in BY_SLUG[slug].fields
                        if each.slug not in known
                    ],
                )

    def question(
        self,
        record: RecordId,
        name: str,
        base: Wire,
        mine: Wire,
        theirs: Wire,
        kind: str = conflicts.MERGE,
        slug: str = "prospects",
    ) -> int:
        """A question as a pass of sync leaves it; its number."""
        with self.context.database.write() as connection:
            conflicts.put(connection, slug, record, name, kind, base, mine, theirs, "Tomasz Wilk", self.context.now())
            return int(sql.scalar(connection, "SELECT max(id) FROM conflict"))

    def delete(self, record: RecordId, slug: str = "prospects") -> None:
        """A record that somebody else deleted."""
        with self.context.database.write() as connection:
            records.set_deleted(connection, slug, record, True, self.context.author("sync"))

    def waiting(self) -> set[tuple[str, int]]:
        """The records that wait to be sent."""
        return {(slug, record) for slug, record in self.rows("SELECT table_slug, lid FROM sync_record WHERE touched = 1")}


@contextmanager
def office_in(folder: Path, template: Path | None = None) -> Iterator[Office]:
    """An office in an empty folder; `template` is an empty database that spares making one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if template is not None:
        shutil.copy(template, folder / FILE_NAME)
    heard: list[Change] = []
    with workspace(folder, heard) as context:
        office = Office(context, NOW, heard)
        office.context = replace(context, clock=lambda: office.moment)
        yield office
