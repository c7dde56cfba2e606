"""The rows of a large file are prepared by a process beside the one that writes: what comes in is the same, whatever becomes of it."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.files import preparing
from journeydesk.services.files.importing import carry_out
from journeydesk.services.files.rehearsal import Choices, rehearse
from journeydesk.storage.engine import sql
from journeydesk.storage.records.bulk import prepare
from tests.workspaces import workspace

ROWS = 700
_OF_PROSPECTS = (
    "SELECT lid, key, company, company_sort, contact_sort, email, status, owner, applied_on, deleted FROM prospects ORDER BY lid",
    "SELECT lid, touched, drawn FROM sync_record WHERE table_slug = 'prospects' ORDER BY lid",
    "SELECT e.prospect, e.event, e.occurred_at, e.key FROM events e ORDER BY e.prospect",
    "SELECT rowid FROM prospect_search('firm') ORDER BY rowid",
    "SELECT rowid FROM prospect_search('lakowisko') ORDER BY rowid",
)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """A workspace in which every third of the file's rows is somebody who is there."""
    with workspace(tmp_path / "w") as opened:
        lines = (f"BETA-{number:05},Known {number}\n" for number in range(0, ROWS, 3))
        _bring_in(opened, ("Application ID,Company\n" + "".join(lines)).encode())
        yield opened


def _file() -> bytes:
    lines = (
        f'BETA-{number:05},"Łąkowisko, Firm {number}",Zoë,p{number}@firm.example,{("New", "", "Accepted")[number % 3]},'
        f"{'2026-05-10T10:00:00Z' if number % 2 else ''}\n"
        for number in range(ROWS)
    )
    return ("Application ID,Company,Contact Name,Email,Status,Applied On\n" + "".join(lines)).encode()


def _bring_in(context: Context, data: bytes, progress: Any = lambda _done, _count: None) -> None:
    carry_out(context, rehearse(context, PROSPECTS, "leads.csv", data, Choices(owner="Amaia Etxarri")), progress)


def _state(context: Context) -> list[list[tuple[Any, ...]]]:
    with context.database.read() as connection:
        return [sql.rows(connection, statement) for statement in _OF_PROSPECTS]


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[preparing._Beside]:
    """A child for any number of rows, whatever this machine has; those that were started."""
    monkeypatch.setattr(preparing, "MANY", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    started: list[preparing._Beside] = []

    def start(slug: str, owner: str) -> preparing._Beside:
        started.append(preparing._Beside(slug, owner))
        return started[-1]

    monkeypatch.setattr(preparing, "_child", start)
    return started


def _of_a_second_time(context: Context, monkeypatch: pytest.MonkeyPatch) -> list[list[tuple[Any, ...]]]:
    """What the import leaves when this process prepares its rows, taken back before: without the numbers that rows have, which go on."""
    with monkeypatch.context() as here:
        here.setattr(preparing, "_are_many", lambda *_: False)
        _bring_in(context, _file())
    state = _without_numbers(_state(context))
    undo(context)
    return state


def _without_numbers(state: list[list[tuple[Any, ...]]]) -> list[list[tuple[Any, ...]]]:
    living = {row[0]: row[1] for row in state[0] if not row[-1]}
    return [[(living[row[0]], *row[1:]) for row in rows if row[0] in living] for rows in state]


def test_rows_prepared_beside_come_in_as_those_prepared_here(
    context: Context, children: list[preparing._Beside], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = _of_a_second_time(context, monkeypatch)
    assert not children
    asked = []
    ask = preparing._Beside._ask

    def seen(child: preparing._Beside, places: list[int], kept: bytes) -> bytes | None:
        said = ask(child, places, kept)
        asked.append(said is not None)
        return said

    monkeypatch.setattr(preparing._Beside, "_ask", seen)
    _bring_in(context, _file())
    assert asked == [True, True]
    beside = _without_numbers(_state(context))
    assert len(beside[0]) == ROWS
    assert beside == here
    assert children[0]._process.returncode is not None


@pytest.mark.parametrize("program", [["false"], ["sh", "-c", "head -c 100 > /dev/null; echo nonsense"], ["no such program"]])
def test_an_import_whose_child_ends_comes_in_all_the_same(
    context: Context, monkeypatch: pytest.MonkeyPatch, program: list[str]
) -> None:
    here = _of_a_second_time(context, monkeypatch)
    monkeypatch.setattr(preparing, "MANY", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(preparing, "own_program", lambda: program)
    _bring_in(context, _file())
    assert _without_numbers(_state(context)) == here


def test_no_save_waits_for_rows_that_are_being_prepared(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = []
    here = preparing._here

    def slowly(slug: str, owner: str, rows: Sequence[preparing.ToPrepare]) -> Iterator[preparing.Page]:
        for page in here(slug, owner, rows):
            other = threading.Thread(target=create_prospect, args=(context, {"company": "Typed meanwhile"}))
            other.start()
            other.join(5)
            saved.append(not other.is_alive())
            yield page

    monkeypatch.setattr(preparing, "_here", slowly)
    context.database.hurry()
    _bring_in(context, _file())
    assert saved == [True, True]


def test_a_cancelled_import_ends_its_child(context: Context, children: list[preparing._Beside]) -> None:
    before = _state(context)

    def cancel(done: int, _count: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _bring_in(context, _file(), cancel)
    assert children[0]._process.returncode is not None
    assert _without_numbers(_state(context))[0] == _without_numbers(before)[0]


def test_pages_are_given_out_in_parts_of_any_size() -> None:
    rows: list[dict[str, Any]] = [{"key": f"K{number}", "company": "Firm"} for number in range(5)]
    edits: list[tuple[RecordId, dict[str, Any]]] = [(RecordId(number), {"company": "Other"}) for number in range(3)]
    for size in range(1, 17):
        page = preparing.Page(prepare("prospects", rows), ["", None, "", None, ""], edits)
        pages = preparing.Pages(iter([page, page]))
        parts = []
        while part := list(pages.take(size)):
            parts.append(part)
        assert [sum(each.count for each in part) for part in parts] == [size] * (16 // size) + [16 % size] * bool(16 % size)
        flat = [each for part in parts for each in part]
        assert [row for each in flat for row in each.created.rows] == [*page.created.rows, *page.created.rows]
        assert [words for each in flat for words in each.created.words] == [*page.created.words, *page.created.words]
        assert [applied for each in flat for applied in each.applied] == [*page.applied, *page.applied]
        assert [edit for each in flat for edit in each.edits] == [*edits, *edits]
