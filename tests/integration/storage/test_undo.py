"""Undo takes back exactly what was done, redo does exactly it again, and neither touches what others did since."""

import hashlib
from collections.abc import Callable

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from journeydesk.domain.catalogue import TABLES
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.opening import open_database
from journeydesk.storage.records import records, undo
from journeydesk.storage.records.records import Author, FieldChange
from journeydesk.storage.sync import pending
from tests.integration.storage.conftest import AT, AUTHOR

_STEP = st.one_of(
    st.tuples(st.just("add"), st.integers(0, 4), st.none()),
    st.tuples(st.just("log"), st.integers(0, 4), st.sampled_from(["2026-05-01T00:00:00.000Z", "2026-05-02T00:00:00.000Z"])),
    st.tuples(st.just("company"), st.integers(0, 4), st.sampled_from([None, "Łąkowisko", "Mbali"])),
    st.tuples(st.just("score"), st.integers(0, 4), st.none() | st.integers(0, 50)),
    st.tuples(st.just("deal_probability"), st.integers(0, 4), st.none() | st.sampled_from([0.1, 0.25])),
    st.tuples(st.just("delete"), st.integers(0, 4), st.none()),
    st.tuples(st.just("bulk"), st.integers(0, 4), st.sampled_from(["Amaia", None])),
)


def _do(connection: Connection, step: tuple[str, int, object]) -> list[FieldChange]:
    kind, number, value = step
    living = [RecordId(lid) for lid in sql.scalars(connection, "SELECT lid FROM prospects WHERE NOT deleted")]
    if kind == "add" or not living:
        count = sql.scalar(connection, "SELECT count(*) FROM prospects")
        made = records.insert(connection, "prospects", {"key": f"BETA-{count}"}, AUTHOR)
        return [FieldChange("prospects", made, "deleted", 1, 0)]
    record = living[number % len(living)]
    if kind == "log":
        count = sql.scalar(connection, "SELECT count(*) FROM interactions")
        values: records.Row = {"key": f"I{count}", "prospect": record, "date": str(value), "type": "Call"}
        return [FieldChange("interactions", records.insert(connection, "interactions", values, AUTHOR), "deleted", 1, 0)]
    if kind == "delete":
        return records.set_deleted(connection, "prospects", record, True, AUTHOR)
    if kind == "bulk":
        return records.update_many(connection, "prospects", {each: {"owner": value} for each in living}, AUTHOR)  # type: ignore[dict-item]
    return records.update(connection, "prospects", record, {kind: value}, AUTHOR)  # type: ignore[dict-item]


def _hash(connection: Connection) -> str:
    """Everything that a person or a remote could see: living rows, what waits, the board, and what a search finds."""
    seen: list[object] = []
    for spec in TABLES:
        seen.append(sql.rows(connection, f"SELECT * FROM {spec.slug} WHERE NOT deleted ORDER BY lid"))
    seen.append(sql.rows(connection, "SELECT table_slug, lid, touched FROM sync_record WHERE touched ORDER BY 1, 2"))
    for word in ("lakowisko", "mbali"):
        seen.append(sql.rows(connection, "SELECT rowid FROM prospect_search WHERE prospect_search MATCH ?", (word,)))
    return hashlib.sha256(repr(seen).encode()).hexdigest()


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=st.lists(_STEP, min_size=1, max_size=15))
@example(steps=[("add", 0, None), ("log", 0, "2026-05-01T00:00:00.000Z")])
def test_undoing_everything_restores_the_hash_and_redoing_does_again(
    fresh: Callable[[], Database], steps: list[tuple[str, int, object]]
) -> None:
    database = fresh()
    hashes, labels = [], []
    with database.write() as connection:
        hashes.append(_hash(connection))
        for number, step in enumerate(steps):
            if undo.record_step(connection, f"step {number}", _do(connection, step), AUTHOR) is not None:
                labels.append(f"step {number}")
                hashes.append(_hash(connection))
        for expected, label in zip(hashes[-2::-1], labels[::-1], strict=True):
            done = undo.last_done(connection)
            assert done is not None
            assert done.label == label
            undo.take_back(connection, done, AUTHOR)
            assert _hash(connection) == expected
        assert undo.last_done(connection) is None
        for expected in hashes[1:]:
            undone = undo.last_undone(connection)
            assert undone is not None
            undo.do_again(connection, undone, AUTHOR)
            assert _hash(connection) == expected


def _edit(connection: Connection, record: RecordId, company: str, author: Author = AUTHOR) -> None:
    changes = records.update(connection, "prospects", record, {"company": company}, author)
    undo.record_step(connection, f"Renamed to {company}", changes, author)


def test_a_value_that_somebody_else_set_since_is_kept(database: Database) -> None:
    with database.write() as connection:
        record = records.insert(connection, "prospects", {"key": "BETA-1", "company": "Mbali"}, AUTHOR)
        _edit(connection, record, "Mine")
        records.update(connection, "prospects", record, {"company": "Theirs"}, Author("Tomasz Wilk", AT, "sync"))
        step = undo.last_done(connection)
        assert step is not None
        assert undo.take_back(connection, step, AUTHOR) == []
        row = records.get(connection, "prospects", record)
        assert row is not None
        assert row["company"] == "Theirs"


def test_a_new_action_forgets_what_could_have_been_done_again(database: Database) -> None:
    with database.write() as connection:
        record = records.insert(connection, "prospects", {"key": "BETA-1"}, AUTHOR)
        _edit(connection, record, "First")
        step = undo.last_done(connection)
        assert step is not None
        undo.take_back(connection, step, AUTHOR)
        _edit(connection, record, "Second")
        assert undo.last_undone(connection) is None


def test_steps_are_kept_for_thirty_days_across_restarts(fresh: Callable[[], Database]) -> None:
    database = fresh()
    with database.write() as connection:
        record = records.insert(connection, "prospects", {"key": "BETA-1"}, AUTHOR)
        for day in ("2026-05-01", "2026-05-19", "2026-06-10"):
            _edit(connection, record, day, Author("Amaia Etxarri", f"{day}T09:00:00.000Z"))
    database.close()
    again = open_database(database.folder, bytes(range(32)))
    with again.write() as connection:
        labels = []
        while (step := undo.last_done(connection)) is not None:
            labels.append(step.label)
            undo.take_back(connection, step, AUTHOR)
        assert labels == ["Renamed to 2026-06-10", "Renamed to 2026-05-19"]
        assert pending.waiting_count(connection) == 1
    again.close()
