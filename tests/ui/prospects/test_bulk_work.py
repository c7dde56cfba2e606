"""A change of many prospects: beside the window, with how far it is, and Cancel that takes it back."""

import threading
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands import long_steps, many, prospects
from journeydesk.ui.tabs.prospects import bulk_work
from journeydesk.ui.tabs.prospects.bulk_work import BulkProgress
from tests.ui.prospects.conftest import CONTROL, LEFT, MEBLE, QUILLON, SOKKI, Listed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Gate:
    """Lets the change go on after its first part."""

    def __init__(self, listed: Listed, monkeypatch: pytest.MonkeyPatch) -> None:
        self.open = threading.Event()
        self.reached = threading.Event()
        edit_within = prospects.edit_within

        def held(context: object, action: object, part: Sequence[RecordId], values: object) -> None:
            edit_within(context, action, part, values)  # type: ignore[arg-type]
            if threading.current_thread() is not threading.main_thread():
                self.reached.set()

        monkeypatch.setattr(many, "edit_within", held)
        end = long_steps.Pace.end

        def wait(pace: long_steps.Pace, rows: int) -> None:
            end(pace, rows)
            pace.rows = 1
            self.open.wait(20)

        monkeypatch.setattr(long_steps.Pace, "end", wait)
        self._listed = listed


@pytest.fixture
def gate(listed: Listed, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Two prospects are many; each is a part."""
    monkeypatch.setattr(many, "AT_ONCE", 1)
    monkeypatch.setattr(bulk_work, "AT_ONCE", 1)
    monkeypatch.setattr(long_steps, "_FIRST_PART", 1)
    return Gate(listed, monkeypatch)


def owner(listed: Listed, company: str) -> object:
    return listed.stored(listed.record(company), "owner")


def assign_all(listed: Listed, gate: Gate) -> BulkProgress:
    listed.bot.keyClick(listed.tab.table, Qt.Key.Key_A, CONTROL)
    listed.choosing("Zuzanna", lambda: listed.key(Qt.Key.Key_A))
    listed.bot.waitUntil(gate.reached.is_set)
    (bar,) = listed.tab.findChildren(BulkProgress)
    return bar


def test_the_window_goes_on_while_many_are_changed(listed: Listed, gate: Gate) -> None:
    bar = assign_all(listed, gate)
    assert bar.isVisible()
    assert bar.findChildren(QProgressBar)[0].maximum() == len(listed.tab.model.all_ids())
    listed.bot.keyClick(listed.tab.table, Qt.Key.Key_J)
    assert listed.tab.table.currentIndex().row() == 1
    gate.open.set()
    listed.bot.waitUntil(lambda: not bar.isVisible())
    assert {owner(listed, company) for company in (MEBLE, QUILLON, SOKKI)} == {"Zuzanna"}
    assert listed.said[-1].startswith("Assigned ")


def test_cancel_takes_everything_back(listed: Listed, gate: Gate) -> None:
    before = {company: owner(listed, company) for company in (MEBLE, QUILLON, SOKKI)}
    bar = assign_all(listed, gate)
    listed.bot.mouseClick(bar.cancel, LEFT)
    gate.open.set()
    listed.bot.waitUntil(lambda: not bar.isVisible())
    assert listed.said[-1] == "Stopped. Nothing was changed."
    assert {company: owner(listed, company) for company in before} == before
