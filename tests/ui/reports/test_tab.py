"""The Reports tab, with real keys and mouse on a real database."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from journeydesk.reports.catalogue import catalogue, find
from journeydesk.reports.report import PLAIN
from journeydesk.services.changes import Change
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import prospect_ids
from journeydesk.services.rows.prospects import Filter, ListView, SortKey
from journeydesk.ui.tabs.reports.ahead import Shown
from journeydesk.ui.tabs.reports.printing import print_pages
from journeydesk.ui.tabs.reports.tab import ReportsTab
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.nav_line import NavLine
from tests.workspaces import NOW

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing)")


def settle(tab: ReportsTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tab.ready, timeout=20_000)


def picked(tab: ReportsTab) -> list[NavLine]:
    return [line for line in tab.picker.findChildren(NavLine) if line.isVisible()]


def values(tab: ReportsTab) -> list[str]:
    return [button.tile.value for button in tab.page.tiles if button.tile is not None]


def test_it_opens_on_the_last_whole_week(tab: ReportsTab) -> None:
    assert tab.head.title.text() == "Weekly acquisition"
    assert tab.head.stepper.text == "Week 20 · 11–17 May 2026"
    assert values(tab)[:2] == ["8", "1.1"]
    assert [chart.accessibleName() for chart in tab.page.charts][:4] == [
        "No data",
        "Time in stage",
        "Conversion by entry point",
        "Applications per day",
    ]
    assert tab.page.charts[3].accessibleDescription() == "8 applications in week 20."


def test_the_picker_lists_only_what_is_built(filled: Context, theme: Theme, qtbot: QtBot) -> None:
    tab = ReportsTab(filled, theme)
    qtbot.addWidget(tab)
    tab.show()
    settle(tab, qtbot)
    assert [line.text() for line in picked(tab)] == [spec.title for spec in catalogue()]
    assert all(line.isEnabled() for line in picked(tab))


def test_brackets_step_through_weeks_and_t_comes_back(tab: ReportsTab, qtbot: QtBot) -> None:
    tab.take_focus()
    qtbot.keyClicks(tab.head.stepper.back, "[")
    assert tab.head.stepper.text == "Week 19 · 4–10 May 2026"
    settle(tab, qtbot)
    assert values(tab)[0] == "0"
    qtbot.keyClicks(tab.head.stepper.back, "]")
    qtbot.keyClicks(tab.head.stepper.back, "]")
    assert tab.head.stepper.text == "Week 21 · 18–24 May 2026"
    qtbot.keyClicks(tab.head.stepper.back, "[[")
    qtbot.keyClick(tab.head.stepper.back, Qt.Key.Key_T)
    assert tab.head.stepper.text == "Week 21 · 18–24 May 2026"
    settle(tab, qtbot)
    assert values(tab)[0] == "2"


def test_a_week_that_has_not_begun_is_said(tab: ReportsTab, qtbot: QtBot) -> None:
    qtbot.mouseClick(tab.head.this_period, Qt.MouseButton.LeftButton)
    assert not tab.head.stepper.forward.isEnabled()
    with qtbot.waitSignal(tab.said) as told:
        qtbot.keyClicks(tab.head.stepper.back, "]")
    assert told.args == ["Week 22 has not begun yet", False]
    assert tab.period.number == 21


def test_a_week_of_two_months_is_written_out(tab: ReportsTab, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.mouseClick(tab.head.stepper.back, Qt.MouseButton.LeftButton)
    assert tab.head.stepper.text == "Week 17 · 20–26 Apr 2026"
    qtbot.mouseClick(tab.head.stepper.forward, Qt.MouseButton.LeftButton)
    assert tab.head.stepper.text == "Week 18 · 27 Apr–3 May 2026"


def test_arrow_down_in_the_picker_shows_the_next_report(tab: ReportsTab, qtbot: QtBot) -> None:
    acquisition, specimen = picked(tab)[:2]
    acquisition.setFocus()
    qtbot.keyClick(acquisition, Qt.Key.Key_Down)
    assert specimen.isChecked()
    assert tab.head.title.text() == "Specimen of blocks"
    assert tab.head.stepper.text == "May 2026"
    assert tab.head.this_period.text() == "This month"
    assert tab.head.stepper.back.accessibleName() == "Previous month ([)"
    settle(tab, qtbot)
    assert len(tab.page.tiles) == 2
    assert [chart.block.kind for chart in tab.page.charts][:2] == ["waterfall", "heat map"]
    qtbot.keyClick(specimen, Qt.Key.Key_Down)
    assert specimen.isChecked()
    qtbot.keyClick(specimen, Qt.Key.Key_Up)
    assert acquisition.isChecked()
    assert tab.head.stepper.text.startswith("Week 18")
    settle(tab, qtbot)
    assert len(tab.page.tiles) == 4


def test_the_words_for_a_months_report_are_those_of_months(tab: ReportsTab, qtbot: QtBot) -> None:
    qtbot.mouseClick(picked(tab)[1], Qt.MouseButton.LeftButton)
    settle(tab, qtbot)
    assert "this month" in [words for _, words in tab.hints()]
    with qtbot.waitSignal(tab.said) as told:
        qtbot.keyClicks(tab.head.stepper.back, "]")
    assert told.args == ["June 2026 has not begun yet", False]
    qtbot.keyClicks(tab.head.stepper.back, "[")
    assert tab.head.stepper.text == "April 2026"


def test_a_tile_opens_the_prospects_behind_it(tab: ReportsTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.list_requested) as asked:
        qtbot.mouseClick(tab.page.tiles[0], Qt.MouseButton.LeftButton)
    week = (
        Filter("applied_on", "on_or_after", ("2026-05-10T22:00:00.000Z",)),
        Filter("applied_on", "on_or_before", ("2026-05-17T21:59:59.999Z",)),
    )
    assert asked.args == [ListView(filters=week, sort=(SortKey("applied_on", True),))]
    with qtbot.waitSignal(tab.list_requested) as asked:
        qtbot.keyClick(tab.page.tiles[2], Qt.Key.Key_Space)
    assert asked.args is not None
    [behind] = asked.args[0].filters
    assert (behind.field, behind.operator) == ("report", "is")
    assert len(prospect_ids(tab.context, asked.args[0])) == int(str(values(tab)[2]).split(" of ")[0].replace("no data", "0"))


def test_a_day_opens_the_applications_of_that_day(tab: ReportsTab, qtbot: QtBot) -> None:
    chart = tab.page.charts[3]
    spot = chart.spots[11]
    assert spot.words == "Fr 15 May: 2 applications"
    with qtbot.waitSignal(tab.list_requested) as asked:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot.rect.center().toPoint())
    assert asked.args is not None
    assert [criterion.values for criterion in asked.args[0].filters] == [
        ("2026-05-14T22:00:00.000Z",),
        ("2026-05-15T21:59:59.999Z",),
    ]


def test_enter_in_a_chart_opens_who_is_behind_the_mark(tab: ReportsTab, qtbot: QtBot) -> None:
    chart = tab.page.charts[1]
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription().startswith("2 Exploration")
    with qtbot.waitSignal(tab.list_requested) as asked:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0].filters[0].field == "report"


def test_one_reps_figures_and_their_prospects_are_theirs(tab: ReportsTab, qtbot: QtBot) -> None:
    tab.head.owner.chosen.emit("Amaia Etxarri")
    settle(tab, qtbot)
    assert values(tab)[0] == "5"
    with qtbot.waitSignal(tab.list_requested) as asked:
        qtbot.mouseClick(tab.page.tiles[0], Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert asked.args[0].filters[-1] == Filter("owner", "is", ("Amaia Etxarri",))


def test_ctrl_e_writes_the_file_and_lists_it(tab: ReportsTab, qtbot: QtBot) -> None:
    tab.activateWindow()
    tab.take_focus()
    qtbot.waitUntil(tab.head.stepper.back.hasFocus)
    file = tab.context.database.folder / "reports" / "Acquisition-2026-W20.pdf"
    qtbot.keyClick(tab.head.stepper.back, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: tab.preview.export.text() == "Export PDF" and file.exists(), timeout=20_000)
    assert file.read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: any(line.text().startswith("Acquisition W20 · ") for line in picked(tab)))
    assert "Acquisition-2026-W20.pdf saved" in [words.text() for words in tab.message.findChildren(QLabel)]


def test_a_file_that_is_gone_is_said_and_no_longer_listed(tab: ReportsTab, qtbot: QtBot) -> None:
    qtbot.mouseClick(tab.preview.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(picked(tab)) == 3, timeout=20_000)
    (tab.context.database.folder / "reports" / "Acquisition-2026-W20.pdf").unlink()
    with qtbot.waitSignal(tab.failed) as told:
        qtbot.mouseClick(picked(tab)[2], Qt.MouseButton.LeftButton)
    assert told.args is not None
    assert "is no longer in" in told.args[0]
    qtbot.waitUntil(lambda: len(picked(tab)) == 2)


def test_the_preview_turns_its_pages(tab: ReportsTab, qtbot: QtBot) -> None:
    preview = tab.preview
    assert preview.stepper.text == "Page 1 of 2"
    assert not preview.stepper.back.isEnabled()
    qtbot.mouseClick(preview.stepper.forward, Qt.MouseButton.LeftButton)
    assert preview.stepper.text == "Page 2 of 2"
    assert not preview.stepper.forward.isEnabled()
    qtbot.keyClick(preview, Qt.Key.Key_PageUp)
    assert preview.page.accessibleName() == "Page 1 of 2"
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.stepper.text == "Page 2 of 2"


def test_below_1280_the_preview_is_behind_a_button(tab: ReportsTab, qtbot: QtBot) -> None:
    assert tab.preview.isVisible()
    assert not tab.head.preview.isVisible()
    tab.resize(1100, 820)
    assert not tab.preview.isVisible()
    assert tab.page.isVisible()
    qtbot.mouseClick(tab.head.preview, Qt.MouseButton.LeftButton)
    assert tab.preview.isVisible()


def test_the_head_is_whole_as_soon_as_it_has_room(tab: ReportsTab) -> None:
    head = tab.head
    tab.resize(1208, 820)
    assert (head.title.isVisible(), head.printer.isVisible(), head.export.text()) == (True, True, "Export PDF")
    layout = head.layout()
    assert layout is not None
    layout.activate()
    whole = layout.sizeHint().width() + 8
    head.fit(whole, with_preview=False)
    assert (head.title.isVisible(), head.export.text()) == (True, "Export PDF")
    head.fit(whole - 1, with_preview=False)
    assert (head.title.isVisible(), head.export.text()) == (False, "PDF")


def test_in_a_narrow_page_charts_stand_below_each_other(tab: ReportsTab) -> None:
    for width, places in ((690, 1), (760, 2)):
        tab.resize(width + tab.picker.width(), 820)
        halves = {chart.x() for chart in tab.page.charts if chart.block.half}
        assert len(halves) == places


def test_a_new_prospect_changes_the_figures_on_screen(tab: ReportsTab, qtbot: QtBot) -> None:
    charts = list(tab.page.charts)
    create_prospect(tab.context, {"company": "Late", "applied_on": "2026-05-16T10:00:00.000Z"})
    tab.refresh(Change(frozenset({"prospects"})))
    qtbot.waitUntil(lambda: values(tab)[0] == "9", timeout=20_000)
    assert tab.page.charts == charts


def test_what_was_written_before_it_was_asked_for_is_computed_once(tab: ReportsTab, qtbot: QtBot) -> None:
    shown = []
    tab.hints_changed.connect(lambda: shown.append(values(tab)[0]))
    create_prospect(tab.context, {"company": "Late", "applied_on": "2026-05-16T10:00:00.000Z"})
    tab.reload()
    tab.refresh(Change(frozenset({"prospects"})))
    qtbot.waitUntil(lambda: values(tab)[0] == "9", timeout=20_000)
    assert not tab.work.busy("figures")
    assert shown == ["9"]


def test_what_is_written_while_figures_are_computed_is_counted_too(tab: ReportsTab, qtbot: QtBot) -> None:
    tab.reload()
    create_prospect(tab.context, {"company": "Late", "applied_on": "2026-05-16T10:00:00.000Z"})
    tab.refresh(Change(frozenset({"prospects"})))
    qtbot.waitUntil(lambda: values(tab)[0] == "9", timeout=20_000)


def test_a_pass_of_sync_alone_computes_nothing(tab: ReportsTab) -> None:
    for kinds in ({"sync"}, {"views", "alerts"}):
        tab.refresh(Change(frozenset(kinds)))
        assert not tab.work.busy("figures")


def test_printing_puts_each_page_on_a_sheet(tab: ReportsTab, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    print_pages(printer, tab.preview._pages)
    from pypdf import PdfReader

    assert len(PdfReader(tmp_path / "printed.pdf").pages) == len(tab.preview._pages) == 2


def test_what_changed_while_hidden_is_read_when_shown(tab: ReportsTab, qtbot: QtBot) -> None:
    tab.hide()
    create_prospect(tab.context, {"company": "Late", "applied_on": "2026-05-16T10:00:00.000Z"})
    tab.refresh(Change(frozenset({"prospects"})))
    assert not tab.work.busy("figures")
    tab.show()
    qtbot.waitUntil(lambda: values(tab)[0] == "9", timeout=20_000)


@pytest.mark.parametrize("place", range(4))
def test_a_tile_reads_as_one_sentence(tab: ReportsTab, place: int) -> None:
    tile = tab.page.tiles[place].tile
    assert tile is not None
    name = tab.page.tiles[place].accessibleName()
    assert name.startswith(f"{tile.label}: {tile.value}")
    assert f"target {tile.target}, {tile.delta}" in name
    assert tab.page.tiles[place].toolTip() == "Show the prospects behind this figure"


def test_the_facts_say_where_the_numbers_come_from(tab: ReportsTab) -> None:
    assert tab.facts() == "Computed from the local copy · works offline"
    assert tab.context.clock() == NOW
    assert tab.rect().contains(QPoint(1, 1))


def test_v_shows_a_charts_figures_as_a_table_and_back(tab: ReportsTab, qtbot: QtBot) -> None:
    chart = tab.page.charts[1]
    chart.setFocus()
    before = [spot.words for spot in chart.spots]
    qtbot.keyClick(chart, Qt.Key.Key_V)
    chart.repaint()
    assert [spot.words.split(",")[0] for spot in chart.spots][:2] == ["Stage Discovery", "Stage Exploration"]
    qtbot.keyClick(chart, Qt.Key.Key_V)
    chart.repaint()
    assert [spot.words for spot in chart.spots] == before


def test_a_chart_is_copied_as_a_picture_at_twice_its_size(tab: ReportsTab, qtbot: QtBot) -> None:
    chart = tab.page.charts[3]
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    picture = QGuiApplication.clipboard().pixmap()
    assert picture.width() == 2 * chart.width()
    assert not picture.isNull()


def test_p_offers_the_periods_and_one_of_them_is_shown(tab: ReportsTab, qtbot: QtBot) -> None:
    tab.take_focus()
    qtbot.keyClick(tab.head.stepper.back, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert words[:2] == ["Week 21 · 18–24 May 2026", "Week 20 · 11–17 May 2026"]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Week 20 · 11–17 May 2026"]
    menu.actions()[2].trigger()
    menu.close()
    settle(tab, qtbot)
    assert tab.head.stepper.text == "Week 19 · 4–10 May 2026"


def test_c_switches_the_funnel_from_cohort_to_period(filled: Context, theme: Theme, qtbot: QtBot) -> None:
    tab = ReportsTab(filled, theme, reports=(find("funnel"),))
    qtbot.addWidget(tab)
    tab.resize(1370, 820)
    tab.show()
    settle(tab, qtbot)
    assert tab.options.isVisible()
    assert tab.page.charts[0].block.subtitle.startswith("Cohort: ")
    tab.take_focus()
    qtbot.keyClick(tab.head.stepper.back, Qt.Key.Key_C)
    settle(tab, qtbot)
    assert tab.page.charts[0].block.subtitle.startswith("Period: ")
    assert tab.options.options.basis == "period"
    tab.options.journey.chosen.emit("Deal")
    settle(tab, qtbot)
    assert tab.page.charts[0].block.table()[1][0] == "New Application"
    assert tab.report is not None
    assert tab.report.head.title.startswith("Funnel, Deal")


def test_the_weeks_beside_the_one_shown_are_read_ahead(tab: ReportsTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not tab.ahead.busy, timeout=20_000)
    read: list[str] = []
    kept = tab.context.kept
    assert kept is not None
    kept.answers.keep = lambda *given: read.append(str(given[0]))  # type: ignore[method-assign]
    tab.step(-1)
    settle(tab, qtbot)
    assert values(tab)[0] == "0"
    assert read == []


def test_reading_ahead_stops_once_another_week_is_asked_for(tab: ReportsTab) -> None:
    tab.ahead.begin(Shown(find("acquisition"), tab.period, None, PLAIN))
    assert tab.ahead.busy
    tab.ahead.stop()
    assert not tab.ahead.busy


def test_a_report_of_the_team_offers_no_owner_and_none_narrows_it(filled: Context, theme: Theme, qtbot: QtBot) -> None:
    tab = ReportsTab(filled, theme, reports=(find("funnel"), find("kpi")))
    qtbot.addWidget(tab)
    tab.resize(1370, 820)
    tab.show()
    qtbot.waitUntil(lambda: tab.ready, timeout=20_000)
    tab.show_owner("Amaia Etxarri")
    qtbot.waitUntil(lambda: tab.ready, timeout=20_000)
    assert tab.head.owner.isVisible()
    assert tab.report is not None
    assert tab.report.head.only == "only prospects of Amaia Etxarri"
    tab.show_report("kpi")
    qtbot.waitUntil(lambda: tab.ready, timeout=20_000)
    assert not tab.head.owner.isVisible()
    assert tab.report.head.only == ""
    figure = next(tile for tile in tab.report.tiles.tiles if tile.label == "Applications")
    assert figure.behind is not None
    with qtbot.waitSignal(tab.list_requested) as asked:
        tab.page.behind_requested.emit(figure.behind)
    assert "owner" not in {each.field for each in asked.args[0].filters}
    tab.show_report("funnel")
    qtbot.waitUntil(lambda: tab.ready, timeout=20_000)
    assert tab.head.owner.isVisible()
    assert tab.report.head.only == "only prospects of Amaia Etxarri"


_READ_IN_A_PROCESS = """
import subprocess
import sys
from pathlib import Path
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QGuiApplication, QImage
from journeydesk.ui.tabs.reports.printing import picture_of

application = QGuiApplication([])
image = QImage(40, 30, QImage.Format.Format_RGB32)
image.fill(0xFF336699)
packed = QBuffer()
packed.open(QBuffer.OpenModeFlag.WriteOnly)
image.save(packed, "PNG")
page = picture_of(packed.data().data())
assert page.size() == image.size() and page.pixel(39, 29) == image.pixel(39, 29)
print([line for line in Path("/proc/self/maps").read_text().splitlines() if "imageformats" in line])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only there a program can see what it has loaded")
def test_a_page_is_unpacked_without_what_reads_other_pictures() -> None:
    done = subprocess.run([sys.executable, "-c", _READ_IN_A_PROCESS], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("[]\n", 0), done.stderr
