"""Runs on the disk of `disk.c`: fills it before each thing that writes, says what the program said, and goes on with space again.

`python -m tests.faults.full_disk FOLDER SIGN STEPS` prints one JSON object a line: what was tried, the sentence of the refusal,
whether all is as it was, and whether it went once there was space.
"""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

from journeydesk.domain.errors import WorldError
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from journeydesk.storage.schema.head import HEAD
from journeydesk.storage.schema.upgrade import bring_up_to_date
from journeydesk.storage.sync.remote_ids import all_remote_ids
from journeydesk.storage.sync.table_maps import table_maps
from journeydesk.storage.upkeep import integrity
from journeydesk.storage.upkeep.snapshots import daily_snapshot
from journeydesk.sync.engine import run_pass
from tests.storm.clock import VirtualClock
from tests.storm.kinds import Kind, make_service

AUTHOR = Author("Amaia Etxarri", "2026-05-19T09:00:00.000Z")


def _state(database: Database) -> list[tuple[object, ...]]:
    with database.read() as connection:
        held = sql.rows(connection, "SELECT lid, key, company, notes, deleted FROM prospects ORDER BY lid")
        shape = sql.rows(connection, "SELECT name, sql FROM sqlite_master ORDER BY name")
        agreed = sql.rows(connection, "SELECT * FROM meta ORDER BY key")
    return [tuple(row) for row in (*held, *shape, *agreed)]


class Trial:
    """One workspace on that disk; the file `sign` fills it while it is there."""

    def __init__(self, folder: Path, sign: Path) -> None:
        self.sign = sign
        self.database = open_database(folder, None)

    def one(self, what: str, act: Callable[[], object], went: Callable[[], bool]) -> None:
        """Tries it on the full disk, then with space."""
        before, said = _state(self.database), ""
        self.sign.touch()
        try:
            act()
        except WorldError as problem:
            said = str(problem)
        finally:
            self.sign.unlink()
        if not self._usable():
            self.database = open_database(self.database.folder, None)
        same = _state(self.database) == before
        act()
        sound = integrity.examine(self.database, thorough=True).problems == ()
        print(json.dumps({"what": what, "said": said, "same": same, "went": went(), "sound": sound}), flush=True)

    def _usable(self) -> bool:
        try:
            _state(self.database)
        except WorldError:
            return False
        return True


def _rows(database: Database, statement: str) -> list[object]:
    with database.read() as connection:
        return list(sql.scalars(connection, statement))


def main(folder: Path, sign: Path, steps: Path) -> None:
    """Every kind of writing in turn."""
    trial = Trial(folder, sign)
    record = RecordId(0)

    def edit() -> None:
        nonlocal record
        with trial.database.write() as connection:
            record = records.insert(connection, "prospects", {"key": "BETA-1", "company": "Mbali"}, AUTHOR)

    trial.one("an edit", edit, lambda: _rows(trial.database, "SELECT company FROM prospects") == ["Mbali"])

    def many() -> None:
        with trial.database.write() as connection:
            records.update(connection, "prospects", record, {"notes": "x" * 900_000}, AUTHOR)

    trial.one("growth of the log", many, lambda: _rows(trial.database, "SELECT length(notes) FROM prospects") == [900_000])

    clock = VirtualClock()
    service = make_service(clock, Kind())
    with trial.database.read() as connection:
        table = table_maps(connection)["prospects"]
    for number in range(250):
        service.add(table.table_id, {table.fields["key"]: f"BETA-T{number}", table.fields["company"]: f"Tarn {number}"})

    def page() -> None:
        run_pass(trial.database, service, clock=clock.now, sleep=clock.sleep, settle_seconds=0, random=Random(1))

    def pulled() -> bool:
        with trial.database.read() as connection:
            return len(all_remote_ids(connection, "prospects")) == 251

    trial.one("a page of a pull", page, pulled)
    copy = trial.database.folder / "backups" / "daily-2026-05-19.db"
    trial.one("a backup", lambda: daily_snapshot(trial.database, date(2026, 5, 19)), copy.is_file)
    trial.one(
        "an upgrade",
        lambda: bring_up_to_date(trial.database, steps, HEAD + 1),
        lambda: _rows(trial.database, "PRAGMA user_version") == [HEAD + 1],
    )
    trial.database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
