"""What an export wrote comes in again without a change, for every table, field and value."""

import csv
import io
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.domain.catalogue import TABLES, FieldSpec, FieldType, TableSpec
from journeydesk.domain.values import Stored
from journeydesk.services.context import Context
from journeydesk.services.files.export import table_text
from journeydesk.services.files.importing import carry_out
from journeydesk.services.files.rehearsal import Bucket, rehearse
from journeydesk.storage.engine import sql
from journeydesk.storage.records.records import insert
from tests.workspaces import workspace

TEXTS = (
    *("=1+1", "'=1", "''+x", "+43 1 234", "-5 rabatt", "@handle", "'0123", " blanks ", "12.500"),
    *("two\nlines", 'a "quoted", one', "a\tb", "\ttab", "🚀 Łódź"),
)
IMPORTED = [table for table in TABLES if table.slug not in ("settings",)]


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """An empty workspace."""
    with workspace(tmp_path / "w") as opened:
        yield opened


def value(chance: random.Random, spec: FieldSpec, prospect: int) -> Stored:
    """A value that the remote may have brought, whatever a person could enter."""
    if chance.random() < 0.2:
        return None
    kind = spec.type
    if kind is FieldType.SELECT:
        return chance.choice(spec.choices)
    if kind is FieldType.LINK:
        return prospect
    if kind is FieldType.CHECKBOX:
        return 1
    if kind is FieldType.DATE:
        return f"20{chance.randrange(10, 40)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
    if kind is FieldType.DATETIME:
        return f"2026-0{chance.randrange(1, 10)}-11T{chance.randrange(24):02d}:30:15.{chance.randrange(1000):03d}Z"
    if kind is FieldType.PERCENT:
        return chance.choice((0.5, 1.0, 2.5, 0.1234, 0, -0.1))
    if kind in (FieldType.NUMBER, FieldType.CURRENCY):
        return chance.choice((0, 7, 99, -3, 123_456, 12_500, 1_250_005))
    return chance.choice(TEXTS)


def fill(context: Context, table: TableSpec, chance: random.Random) -> None:
    with context.database.write() as connection:
        prospect = insert(connection, "prospects", {"key": "BETA-PARENT", "company": "Parent"}, context.author())
        for number in range(40):
            values = {field.slug: value(chance, field, prospect) for field in table.fields}
            key = f"{chance.choice(TEXTS).strip()}-{number}"
            insert(connection, table.slug, values | {"key": key}, context.author())


def everything(context: Context, table: TableSpec) -> list[tuple[object, ...]]:
    with context.database.read() as connection:
        return sql.rows(connection, f"SELECT * FROM {table.slug} ORDER BY lid")


@pytest.mark.parametrize("table", IMPORTED, ids=lambda table: table.slug)
def test_an_export_brought_in_again_changes_nothing(context: Context, table: TableSpec) -> None:
    fill(context, table, random.Random(table.slug))
    before = everything(context, table)
    text = table_text(context, table, "csv")
    rehearsal = rehearse(context, table, "export.csv", text.encode())
    carry_out(context, rehearsal)
    assert everything(context, table) == before
    assert rehearsal.counts[Bucket.CREATED] == rehearsal.counts[Bucket.UPDATED] == 0


def test_every_row_of_an_export_is_found_the_same(context: Context) -> None:
    for number, text in enumerate(TEXTS):
        with context.database.write() as connection:
            insert(connection, "prospects", {"key": f"BETA-{number}", "company": text, "notes": text}, context.author())
    table = next(table for table in TABLES if table.slug == "prospects")
    rehearsal = rehearse(context, table, "export.csv", table_text(context, table, "csv").encode())
    assert rehearsal.counts[Bucket.SAME] == len(TEXTS)


def test_no_text_of_an_export_is_run_by_a_spreadsheet(context: Context) -> None:
    for number, text in enumerate(TEXTS):
        with context.database.write() as connection:
            values: dict[str, Stored] = {"key": f"BETA-{number}", "company": text, "phone": "+43 1 234"}
            insert(connection, "prospects", values, context.author())
    table = next(table for table in TABLES if table.slug == "prospects")
    rows = list(csv.DictReader(io.StringIO(table_text(context, table, "csv"), newline="")))
    companies = [row["Company"] for row in rows]
    assert companies[:3] == ["'=1+1", "''=1", "'''+x"]
    assert [company for company in companies if company.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert {row["Phone"] for row in rows} == {"+43 1 234"}
