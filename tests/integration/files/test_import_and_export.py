"""Rows 59 and 60 of docs/sync.md, "Fault matrix": whatever file comes in, and whatever happens while one is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.errors import UserError
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.files import csv_import
from journeydesk.services.files.csv_import import ImportReport, import_csv
from journeydesk.services.files.export import export_table
from journeydesk.storage.engine import sql
from tests.workspaces import workspace

PROSPECTS = BY_SLUG["prospects"]
HEADER = "Application ID,Company,Contact Name"


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """An empty workspace."""
    with workspace(tmp_path / "w") as found:
        yield found


def _import(context: Context, tmp_path: Path, data: bytes, *, dry_run: bool = False) -> ImportReport:
    file = tmp_path / "leads.csv"
    file.write_bytes(data)
    return import_csv(context, PROSPECTS, file, None, dry_run=dry_run)


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
    assert _import(context, tmp_path, ENCODINGS[name]).created == 1
    assert _companies(context)[0].startswith("Łąkowisko Meble")


@pytest.mark.fault(59)
def test_quotes_and_lines_in_a_cell_are_kept_exactly(context: Context, tmp_path: Path) -> None:
    _import(context, tmp_path, b'Application ID,Company,Notes\nBETA-A,"Tom & ""Jerry"", Ltd","two\nlines"\n')
    assert _companies(context) == ['Tom & "Jerry", Ltd']


@pytest.mark.fault(59)
def test_ragged_rows_are_named_and_the_others_come_in(context: Context, tmp_path: Path) -> None:
    text = f"{HEADER}\nBETA-A,Acme\nBETA-B,Bolt,Ana\nBETA-C,Corvus,Cem,too much\n"
    report = _import(context, tmp_path, text.encode())
    assert report.created == 1
    assert [(line, "cells" in words) for line, words in report.invalid] == [(2, True), (4, True)]
    assert _companies(context) == ["Bolt"]


@pytest.mark.fault(59)
def test_a_key_that_stands_twice_is_one_record_with_the_later_values(context: Context, tmp_path: Path) -> None:
    report = _import(context, tmp_path, f"{HEADER}\nBETA-A,Acme,Ana\nBETA-A,Acme Two,Ana\n".encode())
    assert (report.created, report.updated) == (1, 1)
    assert _companies(context) == ["Acme Two"]


@pytest.mark.fault(59)
def test_a_large_file_sums_up_is_the_same_the_second_time_and_goes_with_one_undo(context: Context, tmp_path: Path) -> None:
    lines = "".join(f"BETA-{number:05d},Firm {number},Person {number}\n" for number in range(3000))
    data = f"{HEADER}\n{lines}".encode()
    rehearsed = _import(context, tmp_path, data, dry_run=True)
    assert _companies(context) == []
    report = _import(context, tmp_path, data)
    assert (rehearsed.created, report.created) == (3000, 3000)
    again = _import(context, tmp_path, data)
    assert (again.created, again.updated, again.same) == (0, 0, 3000)
    undo(context)
    assert _companies(context) == []


@pytest.mark.fault(59)
def test_an_import_that_is_interrupted_leaves_nothing(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, written = csv_import._write, []

    def and_interrupt(*arguments: object) -> None:
        written.append(1)
        if len(written) == 3:
            raise KeyboardInterrupt
        write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(csv_import, "_write", and_interrupt)
    with pytest.raises(KeyboardInterrupt):
        _import(context, tmp_path, f"{HEADER}\nBETA-A,A,a\nBETA-B,B,b\nBETA-C,C,c\n".encode())
    assert _companies(context) == []


@pytest.mark.fault(59)
@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b'Application ID,Company\nBETA-A,"open\n', b"Nothing,Known\n1,2\n"])
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
