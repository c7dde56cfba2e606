"""The points of the score are changed together; everybody is scored again, hand-set ones stay (docs/rules.md, "Lead score")."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.scores import set_score
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.commands.undoing import undo
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.settings.evaluation_bar import EvaluationBar
from journeydesk.ui.tabs.settings.scores.page import ScoresPage
from tests.ui.settings.conftest import Desk


@pytest.fixture
def page(desk: Desk) -> ScoresPage:
    for company, level in (("Quillon Freight", "Critical"), ("Łąkowisko Meble", "Important"), ("蒼嶺測器", "Critical")):
        edit(desk.context, prospect(desk, company), {"priority_level": level})
    set_score(desk.context, prospect(desk, "蒼嶺測器"), 33)
    desk.tab.show_page("Scoring")
    found = desk.tab.page("Scoring")
    assert isinstance(found, ScoresPage)
    desk.until(lambda: not found.is_stale and not found.work.busy("by hand"))
    return found


def prospect(desk: Desk, company: str) -> RecordId:
    return RecordId(desk.rows("SELECT lid FROM prospects WHERE company = ?", company)[0][0])


def scores(desk: Desk) -> list[int]:
    return [row[0] for row in desk.rows("SELECT score FROM prospects ORDER BY lid")]


def test_points_are_drafted_saved_as_one_step_and_taken_back(desk: Desk, page: ScoresPage) -> None:
    card = page.options["score.priority_level"]
    desk.type_in(card.rows["Critical"].edit, "12")
    desk.type_in(card.rows["Important"].edit, "6")
    assert scores(desk) == [15, 10, 33, 0]
    assert page.bar.isVisible()
    desk.press(page.bar.save)
    desk.settle()
    assert scores(desk) == [12, 6, 33, 0]
    assert desk.said[-1] == "Changed the scoring; 1 score set by hand stays"
    desk.until(lambda: not page.bar.isVisible())
    assert undo(desk.context) == "Changed the scoring"
    assert scores(desk) == [15, 10, 33, 0]


def test_scores_by_hand_are_counted_and_handed_back_at_once(desk: Desk, page: ScoresPage) -> None:
    assert page._by_hand.text() == "1 of 4 scores is set by hand and will stay."
    desk.press(page.hand_back)
    desk.settle()
    assert scores(desk) == [15, 10, 15, 0]
    desk.until(lambda: not page.hand_back.isVisible())
    undo(desk.context)
    assert scores(desk) == [15, 10, 33, 0]


@pytest.mark.parametrize("text", ["51", "-1", "many", ""])
def test_points_out_of_range_are_refused_beside_their_field(desk: Desk, page: ScoresPage, text: str) -> None:
    row = page.options["score.industry"].rows["News"]
    desk.type_in(row.edit, text)
    assert row.wrong.text() == "Give a whole number from 0 to 50."
    assert row.wrong.isVisible()
    assert page.draft.count == 0
    desk.bot.keyClick(row.edit, Qt.Key.Key_Escape)
    assert row.edit.text() == "10"
    assert not row.wrong.isVisible()


def test_thresholds_and_limits_are_changed_too(desk: Desk, page: ScoresPage) -> None:
    desk.type_in(page.steps["score.use_case_characters"].rows[0].threshold, "300")
    desk.type_in(page.steps["score.answered_within_hours"].rows[1].points, "2")
    desk.type_in(page.limit_rows["score.hot_above"].edit, "44")
    assert page.draft.count == 4
    desk.press(page.bar.save)
    desk.settle()
    found = desk.context.settings.score
    assert found.use_case_characters == ((300, 5), (80, 3))
    assert found.answered_within_hours == ((24, 5), (72, 2))
    assert found.hot_above == 44
    assert page.limit_rows["score.hot_above"].note.text() == "default 45"
    desk.press(page.limits.back)
    desk.press(page.bar.save)
    desk.settle()
    assert desk.context.settings.score.hot_above == 45
    assert "score.hot_above" not in desk.context.overrides


def test_a_wrong_threshold_is_told_at_the_threshold(desk: Desk, page: ScoresPage) -> None:
    row = page.steps["score.use_case_characters"].rows[0]
    desk.type_in(row.threshold, "long")
    assert row.wrong.isVisible()
    assert row.threshold.accessibleDescription() == "Give whole numbers with their points."
    assert page.draft.count == 0


def test_ctas_are_added_and_removed(desk: Desk, page: ScoresPage) -> None:
    desk.type_in(page.ctas.new, "Trade fair")
    desk.type_in(page.ctas.rows["Trade fair"].edit, "25")
    page.ctas.rows["Pricing page"].removed.emit()
    desk.press(page.bar.save)
    desk.settle()
    assert desk.context.settings.cta_points["Trade fair"] == 25
    assert "Pricing page" not in desk.context.settings.cta_points


def test_a_draft_is_discarded_and_stays_over_what_a_colleague_changed(desk: Desk, page: ScoresPage) -> None:
    desk.type_in(page.limit_rows["score.hot_above"].edit, "44")
    change_settings(desk.context, {"score.qualified_above": 20}, "By a colleague")
    desk.until(lambda: page.limit_rows["score.qualified_above"].edit.text() == "20")
    assert page.limit_rows["score.hot_above"].edit.text() == "44"
    item = desk.tab.list.item(desk.tab.list.currentRow())
    assert (item.text(), item.toolTip()) == ("Scoring  •", "Changes not saved yet")
    desk.press(next(one for one in page.bar.findChildren(QPushButton) if one.text() == "Discard"))
    assert page.limit_rows["score.hot_above"].edit.text() == "45"
    assert item.text() == "Scoring"


def test_cancelled_scoring_takes_the_change_back(desk: Desk, page: ScoresPage) -> None:
    desk.type_in(page.options["score.priority_level"].rows["Critical"].edit, "12")
    bar = desk.tab.findChild(EvaluationBar)
    assert isinstance(bar, EvaluationBar)
    shown: list[bool] = []
    desk.tab.saving.counted.connect(lambda done, every: shown.append(bar.cancel.isVisible()) if every else None)
    desk.tab.saving.counted.connect(lambda done, every: desk.tab.saving.cancel() if every and len(shown) == 1 else None)
    desk.press(page.bar.save)
    desk.until(lambda: bool(shown))
    desk.settle()
    assert shown[0]
    assert desk.said[-1] == "Taken back: Changed the scoring"
    assert scores(desk) == [15, 10, 33, 0]
    assert desk.context.overrides == {}
    assert not bar.isVisible()


def test_ctrl_z_takes_a_change_back_and_everybody_follows(desk: Desk, page: ScoresPage) -> None:
    desk.type_in(page.options["score.priority_level"].rows["Critical"].edit, "12")
    desk.press(page.bar.save)
    desk.settle()
    assert scores(desk) == [12, 10, 33, 0]
    window = desk.tab.window()
    assert isinstance(window, MainWindow)
    window.undoing.undo()
    desk.until(lambda: scores(desk) == [15, 10, 33, 0])
    window.undoing.redo()
    desk.until(lambda: scores(desk) == [12, 10, 33, 0])
    window.work.wait()
