"""Beside the facts of a prospect: LTV by hand, a score handed back, its journey history with the time in each stage."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import edit, move
from journeydesk.services.commands.scores import set_score
from journeydesk.services.commands.undoing import undo
from journeydesk.storage.engine import sql
from journeydesk.storage.payments import stripe_mirror
from journeydesk.storage.payments.stripe_mirror import ProspectMoney
from journeydesk.ui.detail.facts_area import FactsArea
from journeydesk.ui.detail.journey_history import JourneyHistory, duration_words
from journeydesk.ui.detail.panel import DetailPanel
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab


@pytest.fixture
def prospect(window: MainWindow) -> RecordId:
    with window.context.database.read() as connection:
        query = "SELECT lid FROM prospects WHERE company = 'Quillon Freight'"
        return RecordId(sql.scalar(connection, query))


def detail(window: MainWindow, prospect: RecordId, qtbot: QtBot) -> DetailPanel:
    window.show_prospect(prospect)
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    qtbot.waitUntil(lambda: tab.detail.prospect == prospect)
    return tab.detail


def test_a_score_set_by_hand_is_handed_back_in_the_detail(window: MainWindow, prospect: RecordId, qtbot: QtBot) -> None:
    edit(window.context, prospect, {"priority_level": "Critical"})
    panel = detail(window, prospect, qtbot)
    button = panel._score.hand_back
    assert not button.isVisible()
    set_score(window.context, prospect, 40)
    qtbot.waitUntil(button.isVisible)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not button.isVisible())
    with window.context.database.read() as connection:
        assert sql.scalar(connection, "SELECT score FROM prospects WHERE lid = ?", (prospect,)) == 15
    assert undo(window.context) == "Handed 1 score back to the rules"


def test_ltv_by_hand_stands_beside_stripes(window: MainWindow, prospect: RecordId, qtbot: QtBot) -> None:
    with window.context.database.write() as connection:
        stripe_mirror.set_money(connection, [ProspectMoney(prospect, 418_000, 64_000, "EUR")])
    edit(window.context, prospect, {"ltv": 120_000})
    panel = detail(window, prospect, qtbot)
    assert panel._money.accessibleName().startswith("LTV €4,180.00, by hand €1,200.00, MRR €640.00")


def test_the_way_shows_each_stay_with_its_time_for_the_journey_chosen(
    window: MainWindow, prospect: RecordId, qtbot: QtBot
) -> None:
    move(window.context, prospect, "Deal", "Technical Review")
    panel = detail(window, prospect, qtbot)
    qtbot.mouseClick(panel._score.history, Qt.MouseButton.LeftButton)
    sheet = next(one for one in window.findChildren(JourneyHistory) if one.isVisible())
    sheet.journey._pick("Deal")
    words = [one.text() for one in sheet._area.findChildren(QLabel)]
    assert "under 1 h so far" in words
    named = [one.accessibleName() for one in sheet._area.findChildren(QWidget)]
    assert any(name.startswith("Technical Review, under 1 h so far") for name in named)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "under 1 h"), (3_600, "1 h"), (86_399, "23 h"), (86_400, "1 d"), (864_000, "10 d")]
)
def test_a_time_in_a_stage_is_told_in_days_or_hours(seconds: float, words: str) -> None:
    assert duration_words(seconds) == words


def test_the_facts_scroll_and_never_lie_under_the_composer(window: MainWindow, prospect: RecordId, qtbot: QtBot) -> None:
    window.resize(960, 640)
    panel = detail(window, prospect, qtbot)
    facts = panel.findChild(FactsArea)
    assert isinstance(facts, FactsArea)
    qtbot.waitUntil(lambda: panel.composer.geometry().top() >= facts.geometry().bottom())
    window.resize(1440, 868)
    qtbot.waitUntil(lambda: facts.verticalScrollBar().maximum() == 0)
