"""A list too long to be read at once: its first page stands at once, the rest follows, and nobody loses his place."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.services.calls import session
from journeydesk.services.commands.many import bulk_edit
from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.services.queries.lists import shown_ids
from journeydesk.services.queries.lists.prospects import selection_sum
from journeydesk.services.rows.prospects import Filter, ListView, SortKey
from journeydesk.storage.engine import sql
from journeydesk.storage.lists import first_page
from journeydesk.storage.records import bulk
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.models.prospect_model import TICKED_ROLE
from journeydesk.ui.tabs.prospects import selection
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.widgets.labels import FittedLabel
from journeydesk.ui.words.figures import whole_amount

_MANY = 60
_BY_NAME = ListView(sort=(SortKey("company", False),))
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def long_list(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[ProspectsTab]:
    """Sixty prospects in a list that counts as long from eleven on, with pages of ten."""
    monkeypatch.setattr(first_page, "LARGE", 10)
    monkeypatch.setattr(shown_ids, "PAGE", 10)
    monkeypatch.setattr(selection, "_SUMMED_AT_ONCE", 10)
    rows: list[dict[str, Stored]] = [
        {"key": f"BETA-9{n:03d}", "company": f"Zeta {n:03d}", "status": "New" if n % 2 else "Active", "estimated_revenue": 100}
        for n in range(_MANY)
    ]
    with window.context.database.write() as connection:
        bulk.insert_many(connection, "prospects", rows, window.context.author())
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.show_view(_BY_NAME)
    assert (tab.model.rowCount(), tab.model.whole) == (10, False)
    qtbot.waitUntil(lambda: tab.model.whole)
    yield tab
    tab.model.work.wait()


def companies(tab: ProspectsTab) -> list[str]:
    return [row.company for place in range(tab.model.rowCount()) if (row := tab.model.row_at(place))]


def test_the_rest_follows_in_order(long_list: ProspectsTab) -> None:
    shown = companies(long_list)
    assert len(shown) > _MANY
    assert [name for name in shown if name.startswith("Zeta")] == [f"Zeta {n:03d}" for n in range(_MANY)]


def test_the_count_is_said_once_it_is_known(long_list: ProspectsTab, qtbot: QtBot) -> None:
    filters = long_list.filters
    long_list.show_view(ListView(filters=(Filter("status", "is", ("New",)),), sort=_BY_NAME.sort))
    qtbot.waitUntil(lambda: long_list.model.whole)
    words = f"{long_list.model.rowCount()} of {long_list.model.total}"
    assert words in [label.text() for label in filters.findChildren(QLabel)]


def test_a_change_keeps_the_place_and_shows_at_once(long_list: ProspectsTab, window: MainWindow, qtbot: QtBot) -> None:
    place = long_list.model.rowCount() - 5
    long_list.table.go_to(place)
    record = long_list.model.id_at(place)
    assert record is not None
    offset = long_list.table.verticalScrollBar().value()
    edit(window.context, record, {"status": "Churned"})
    qtbot.waitUntil(lambda: getattr(long_list.model.row_at(place), "status", "") == "Churned")
    long_list.model.work.wait()
    qtbot.wait(10)
    assert (long_list.table.currentIndex().row(), long_list.table.verticalScrollBar().value()) == (place, offset)


def test_a_change_of_one_is_shown_in_its_row_alone(long_list: ProspectsTab, window: MainWindow, qtbot: QtBot) -> None:
    long_list.table.go_to(0)
    shown, record = companies(long_list), long_list.model.id_at(3)
    assert record is not None
    rows: list[tuple[int, int]] = []
    resets: list[None] = []
    long_list.model.dataChanged.connect(lambda first, last, _roles: rows.append((first.row(), last.row())))
    long_list.model.modelReset.connect(lambda: resets.append(None))
    edit(window.context, record, {"status": "Churned"})
    qtbot.waitUntil(lambda: getattr(long_list.model.row_at(3), "status", "") == "Churned")
    qtbot.waitUntil(lambda: not long_list.model.is_reading)
    assert (rows, resets, companies(long_list)) == ([(3, 3)], [], shown)


def test_a_change_before_the_rest_came_is_shown_in_its_row_alone(
    long_list: ProspectsTab, window: MainWindow, qtbot: QtBot
) -> None:
    model = long_list.model
    long_list.show_view(ListView(filters=(Filter("company", "contains", ("Zeta",)),), sort=_BY_NAME.sort))
    assert not model.whole
    shown, record, moved = companies(long_list), model.id_at(3), model.id_at(5)
    assert record is not None
    assert moved is not None
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    edit(window.context, record, {"status": "Churned"})
    model.refresh(frozenset({record}))
    assert getattr(model.row_at(3), "status", "") == "Churned"
    assert (resets, companies(long_list), model.whole) == ([], shown, False)
    # Whoever leaves the order meanwhile stands where he belongs once the rest is there.
    edit(window.context, moved, {"company": "Zeta 999"})
    qtbot.waitUntil(lambda: model.whole and not model.is_reading)
    assert companies(long_list) == sorted({*(f"Zeta {n:03d}" for n in range(_MANY)), "Zeta 999"} - {shown[5]})


def test_a_change_of_many_is_shown_in_every_row(long_list: ProspectsTab, window: MainWindow, qtbot: QtBot) -> None:
    companies(long_list)
    last = long_list.model.rowCount() - 1
    bulk_edit(window.context, long_list.model.all_ids(), {"job_title": "Buyer", "status": "Churned"}, "Edited many")
    qtbot.waitUntil(lambda: getattr(long_list.model.row_at(0), "status", "") == "Churned")
    assert getattr(long_list.model.row_at(last), "status", "") == "Churned"


def test_one_that_moves_in_the_order_stays_current(long_list: ProspectsTab, window: MainWindow, qtbot: QtBot) -> None:
    last = long_list.model.rowCount() - 1
    record = long_list.model.id_at(last)
    assert record is not None
    long_list.table.go_to(last)
    qtbot.waitUntil(lambda: long_list.detail.prospect == record)
    edit(window.context, record, {"company": "Aaa"})
    qtbot.waitUntil(lambda: long_list.model.id_at(0) == record)
    assert long_list.current == record


def test_every_row_is_ticked_and_summed(long_list: ProspectsTab, qtbot: QtBot) -> None:
    qtbot.keyClick(long_list.table, Qt.Key.Key_A, CONTROL)
    assert long_list.model.ticks.count == long_list.model.rowCount()
    worth = whole_amount(selection_sum(long_list.context, long_list.model.all_ids()))
    qtbot.waitUntil(lambda: any(worth in label.accessibleName() for label in long_list.bulk.findChildren(FittedLabel)))
    let_go = RecordId(long_list.model.all_ids()[3])
    long_list.model.tick([let_go])
    assert len(long_list.model.ticked) == long_list.model.rowCount() - 1
    long_list.show_view(ListView(filters=(Filter("status", "is", ("New",)),)))
    qtbot.waitUntil(lambda: long_list.model.whole)
    # Who left the view is ticked no longer.
    assert set(long_list.model.ticked) == set(long_list.model.all_ids()) - {let_go}
    qtbot.keyClick(long_list.table, Qt.Key.Key_Escape)
    assert long_list.model.ticked == []


def test_who_comes_after_all_were_ticked_is_not_ticked(long_list: ProspectsTab, window: MainWindow, qtbot: QtBot) -> None:
    long_list.model.tick_every()
    ticked = long_list.model.ticked
    fresh = create_prospect(window.context, {"company": "Aaa"})
    qtbot.waitUntil(lambda: long_list.model.id_at(0) == fresh)
    assert long_list.model.index(0, 0).data(TICKED_ROLE) is False
    assert long_list.model.index(1, 0).data(TICKED_ROLE) is True
    assert long_list.model.ticked == ticked


def test_a_tick_is_shown_in_its_row_alone(long_list: ProspectsTab, qtbot: QtBot) -> None:
    long_list.table.go_to(2)
    rows: list[tuple[int, int]] = []
    long_list.model.dataChanged.connect(lambda first, last, _roles: rows.append((first.row(), last.row())))
    qtbot.keyClick(long_list.table, Qt.Key.Key_Space)
    assert long_list.model.ticked == [long_list.model.id_at(2)]
    assert rows == [(2, 2)]


def _said(tab: ProspectsTab) -> list[str]:
    return [label.text() for label in tab.bulk.findChildren(QLabel)]


def test_all_ticked_before_the_rest_came_is_all(long_list: ProspectsTab, qtbot: QtBot) -> None:
    long_list.show_view(_BY_NAME)
    qtbot.keyClick(long_list.table, Qt.Key.Key_A, CONTROL)
    assert not long_list.model.whole
    assert "All selected" in _said(long_list)
    let_go = long_list.model.id_at(3)
    assert let_go is not None
    long_list.table.go_to(3)
    qtbot.keyClick(long_list.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: long_list.model.whole)
    everybody = long_list.model.all_ids()
    assert f"{len(everybody) - 1} selected" in _said(long_list)
    assert set(long_list.model.ticked) == set(everybody) - {let_go}


def test_all_ticked_and_sorted_before_the_rest_came_is_all(long_list: ProspectsTab, qtbot: QtBot) -> None:
    everybody = set(long_list.model.all_ids())
    long_list.show_view(_BY_NAME)
    long_list.model.tick_every()
    long_list.sort((SortKey("company", True),))
    assert not long_list.model.whole
    assert long_list.model.index(0, 0).data(TICKED_ROLE) is True
    qtbot.waitUntil(lambda: long_list.model.whole)
    assert set(long_list.model.ticked) == everybody


def test_all_ticked_and_filtered_before_the_rest_came_drops_others(long_list: ProspectsTab, qtbot: QtBot) -> None:
    long_list.show_view(_BY_NAME)
    long_list.model.tick_every()
    with qtbot.waitSignal(long_list.said_also) as told:
        long_list.show_view(ListView(filters=(Filter("status", "is", ("New",)),)))
    assert "are no longer selected" in str(told.args)
    assert set(long_list.model.ticked) == set(long_list.model.all_ids())
    assert 0 < len(long_list.model.ticked) < _MANY


def test_an_action_right_after_all_were_ticked_is_for_all(long_list: ProspectsTab) -> None:
    long_list.show_view(_BY_NAME)
    long_list.model.tick_every()
    assert long_list.acted_on is not None
    assert set(long_list.acted_on.prospects) == set(long_list.model.all_ids())
    assert f"{len(long_list.model.all_ids())} selected" in _said(long_list)


@pytest.mark.parametrize(
    "view", [_BY_NAME, ListView(filters=(Filter("status", "is", ("New",)),), sort=_BY_NAME.sort), ListView(search="zeta 00")]
)
def test_a_session_takes_the_first_before_the_rest_came(long_list: ProspectsTab, view: ListView) -> None:
    everybody = list(shown_ids.all_shown(long_list.context, view).ids)
    for most in (5, 10, 20, 1_000):
        long_list.show_view(view)
        called, count = long_list.to_call(most)
        assert not long_list.model.whole
        assert (list(called), count()) == (everybody[:most], len(everybody))


def test_a_session_takes_whom_it_finds_in_a_moment(long_list: ProspectsTab, monkeypatch: pytest.MonkeyPatch) -> None:
    everybody = list(shown_ids.all_shown(long_list.context, _BY_NAME).ids)
    monkeypatch.setattr(sql, "_STEPS_BETWEEN_LOOKS", 10)
    monkeypatch.setattr(first_page, "_STEPS", 80)
    long_list.show_view(_BY_NAME)
    called, count = long_list.to_call(1_000)
    assert not long_list.model.whole
    assert 0 < len(called) < len(everybody) == count()
    assert list(called) == everybody[: len(called)]


def test_a_session_takes_the_ticked_before_the_rest_came(long_list: ProspectsTab) -> None:
    last_two = list(shown_ids.all_shown(long_list.context, _BY_NAME).ids)[-2:]
    long_list.show_view(_BY_NAME)
    long_list.model.tick(last_two, True)
    called, count = long_list.to_call(1)
    assert (called, count()) == (last_two[:1], 2)


@pytest.mark.parametrize("whole", [True, False])
def test_a_session_says_of_how_many_it_takes_the_first(
    window: MainWindow, long_list: ProspectsTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    monkeypatch.setattr(session, "MOST", 5)
    everybody = len(long_list.model.all_ids())
    if not whole:
        long_list.show_view(_BY_NAME)
    with qtbot.waitSignal(window.sessions.said) as told:
        window.sessions.start()
    assert told.args == [f"The first 5 of {everybody} are in this session", False]
    begun = session.open_session(window.context)
    assert begun is not None and begun.total == 5
