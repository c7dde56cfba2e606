"""What keys and the bulk bar do with the ticked prospects, or with who is current."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel

from journeydesk.services.commands.prospects import edit
from journeydesk.services.commands.views import save_view
from journeydesk.services.rows.prospects import Filter
from journeydesk.ui.dialogs.due_sheet import DueSheet
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.popovers.name_pane import NamePane
from tests.ui.prospects.conftest import BY_FOLLOW_UP, CONTROL, LEFT, MEBLE, QUILLON, SOKKI, Listed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def owners(listed: Listed) -> dict[str, object]:
    return {company: listed.stored(listed.record(company), "owner") for company in (MEBLE, QUILLON, SOKKI)}


def tick(listed: Listed, *places: int) -> None:
    for place in places:
        listed.click_cell(place, 0)


def press(listed: Listed, words: str) -> None:
    button = next(b for b in listed.tab.bulk.findChildren(KeyButton) if b.text() == words)
    listed.bot.mouseClick(button, LEFT)


def test_the_bar_appears_with_the_first_tick_and_sums_up(listed: Listed) -> None:
    bar = listed.tab.bulk
    seen = [bar.isVisible()]
    tick(listed, 0, 1)
    seen.append(bar.isVisible())
    labels = [label.text() for label in bar.findChildren(QLabel)]
    assert seen == [False, True]
    assert labels[0] == "2 selected"
    assert any(
        "€66,500 est. revenue" in label.accessibleName() + label.text() + label.toolTip() for label in bar.findChildren(QLabel)
    )


def test_clear_lets_the_ticks_go_and_the_bar_with_them(listed: Listed) -> None:
    tick(listed, 0, 2)
    press(listed, "Clear")
    assert (listed.ticked, listed.tab.bulk.isVisible()) == (set(), False)


@pytest.mark.parametrize("by_key", [True, False])
def test_the_ticked_ones_are_assigned_and_not_the_current(listed: Listed, by_key: bool) -> None:
    tick(listed, 1, 2)
    act = (lambda: listed.key(Qt.Key.Key_A)) if by_key else (lambda: press(listed, "Assign"))
    assert listed.choosing("Zuzanna", act) == "Assign 2 prospects"
    assert owners(listed) == {MEBLE: "Tomasz Wilk", QUILLON: "Zuzanna", SOKKI: "Zuzanna"}
    assert listed.said[-1] == "Assigned 2 prospects to Zuzanna"


def test_without_ticks_the_current_one_is_assigned(listed: Listed) -> None:
    listed.choosing("Zuzanna", lambda: listed.key(Qt.Key.Key_A))
    assert owners(listed) == {MEBLE: "Zuzanna", QUILLON: "Amaia Etxarri", SOKKI: "Amaia Etxarri"}


def test_a_question_that_is_left_changes_nothing(listed: Listed) -> None:
    listed.choosing(None, lambda: listed.key(Qt.Key.Key_A))
    assert owners(listed)[MEBLE] == "Tomasz Wilk"
    listed.choosing(None, lambda: listed.key(Qt.Key.Key_S))
    assert listed.stored(listed.record(MEBLE), "engagement_stage") != 4


def test_a_stage_is_set_for_all_that_are_ticked(listed: Listed) -> None:
    stage = listed.context.settings.journeys[0].stage(4)
    tick(listed, 0, 2)
    listed.choosing("4", lambda: listed.key(Qt.Key.Key_S))
    assert [listed.stored(listed.record(company), "engagement_stage") for company in (MEBLE, SOKKI)] == [4, 4]
    assert listed.said[-1] == f"2 prospects set to 4 {stage.short}"


def test_a_follow_up_is_set_in_plain_words(listed: Listed) -> None:
    tick(listed, 0, 1)
    listed.key(Qt.Key.Key_D)
    sheet = next(iter(listed.window.findChildren(DueSheet)))
    assert sheet.sheet.accessibleName() == "Follow-up of 2 prospects"
    listed.bot.waitUntil(lambda: sheet.field.field.hasFocus())
    listed.bot.keyClicks(sheet.field.field, "fri")
    listed.bot.keyClick(sheet.field.field, Qt.Key.Key_Return)
    stored = [listed.stored(listed.record(company), "next_follow_up") for company in (MEBLE, QUILLON, SOKKI)]
    assert stored == ["2026-05-22", "2026-05-22", "2026-05-20"]
    assert listed.said[-1].startswith("Follow-up of 2 prospects set to ")


def test_the_deleted_are_no_longer_ticked_and_come_back(listed: Listed) -> None:
    tick(listed, 0, 1)
    asked = listed.confirming(lambda: listed.key(Qt.Key.Key_Delete))
    assert asked.startswith("Delete 2 prospects?")
    listed.bot.waitUntil(lambda: listed.companies == BY_FOLLOW_UP[2:])
    assert (listed.tab.model.ticked, listed.said[-1]) == ([], "Deleted 2 prospects")
    listed.bot.keyClick(listed.window, Qt.Key.Key_Z, CONTROL)
    listed.bot.waitUntil(lambda: listed.companies == BY_FOLLOW_UP)


def test_the_ticked_ones_are_written_to_a_file(listed: Listed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ticked.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    tick(listed, 1, 2)
    press(listed, "Export CSV")
    listed.bot.waitUntil(lambda: bool(listed.said))
    with path.open(encoding="utf-8", newline="") as file:
        assert {row["Company"] for row in csv.DictReader(file)} == {QUILLON, SOKKI}
    assert listed.said[-1] == "2 prospects written to ticked.csv"


def test_a_file_that_cannot_be_written_is_said_and_stays(
    listed: Listed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: list[str] = []
    listed.tab.failed.connect(failed.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "missing" / "a.csv"), ""))
    listed.tab.act("export")
    listed.bot.waitUntil(lambda: len(failed) == 1)
    assert "cannot be written" in failed[0]


def test_the_address_of_who_is_current_is_copied(listed: Listed) -> None:
    listed.tab.act("copy_email")
    assert QGuiApplication.clipboard().text() == "z@meble.example"
    assert listed.said[-1] == f"Copied z@meble.example of {MEBLE}"


def test_tasks_of_who_is_current_open_beside_the_list(listed: Listed) -> None:
    listed.key(Qt.Key.Key_T)
    assert not listed.tab.detail.timeline.isVisible()
    assert listed.tab.detail.prospect == listed.record(MEBLE)


def test_with_nobody_shown_the_keys_do_nothing(listed: Listed) -> None:
    listed.show(Filter("score", "at_least", (60,)))
    listed.tab.detail.show_prospect(None)
    listed.tab.act("delete")
    assert listed.said == []


def test_a_saved_view_gets_a_chip_with_its_count(listed: Listed) -> None:
    listed.show(Filter("owner", "is", ("Amaia Etxarri",)))
    assert listed.tab.filters._save.isVisible()
    listed.bot.mouseClick(listed.tab.filters._save, LEFT)
    listed.choose("Save as a new view…")
    asked = next(pane for pane in listed.window.findChildren(NamePane) if pane.isVisible())
    assert asked.accessibleName() == "Name of the view"
    listed.bot.keyClicks(asked.field, "Mine")
    listed.bot.keyClick(asked.field, Qt.Key.Key_Return)
    listed.bot.waitUntil(lambda: listed.tab.counted)
    names = [(chip.text(), chip.isChecked(), chip.accessibleName()) for chip in listed.tab._chips._chips]
    assert names[-1] == ("Mine", True, "Mine, 3")
    assert [name for name, chosen, _ in names if chosen] == ["Mine"]
    assert listed.tab.list_name() == "Mine"


def test_a_press_on_a_chip_shows_its_view(listed: Listed) -> None:
    chips = {chip.text(): chip for chip in listed.tab._chips._chips}
    assert list(chips) == ["My open", "Follow-up due", "High score", "Churn risk", "All"]
    listed.bot.mouseClick(chips["High score"], LEFT)
    assert (chips["High score"].isChecked(), chips["Follow-up due"].isChecked()) == (True, False)
    assert listed.tab.list_name() == "High score"
    assert listed.tab.model.view.sort[0].column == "score"


def test_what_differs_from_its_view_can_be_saved_after_a_change(listed: Listed) -> None:
    listed.show(Filter("owner", "is", ("Amaia Etxarri",)))
    listed.choosing("Zuzanna", lambda: listed.key(Qt.Key.Key_A))
    listed.bot.waitUntil(lambda: len(listed.companies) == 2)
    assert listed.tab.filters._save.isVisible()
    assert listed.tab.list_name() == "a filtered list"


def test_the_chips_keep_their_counts_while_they_are_counted_again(listed: Listed) -> None:
    def shown() -> list[tuple[int, str]]:
        return [(id(chip), chip.accessibleName()) for chip in listed.tab._chips._chips]

    before = shown()
    assert before[2][1] == "High score, 1"
    edit(listed.context, listed.record(MEBLE), {"score": 44})
    listed.bot.waitUntil(lambda: not listed.tab.counted)
    assert shown() == before
    listed.bot.waitUntil(lambda: listed.tab.counted)
    assert shown()[2][1] == "High score, 2"


def test_a_view_saved_while_the_others_are_counted_is_counted_too(listed: Listed) -> None:
    listed.show(Filter("owner", "is", ("Amaia Etxarri",)))
    chips = listed.tab._chips
    chips._count()
    save_view(listed.context, "Mine", listed.tab.model.view)
    listed.bot.waitUntil(lambda: listed.tab.counted and len(chips._chips) == 6)
    assert chips._chips[-1].accessibleName() == "Mine, 3"
