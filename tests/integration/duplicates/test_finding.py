"""Pairs that look alike in a workspace, and what is remembered of them."""

import errno
import os
import signal
from pathlib import Path
from typing import Any, ClassVar

import pytest

from journeydesk.child_process import ChildProcess
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.duplicates import decide_pair
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.duplicates import beside, finding
from journeydesk.services.duplicates.candidates import COMPARED, LIKELY, Candidate
from journeydesk.services.duplicates.finding import find_duplicates
from journeydesk.storage.engine import sql
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from tests.fakes.look_alikes import LookAlikes
from tests.workspaces import workspace


def _two(context: Context) -> tuple[RecordId, RecordId]:
    one = create_prospect(
        context, {"company": "Brisalta Logística", "contact_name": "Iker Zubiaga", "phone": "+34 944 123 456"}
    )
    other = create_prospect(context, {"company": "Brisalta Logistica SL", "contact_name": "I. Zubiaga", "phone": "944123456"})
    create_prospect(context, {"company": "Quillon Freight", "contact_name": "Adaeze Nwokorie"})
    return one, other


def test_a_pair_is_found_with_its_reasons(tmp_path: Path) -> None:
    with workspace(tmp_path) as context:
        one, other = _two(context)
        (pair,) = find_duplicates(context)
        assert (pair.left.record, pair.right.record) == (one, other)
        assert "same phone" in pair.likeness.reasons


def test_what_was_said_of_a_pair_is_shared_and_can_be_undone(tmp_path: Path) -> None:
    with workspace(tmp_path) as context:
        one, other = _two(context)
        decide_pair(context, other, one, "different")
        assert [pair.said for pair in find_duplicates(context)] == ["different"]
        with context.database.read() as connection:
            assert sql.scalar(connection, "SELECT count(*) FROM settings WHERE key LIKE 'pair %' AND NOT deleted") == 1
        assert undo(context) == "Brisalta Logistica SL and Brisalta Logística are different"
        assert [pair.said for pair in find_duplicates(context)] == [""]
        decide_pair(context, one, other, "same")
        decide_pair(context, one, other, "different")
        assert [pair.said for pair in find_duplicates(context)] == ["different"]
        decide_pair(context, one, other, None)
        assert [pair.said for pair in find_duplicates(context)] == [""]


def test_a_pair_that_people_named_is_listed_however_unlike(tmp_path: Path) -> None:
    with workspace(tmp_path) as context:
        one = create_prospect(context, {"company": "Halcyon Labs"})
        other = create_prospect(context, {"company": "Quillon Freight"})
        assert find_duplicates(context) == []
        decide_pair(context, one, other, "same")
        assert [(pair.left.record, pair.said) for pair in find_duplicates(context)] == [(one, "same")]


def test_one_prospect_named_twice_is_refused(tmp_path: Path) -> None:
    with workspace(tmp_path) as context:
        one = create_prospect(context, {"company": "Halcyon Labs"})
        with pytest.raises(UserError, match="named twice"):
            decide_pair(context, one, one, "same")


AUTHOR = Author("Amaia Etxarri", "2026-05-19T09:00:00Z")


def _team(context: Context, count: int = 90) -> None:
    with context.database.write() as connection:
        for number, person in enumerate(LookAlikes(7).team(count)):
            records.insert(
                connection, "prospects", {"key": f"BETA-{number:08}", **dict(zip(COMPARED, person.fields, strict=True))}, AUTHOR
            )
    pairs = [("BETA-00000001", "BETA-00000002"), ("BETA-00000000", "BETA-00000089")]
    for one, other in pairs:
        with context.database.read() as connection:
            found = [records.find_by_key(connection, "prospects", key) for key in (one, other)]
        decide_pair(context, RecordId(found[0] or 0), RecordId(found[1] or 0), "different")


class _Started(ChildProcess):
    """Counts the processes that are started, and ends the first one where `ends` says that it has heard enough."""

    all: ClassVar[list["_Started"]] = []
    ends_after: ClassVar[int | None] = None

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.all.append(self)
        self._said = 0

    def say(self, question: Any) -> None:
        if self._said == self.ends_after:
            os.kill(self.id, signal.SIGKILL)
        self._said += 1
        super().say(question)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> type[_Started]:
    """Even a small workspace is looked through beside, 20 prospects a page."""
    monkeypatch.setattr(finding, "MANY", 0)
    monkeypatch.setattr(finding, "_PAGE", 20)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(beside, "ChildProcess", _Started)
    monkeypatch.setattr(_Started, "all", [])
    monkeypatch.setattr(_Started, "ends_after", None)
    return _Started


def _found_here(context: Context, least: float) -> list[Candidate]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finding, "MANY", 10_000)
        return find_duplicates(context, least)


def test_many_are_compared_beside_and_found_alike(tmp_path: Path, started: type[_Started]) -> None:
    with workspace(tmp_path) as context:
        _team(context)
        for least in (0.2, 0.5):
            here = _found_here(context, least)
            assert find_duplicates(context, least) == here
            assert len(here) > 10
            assert {"different", ""} == {pair.said for pair in here}
        assert len(started.all) == 2
        assert not any(each.end.alive for each in started.all)


@pytest.mark.parametrize("heard", [0, 3, 5])
def test_a_process_that_ends_costs_no_pair(heard: int, tmp_path: Path, started: type[_Started]) -> None:
    started.ends_after = heard
    with workspace(tmp_path) as context:
        _team(context)
        assert find_duplicates(context) == _found_here(context, LIKELY)
        assert len(started.all) == 1


def test_without_a_process_pairs_are_found_here(
    tmp_path: Path, started: type[_Started], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(word: str) -> ChildProcess:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(beside, "ChildProcess", refuses)
    with workspace(tmp_path) as context:
        _team(context)
        assert find_duplicates(context) == _found_here(context, LIKELY)


@pytest.mark.parametrize("calls", [0, 2, 6])
def test_who_stops_looking_ends_the_process(calls: int, tmp_path: Path, started: type[_Started]) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, count: int) -> None:
        told.append((done, count))
        if len(told) > calls:
            raise KeyboardInterrupt

    with workspace(tmp_path) as context:
        _team(context)
        with pytest.raises(KeyboardInterrupt):
            find_duplicates(context, progress=progress)
        assert told == [(min(20 * call, 90), 90) for call in range(calls + 1)]
        assert not any(each.end.alive for each in started.all)
