"""Numbers of the base that nobody could enter are kept, and marked beside the prospect."""

from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.changes import Change
from journeydesk.services.commands.prospects import edit
from journeydesk.storage.engine import sql
from journeydesk.ui.main_window import MainWindow
from tests.ui.detail.test_journey_history import detail

SENTENCES = (
    "LTV: -5.00 is out of range. Enter a value of 0.00 or more.",
    "Deal Probability: 5000 % is out of range. Enter a value from 0 % to 100 %.",
    "Priority Score: 99 is out of range. Enter a value from 0 to 50.",
)


def test_a_number_out_of_range_is_kept_and_marked(window: MainWindow, qtbot: QtBot) -> None:
    with window.context.database.write() as connection:
        prospect = RecordId(sql.scalar(connection, "SELECT lid FROM prospects WHERE company = 'Quillon Freight'"))
        # As sync stores what the base has.
        sql.run(connection, "UPDATE prospects SET score = 50, ltv = 0, deal_probability = 1 WHERE lid = ?", (prospect,))
    window.resize(1280, 800)
    panel = detail(window, prospect, qtbot)
    assert not panel.out_of_range.isVisible()
    with window.context.database.write() as connection:
        sql.run(connection, "UPDATE prospects SET score = 99, ltv = -500, deal_probability = 50 WHERE lid = ?", (prospect,))
    window.context.publish(Change(frozenset({"prospects"}), frozenset({prospect})))
    qtbot.waitUntil(panel.out_of_range.isVisible)
    assert sorted(panel.out_of_range.words.text().split("\n")) == sorted(SENTENCES)
    words = panel.out_of_range.words
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    edit(window.context, prospect, {"score": 40, "ltv": 500, "deal_probability": 0.5})
    qtbot.waitUntil(lambda: not panel.out_of_range.isVisible())
