"""A team changes its journeys: in a draft, with a preview of who moves, as one step (docs/rules.md, "Journeys")."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.prospects import move
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.commands.undoing import undo
from journeydesk.ui.tabs.settings.journeys.new_journey import NewJourney
from journeydesk.ui.tabs.settings.journeys.page import JourneysPage
from journeydesk.ui.tabs.settings.journeys.preview_sheet import PreviewSheet
from tests.ui.settings.conftest import Desk


@pytest.fixture
def page(desk: Desk) -> JourneysPage:
    desk.tab.show_page("Journeys and stages")
    found = desk.tab.page("Journeys and stages")
    assert isinstance(found, JourneysPage)
    desk.until(lambda: not found.is_stale)
    return found


def sheet(desk: Desk) -> PreviewSheet:
    found = next(one for one in desk.tab.window().findChildren(PreviewSheet) if one.isVisible())
    desk.until(lambda: found.ready)
    return found


def stage_names(desk: Desk, journey: int) -> list[str]:
    return [stage.name for stage in desk.context.settings.journeys[journey].stages]


def test_a_renamed_stage_is_saved_after_a_preview_without_moves(desk: Desk, page: JourneysPage) -> None:
    desk.type_in(page.stages.edits["Planning", "name"], "Road map")
    assert stage_names(desk, 0)[3] == "Planning"
    desk.press(page.bar.save)
    preview = sheet(desk)
    assert preview.words.text() == "Nobody moves."
    desk.bot.keyClick(preview, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert stage_names(desk, 0)[3] == "Road map"
    assert desk.said == ["Rename “Planning” to “Road map”"]
    assert not page.bar.isVisible()
    undo(desk.context)
    assert stage_names(desk, 0)[3] == "Planning"


def test_removing_a_stage_asks_where_its_prospects_go(desk: Desk, page: JourneysPage) -> None:
    prospect = RecordId(desk.rows("SELECT lid FROM prospects WHERE company = 'Quillon Freight'")[0][0])
    move(desk.context, prospect, "Deal", "Technical Review")
    desk.until(lambda: page._here.get("Deal", {}).get("Technical Review") == 1)
    page.choose("Deal")
    stage = page.journey.stage(3)
    menu = page.stages.where_menu(stage, page.journey.stages)
    assert menu.actions()[0].text() == "1 prospect here: go to"
    next(one for one in menu.actions() if one.text() == "2  Qualified Lead").trigger()
    desk.press(page.bar.save)
    preview = sheet(desk)
    assert preview.words.text() == "1 of 4 prospects move."
    desk.press(preview.save)
    desk.settle()
    assert desk.rows("SELECT deal_stage FROM prospects WHERE lid = ?", prospect) == [("Qualified Lead",)]
    assert "Technical Review" not in stage_names(desk, 1)


def test_each_name_of_who_moves_keeps_its_own_direction(desk: Desk, page: JourneysPage) -> None:
    for (record,) in desk.rows("SELECT lid FROM prospects"):
        move(desk.context, RecordId(record), "Deal", "Technical Review")
    desk.until(lambda: page._here.get("Deal", {}).get("Technical Review") == 4)
    page.choose("Deal")
    menu = page.stages.where_menu(page.journey.stage(3), page.journey.stages)
    next(one for one in menu.actions() if one.text() == "2  Qualified Lead").trigger()
    desk.press(page.bar.save)
    names = next(each for each in sheet(desk).findChildren(QLabel) if "Quillon Freight" in each.text())
    people = desk.rows("SELECT company FROM prospects")
    assert set(names.text().split(", ")) == {f"\u2068{company}\u2069" for (company,) in people}


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_drafted(desk: Desk, page: JourneysPage) -> None:
    for part, text, words in (
        ("name", "Mastery", "there is one called"),
        ("points", "10", "Give 61 to 199"),
        ("points", "many", "Give a whole number"),
        ("days", "0", "Give 1 to 3650"),
    ):
        edit = page.stages.edits["Planning", part]
        desk.type_in(edit, text)
        assert words in edit.accessibleDescription()
        desk.bot.keyClick(edit, Qt.Key.Key_Escape)
        assert edit.accessibleDescription() == ""
    assert page.draft.changes == []


def test_several_changes_are_one_step(desk: Desk, page: JourneysPage) -> None:
    page.choose("Deal")
    desk.type_in(page.new_stage, "Trial")
    assert [stage.name for stage in page.journey.stages][6:9] == ["Conversion Opportunity", "Trial", "Closed Won"]
    desk.type_in(page.stages.edits["Trial", "days"], "9")
    page.moves.given.emit("demo_requested", "Trial")
    assert len(page.draft.changes) == 3
    page.preview()
    desk.press(sheet(desk).save)
    desk.settle()
    deal = desk.context.settings.journeys[1]
    assert (deal.stage(8).name, deal.stage(8).limit_days) == ("Trial", 9)
    assert dict(desk.context.settings.moves["demo_requested"])["Deal"] == 8
    assert undo(desk.context) == "3 changes of the journeys"
    assert stage_names(desk, 1)[7] == "Closed Won"


def test_a_change_that_brings_back_what_was_needs_no_saving(desk: Desk, page: JourneysPage) -> None:
    desk.type_in(page.stages.edits["Planning", "days"], "12")
    assert page.bar.isVisible()
    desk.type_in(page.stages.edits["Planning", "days"], "30")
    assert not page.bar.isVisible()


def test_stages_and_journeys_move_by_key_and_keep_the_focus(desk: Desk, page: JourneysPage) -> None:
    button = page.findChildren(QPushButton, "Move up Planning")[-1]
    desk.until(button.isVisible)
    button.setFocus()
    desk.bot.keyClick(button, Qt.Key.Key_Space)
    assert [stage.name for stage in page.journey.stages][2:4] == ["Planning", "Commitment"]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "Move up Planning"
    page.list.stepped.emit("Lifecycle", -1)
    assert [one.name for one in page.draft.journeys][1] == "Lifecycle"


def test_a_new_journey_is_drafted_with_its_stages(desk: Desk, page: JourneysPage) -> None:
    desk.press(page.add_journey)
    form = next(one for one in desk.tab.window().findChildren(NewJourney) if one.isVisible())
    desk.bot.keyClicks(form.name, "Deal")
    desk.bot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.isVisible()
    desk.fill(form.name, "Partners")
    desk.bot.keyClicks(form.stages, "Talks")
    desk.bot.keyClick(form.stages, Qt.Key.Key_Return)
    desk.bot.keyClicks(form.stages, "Signed")
    desk.bot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [stage.name for stage in page.journey.stages] == ["Talks", "Signed"]
    page.list.removed.emit("Partners")
    assert not page.bar.isVisible()


def test_a_draft_stays_over_what_a_colleague_changed_meanwhile(desk: Desk, page: JourneysPage) -> None:
    desk.type_in(page.stages.edits["Planning", "name"], "Road map")
    change_settings(desk.context, {"points.thresholds": [0, 20, 60, 120, 200, 400]}, "By a colleague")
    desk.until(lambda: page.draft.settings.thresholds[-1] == 400)
    assert [change.words for change in page.draft.changes] == ["Rename “Planning” to “Road map”"]
    desk.press(page.bar.save)
    desk.press(sheet(desk).save)
    desk.settle()
    assert desk.context.settings.thresholds[-1] == 400
    assert stage_names(desk, 0)[3] == "Road map"


def test_a_teams_own_journeys_go_back_to_the_shipped_ones(desk: Desk, page: JourneysPage) -> None:
    assert not page.default.isVisible()
    change_settings(desk.context, {"points.thresholds": [0, 20, 60, 120, 200, 400]}, "Changed")
    desk.until(page.default.isVisible)
    desk.press(page.default)
    desk.press(page.bar.save)
    desk.press(sheet(desk).save)
    desk.settle()
    assert desk.context.settings.thresholds[-1] == 300
    assert desk.context.overrides == {}


def test_whether_all_events_are_shared_is_the_teams_to_say(desk: Desk, page: JourneysPage) -> None:
    assert page.share.choice == "daily sums"
    page.share.choose("daily sums")
    desk.bot.keyClick(page.share, Qt.Key.Key_Right)
    desk.settle()
    assert desk.context.settings.share_all_events
    undo(desk.context)
    desk.until(lambda: page.share.choice == "daily sums")


def test_what_is_being_typed_stays_when_somebody_moves_meanwhile(desk: Desk, page: JourneysPage) -> None:
    page.choose("Deal")
    desk.until(lambda: "Deal" in page._here)
    edit = page.stages.edits["Onboarding", "name"]
    desk.fill(edit, "Setting u")
    move(desk.context, RecordId(desk.rows("SELECT min(lid) FROM prospects")[0][0]), "Deal", "Onboarding")
    desk.until(lambda: page._here["Deal"]["Onboarding"] == 1)
    assert edit.text() == "Setting u"
    assert edit is page.stages.edits["Onboarding", "name"]
