"""Rows 59 and 60 of docs/sync.md, "Fault matrix": whatever file comes in, and whatever happens while one is written."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.errors import UserError
from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.files import export, importing
from journeydesk.services.files.export import export_table
from journeydesk.services.files.importing import carry_out
from journeydesk.services.files.rehearsal import Bucket, Choices, Rehearsal, read_bytes, rehearse
from journeydesk.storage.engine import sql
from journeydesk.storage.records.whole_table import stored_rows
from tests.workspaces import workspace

PROSPECTS = BY_SLUG["prospects"]
HEADER = "Application ID,Company,Contact Name"


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """An empty workspace."""
    with workspace(tmp_path / "w") as found:
        yield found


def _import(
    context: Context,
    tmp_path: Path,
    data: bytes,
    choices: Choices | None = None,
    *,
    dry_run: bool = False,
) -> Rehearsal:
    file = tmp_path / "leads.csv"
    file.write_bytes(data)
    rehearsal = rehearse(context, PROSPECTS, file.name, read_bytes(file), choices or Choices())
    assert sum(rehearsal.counts.values()) == len(rehearsal.table.rows)
    if not dry_run:
        carry_out(context, rehearsal)
    return rehearsal


def _counts(rehearsal: Rehearsal) -> tuple[int, int, int, int, int]:
    """Created, updated, the same, possible duplicates, invalid."""
    created, updated, same, duplicate, invalid = (rehearsal.counts[bucket] for bucket in Bucket)
    return created, updated, same, duplicate, invalid


def _companies(context: Context) -> list[str]:
    with context.database.read() as connection:
        return list(sql.scalars(connection, "SELECT company FROM prospects WHERE deleted = 0 ORDER BY lid"))


ENCODINGS = {
    "with a mark": f"{HEADER}\nBETA-A,Łąkowisko Meble,Zuzanna\n".encode("utf-8-sig"),
    "UTF-16": f"{HEADER}\nBETA-A,Łąkowisko Meble,Zuzanna\n".encode("utf-16"),
    "Windows": f"{HEADER.replace(',', ';')}\nBETA-A;Łąkowisko Meble, Żółkiewska-Zdrój i Spółka;Święta Wąż\n".encode("cp1250"),
}


@pytest.mark.fault(59)
@pytest.mark.parametrize("name", ENCODINGS)
def test_a_file_is_read_whatever_its_encoding(context: Context, tmp_path: Path, name: str) -> None:
    assert _counts(_import(context, tmp_path, ENCODINGS[name]))[0] == 1
    assert _companies(context)[0].startswith("Łąkowisko Meble")


@pytest.mark.fault(59)
def test_quotes_and_lines_in_a_cell_are_kept_exactly(context: Context, tmp_path: Path) -> None:
    _import(context, tmp_path, b'Application ID,Company,Notes\nBETA-A,"Tom & ""Jerry"", Ltd","two\nlines"\n')
    assert _companies(context) == ['Tom & "Jerry", Ltd']


@pytest.mark.fault(59)
def test_short_rows_are_filled_and_long_ones_named(context: Context, tmp_path: Path) -> None:
    text = f"{HEADER}\nBETA-A,Acme\nBETA-B,Bolt,Ana\nBETA-C,Corvus,Cem,too much\n"
    rehearsal = _import(context, tmp_path, text.encode())
    assert _counts(rehearsal) == (2, 0, 0, 0, 1)
    assert [(row.line, "4 cells" in plan.problems[0].words) for row, plan in rehearsal.left_out] == [(4, True)]
    assert _companies(context) == ["Acme", "Bolt"]


@pytest.mark.fault(59)
def test_a_key_that_stands_twice_comes_in_once(context: Context, tmp_path: Path) -> None:
    rehearsal = _import(context, tmp_path, f"{HEADER}\nBETA-A,Acme,Ana\nbeta-a\u00a0,Acme Two,Ana\n".encode())
    assert _counts(rehearsal) == (1, 0, 0, 1, 0)
    assert rehearsal.left_out[0][1].problems[0].words == "has the same key as row 2."
    assert _companies(context) == ["Acme"]


@pytest.mark.fault(59)
def test_a_large_file_is_the_same_the_second_time_and_one_undo(context: Context, tmp_path: Path) -> None:
    lines = "".join(f"BETA-{number:05d},Firm {number},Person {number}\n" for number in range(3000))
    data = f"{HEADER}\n{lines}".encode()
    rehearsed = _import(context, tmp_path, data, dry_run=True)
    assert _companies(context) == []
    report = _import(context, tmp_path, data)
    assert (_counts(rehearsed), _counts(report)) == ((3000, 0, 0, 0, 0), (3000, 0, 0, 0, 0))
    again = _import(context, tmp_path, data)
    assert _counts(again) == (0, 0, 3000, 0, 0)
    undo(context)
    assert _companies(context) == []


@pytest.mark.fault(59)
def test_an_import_that_is_interrupted_leaves_nothing(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.database.hurry()
    begin, begun = importing._begin_journeys, []

    def and_interrupt(*arguments: object) -> None:
        begun.append(1)
        begin(*arguments)  # type: ignore[arg-type]
        if len(begun) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(importing, "_begin_journeys", and_interrupt)
    lines = "".join(f"BETA-{number},Firm {number},Person {number}\n" for number in range(700))
    with pytest.raises(KeyboardInterrupt):
        _import(context, tmp_path, f"{HEADER}\n{lines}".encode())
    assert _companies(context) == []


@pytest.mark.fault(59)
@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"Nothing,Known\n1,2\n"])
def test_what_is_no_such_file_is_refused_whole(context: Context, tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UserError):
        _import(context, tmp_path, data)
    assert _companies(context) == []


@pytest.mark.fault(60)
def test_an_export_that_fails_leaves_the_old_file_and_no_part(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "Exports 2026 – Łódź" / "prospects.csv"
    target.parent.mkdir()
    create_prospect(context, {"company": "Acme"})
    assert export_table(context, PROSPECTS, "csv", target) == 1
    before = target.read_bytes()
    create_prospect(context, {"company": "Bolt"})

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UserError, match=r"No space left.*as it was"):
        export_table(context, PROSPECTS, "csv", target)
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.fault(60)
def test_a_place_that_takes_no_file_is_said(context: Context, tmp_path: Path) -> None:
    (tmp_path / "a folder").mkdir()
    for target in (tmp_path / "a folder", tmp_path / "missing" / "prospects.csv"):
        with pytest.raises(UserError, match="cannot be written"):
            export_table(context, PROSPECTS, "csv", target)
    assert list((tmp_path / "a folder").iterdir()) == []


@pytest.mark.fault(60)
def test_an_export_that_is_killed_leaves_the_old_file(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "prospects.csv"
    target.write_text("the old one", encoding="utf-8")

    def killed(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", killed)
    with pytest.raises(KeyboardInterrupt):
        export_table(context, PROSPECTS, "csv", target)
    assert target.read_text(encoding="utf-8") == "the old one"


NOTE = 'two lines,\na comma; a "quote"'


@pytest.mark.fault(60)
@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_export_that_lost_a_record_is_not_written(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    target = tmp_path / f"prospects.{form}"
    for company in ("Acme", "Bolt", "Core"):
        create_prospect(context, {"company": company, "notes": NOTE})
    assert export_table(context, PROSPECTS, form, target) == 3
    before, read = target.read_bytes(), stored_rows
    monkeypatch.setattr(export, "stored_rows", lambda *arguments: read(*arguments)[1:])
    with pytest.raises(UserError, match=r"would hold 2 of 3 records\. It was not written, and an old file is as it was\."):
        export_table(context, PROSPECTS, form, target)
    with pytest.raises(UserError, match="would hold 1 of 2 records"):
        export.export_prospects(context, [1, 3], target)
    assert target.read_bytes() == before
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.fault(60)
def test_a_file_that_the_disk_cut_off_is_noticed(context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "prospects.csv"
    create_prospect(context, {"company": "Acme"})
    sync = os.fsync

    def cut_off(handle: int) -> None:
        os.ftruncate(handle, 40)
        sync(handle)

    monkeypatch.setattr("os.fsync", cut_off)
    with pytest.raises(UserError, match="40 stand on the disk"):
        export_table(context, PROSPECTS, "csv", target)
    assert not target.exists()
    assert [entry for entry in tmp_path.iterdir() if entry.name != "w"] == []


def test_records_that_were_deleted_meanwhile_are_not_missed(context: Context, tmp_path: Path) -> None:
    first = create_prospect(context, {"company": "Acme"})
    create_prospect(context, {"company": "Bolt"})
    delete_prospects(context, [first])
    assert export.export_prospects(context, [1, 2], tmp_path / "two.csv") == 1
