"""A first evaluation of many puts moves and cards in order together, and loses none of them to a stop or to a save beside it."""

from dataclasses import replace

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.services.changes import Change
from journeydesk.services.commands.prospects import edit
from journeydesk.services.evaluation import each, log
from journeydesk.services.evaluation.evaluate import evaluate, evaluate_due
from journeydesk.services.evaluation.log import Log
from journeydesk.storage.lists import ordering
from journeydesk.storage.lists.ordering import leave_for_later
from journeydesk.storage.upkeep import integrity
from tests.integration.rules.conftest import Desk


@pytest.fixture
def many(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Twenty are many, put in order five together and row by row."""
    for name, value in (
        ("_MANY", 5),
        ("_MANY_BESIDE", 5),
        ("_PART", 4),
        ("_PART_ALONE", 4),
        ("_PARTS_ALONE", 1),
        ("TOGETHER", 5),
    ):
        monkeypatch.setattr(each, name, value)
    for name, value in (("TOGETHER", 5), ("_ROWS_FIRST", 1), ("_ROWS_LEAST", 1), ("_ROWS_MOST", 1)):
        monkeypatch.setattr(ordering, name, value)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    for number in range(20):
        record = desk.prospect(key=f"BETA-{number}", company=f"Firm {number}", owner="Amaia Etxarri")
        for day in range(1, 4):
            desk.event(record, "demo_requested", desk.ago(days=day * number % 7 + day), key=f"EVT-{number}-{day}")
    return desk


def _is_sound(desk: Desk) -> bool:
    assert desk.rows("SELECT count(*) FROM unordered") == [(0,)]
    assert desk.rows("SELECT count(*) FROM moves_by_time") == desk.rows("SELECT count(*) FROM stage_history")
    assert desk.rows("SELECT count(*) > 15 FROM cards_by_place") == [(1,)]
    return not integrity.examine(desk.context.database, thorough=True).problems


def test_whoever_was_evaluated_is_in_order_at_the_end(many: Desk) -> None:
    orders: list[int] = []
    evaluate(many.context, progress=lambda _done, _all: orders.append(many.rows("SELECT count(*) FROM moves_by_time")[0][0]))
    # Some of them before all were evaluated.
    assert orders[0] == 0 < orders[-1]
    assert _is_sound(many)


def test_one_that_was_stopped_is_put_in_order_soon(many: Desk) -> None:
    def stop(done: int, _all: int) -> None:
        if done >= 12:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        evaluate(many.context, progress=stop)
    assert many.rows("SELECT count(*) > 0 FROM unordered") == [(1,)]
    evaluate_due(many.context)
    assert _is_sound(many)


def test_the_board_hears_of_cards_that_were_left(many: Desk) -> None:
    heard: list[Change] = []
    evaluate(many.context)
    many.context = replace(many.context, publish=heard.append)
    evaluate_due(many.context)
    assert not heard
    with many.context.database.write() as connection:
        leave_for_later(connection, [RecordId(3)])
    evaluate_due(many.context)
    assert [change.kinds for change in heard] == [{"positions"}]
    assert _is_sound(many)


def test_a_filling_that_was_killed_is_done_again(many: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    class _Killed(Exception):
        pass

    left = [9]

    def fall(_log: Log) -> None:
        left[0] -= 1
        if not left[0]:
            raise _Killed

    with monkeypatch.context() as patched:
        patched.setattr(each, "_BETWEEN_SYNCS", 10_000)
        patched.setattr(Log, "sync", fall)
        with pytest.raises(_Killed):
            evaluate(many.context)
    assert many.rows("SELECT DISTINCT filling FROM unordered WHERE filling <> 0") == [(1,)]
    evaluate_due(many.context)
    assert _is_sound(many)


def test_what_is_saved_beside_the_filling_stands_in_order(many: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    saved: list[int] = []
    put = ordering.put_in_order

    def beside(*values: object) -> object:
        for is_between in put(many.context.database):
            number = len(saved) % 20 + 1
            saved.append(number)
            if number % 3 == 0:
                edit(many.context, RecordId(number), {"owner": f"Rep {len(saved)}", "estimated_revenue": len(saved)})
            elif number % 3 == 1:
                many.event(RecordId(number), "email_replied", many.ago(hours=number), key=f"EVT-beside-{len(saved)}")
                evaluate(many.context, [RecordId(number)])
            yield is_between

    monkeypatch.setattr(log, "put_in_order", beside)
    evaluate(many.context)
    assert len(saved) > 40
    assert _is_sound(many)
