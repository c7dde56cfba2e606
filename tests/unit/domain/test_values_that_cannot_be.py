"""Cells that cannot be: nothing is kept that cannot be read back (docs/sync.md, "Canonical form")."""

import sqlite3
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.catalogue import TABLES, FieldSpec, FieldType
from journeydesk.domain.time import day_of
from journeydesk.domain.values import Stored, canonical, file_value, from_wire

pytestmark = pytest.mark.fault(68)

SPECS = {kind: next(f for table in TABLES for f in table.fields if f.type is kind) for kind in FieldType}
ZONES = (ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Pago_Pago"))

WILD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(10**400), 10**400)
    | st.floats()
    | st.text(st.characters(), max_size=30)
    | st.dates().map(str)
    | st.datetimes().map(lambda moment: moment.isoformat() + "-14:00"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def kept(spec: FieldSpec, wire: Any) -> Stored:
    """What comes back from a database that was given the cell."""
    stored = from_wire(spec, canonical(spec, wire), lambda _table, _record: 1)
    connection = sqlite3.connect(":memory:")
    try:
        (returned,) = connection.execute("SELECT ?", (stored,)).fetchone()
        assert returned == stored
        return stored
    finally:
        connection.close()


@given(wire=WILD, kind=st.sampled_from(list(FieldType)))
def test_whatever_a_cell_holds_can_be_read_back(wire: Any, kind: FieldType) -> None:
    spec = SPECS[kind]
    stored = kept(spec, wire)
    assert canonical(spec, canonical(spec, wire)) == canonical(spec, wire)
    file_value(spec, stored, lambda _table, record: str(record))
    if stored is not None and kind is FieldType.DATE:
        assert date.fromisoformat(str(stored)).isoformat() == stored
    if stored is not None and kind is FieldType.DATETIME:
        for zone in ZONES:
            day_of(str(stored), zone)


@pytest.mark.parametrize(
    ("kind", "wire"),
    [
        (FieldType.DATE, "+012026-05-22"),
        (FieldType.DATE, "0022-05-22"),
        (FieldType.DATE, "2026-02-30"),
        (FieldType.DATE, "2026-05-22garbage"),
        (FieldType.DATETIME, "0001-01-01T00:00:00+14:00"),
        (FieldType.DATETIME, "9999-12-31T23:59:59-14:00"),
        (FieldType.DATETIME, "0001-01-01T05:00:00.000Z"),
        (FieldType.DATETIME, "0999-12-31T23:59:59.000Z"),
        (FieldType.DATETIME, "9999-12-31T20:00:00.000Z"),
        (FieldType.DATETIME, "2026-13-45T10:00:00.000Z"),
        (FieldType.NUMBER, 2**64),
        (FieldType.NUMBER, 1e308),
        (FieldType.CURRENCY, 1e300),
        (FieldType.PERCENT, 10**40),
        (FieldType.TEXT, "half \ud83d"),
        (FieldType.TEXT, {"name": "object"}),
        (FieldType.SELECT, ["list"]),
        (FieldType.LINK, [["rec1"]]),
        (FieldType.LINK, [None]),
    ],
)
def test_a_cell_that_cannot_be_is_unreadable(kind: FieldType, wire: Any) -> None:
    assert canonical(SPECS[kind], wire) is None


@pytest.mark.parametrize(
    ("kind", "wire", "clean"),
    [
        (FieldType.DATE, "2026-05-22", "2026-05-22"),
        (FieldType.DATE, "2026-05-22T10:00:00.000Z", "2026-05-22"),
        (FieldType.DATETIME, "2026-05-22T12:00:00+02:00", "2026-05-22T10:00:00.000Z"),
        (FieldType.NUMBER, 12.0, 12),
        (FieldType.CURRENCY, 1250.5, 1250.5),
        (FieldType.TEXT, "Łódź 🚀\r\n", "Łódź 🚀\n"),
        (FieldType.LINK, ["rec2", "rec1", "rec1"], ["rec1", "rec2"]),
    ],
)
def test_a_cell_that_can_be_keeps_one_spelling(kind: FieldType, wire: Any, clean: object) -> None:
    assert canonical(SPECS[kind], wire) == clean
