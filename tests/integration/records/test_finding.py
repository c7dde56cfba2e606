"""Of very many whose names fit alike the palette finds those that it would find by holding all of them against each other."""

import random

import pytest

from journeydesk.domain.folding import fold
from journeydesk.domain.ids import RecordId, application_id
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.records import bulk, search
from journeydesk.storage.records.search import search_prospects
from tests.integration.office import Office

_FIRST = ("Quillon", "Quarry", "Mbali", "Rail", "Łąkowisko", "Freight & Rail", "Ida")
_SECOND = ("Rail", "Freight", "Meble", "Quays", "Idaho", "ehf.")
_PEOPLE = ("Ida Rail", "Adaeze Nwokorie", "Quinn Meble", "真帆 久我")
_TYPED = (
    "q",
    "qu",
    "qui",
    "Quillon",
    "ra",
    "rail",
    "RAIL",
    "freight & r",
    "freight",
    "lak",
    "meble",
    "ida",
    "ehf.",
    "久我",
    "zzz",
)
_LIMIT = 6


def _fill(office: Office, chance: random.Random, count: int = 240) -> None:
    rows: list[dict[str, Stored]] = [
        {
            "key": application_id(),
            "company": f"{chance.choice(_FIRST)} {chance.choice(_SECOND)} {number}" if chance.random() < 0.9 else None,
            "contact_name": chance.choice(_PEOPLE) if chance.random() < 0.8 else None,
            "notes": "asks about rail freight" if chance.random() < 0.2 else None,
        }
        for number in range(count)
    ]
    context = office.context
    with context.database.write() as connection:
        bulk.insert_many(connection, "prospects", rows, context.author())
        for (record,) in sql.rows(connection, "SELECT lid FROM prospects"):
            touched = f"2026-05-19T{chance.randrange(24):02}:00:00.{record:03}Z"
            sql.run(connection, "UPDATE prospects SET engagement_stage = 2, last_touch_at = ? WHERE lid = ?", (touched, record))


def _found(office: Office, typed: str, limit: int = _LIMIT) -> list[RecordId]:
    with office.context.database.read() as connection:
        return [row.id for row in search_prospects(connection, typed, limit)]


def _named(office: Office, records: list[RecordId], typed: str) -> list[RecordId]:
    """Those of them whose company or person holds what was typed: of all others the first are taken, which are none before others."""
    word = fold(typed)
    with office.context.database.read() as connection:
        names = {
            row[0]: f"{row[1] or ''} {row[2] or ''}"
            for row in sql.rows(connection, "SELECT lid, company_sort, contact_sort FROM prospects")
        }
    return [record for record in records if word in names[record]]


@pytest.mark.parametrize("seed", range(3))
def test_the_short_way_finds_whom_the_long_way_finds(office: Office, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(office, random.Random(seed))
    for typed in _TYPED:
        monkeypatch.setattr(search, "_FEW", 100_000)
        long_way = _found(office, typed)
        monkeypatch.setattr(search, "_FEW", _LIMIT)
        short_way = _found(office, typed)
        assert len(short_way) == len(long_way), typed
        assert _named(office, short_way, typed) == _named(office, long_way, typed), typed


def test_where_few_were_touched_as_many_are_found(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(office, random.Random(7))
    everybody = {typed: set(_found(office, typed, 300)) for typed in _TYPED}
    monkeypatch.setattr(search, "_FEW", 1)
    monkeypatch.setattr(search, "_LATELY", 3)
    for typed in _TYPED:
        found = _found(office, typed)
        assert len(found) == len(set(found)) == min(_LIMIT, len(everybody[typed])), typed
        assert set(found) <= everybody[typed], typed


def test_who_has_no_stage_goes_behind_whoever_was_touched(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_FEW", 2)
    _fill(office, random.Random(3), 60)
    with office.context.database.write() as connection:
        out = sql.scalar(connection, "SELECT lid FROM prospects WHERE company_sort >= 'q' AND company_sort < 'r'")
        sql.run(
            connection,
            "UPDATE prospects SET engagement_stage = NULL, last_touch_at = '2026-05-20T00:00:00.000Z' WHERE lid = ?",
            (out,),
        )
    assert out not in _found(office, "q", 5)
    assert out in _found(office, "q", 60)


def test_a_deleted_prospect_is_not_found_by_either_way(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(office, random.Random(5), 60)
    for few in (100, 1):
        monkeypatch.setattr(search, "_FEW", few)
        first = _found(office, "q")[0]
        office.delete(first)
        assert first not in _found(office, "q", 60)
