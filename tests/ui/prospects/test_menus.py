"""The menus of rows, titles, chips and filters; views renamed, moved, saved over and deleted; rows copied."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.services.commands.undoing import undo
from journeydesk.services.commands.views import save_view
from journeydesk.services.rows.prospects import Filter, ListView, SortKey
from journeydesk.ui import reaching
from journeydesk.ui.tabs.duplicates.tab import DuplicatesTab
from journeydesk.ui.targets import ViewTarget
from journeydesk.ui.widgets.chips import ViewChip
from journeydesk.ui.widgets.popovers.name_pane import NamePane
from tests.ui.prospects.conftest import CERAMICS, CONTROL, LEFT, MEBLE, NO_KEY, QUILLON, SHIFT, SOKKI, Listed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def right_click(listed: Listed, widget: QWidget, at: QPoint) -> QMenu:
    """A right click, as the window system would tell of it."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    return listed.menu()


def entries(menu: QMenu) -> list[str]:
    return [action.text().replace("\t", " · ") for action in menu.actions() if not action.isSeparator()]


def take(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text().partition("\t")[0] == words).trigger()
    menu.close()


def chip(listed: Listed, name: str) -> ViewChip:
    return next(each for each in listed.tab.findChildren(ViewChip) if each.text() == name and each.isVisible())


def names(listed: Listed) -> list[str]:
    return [view.name for view in listed.tab.views]


def pane(listed: Listed) -> NamePane:
    return next(each for each in listed.window.findChildren(NamePane) if each.isVisible())


def test_the_menu_of_a_row_is_that_of_who_it_is_opened_at(listed: Listed) -> None:
    menu = right_click(listed, listed.tab.table.viewport(), listed.cell(1, 2))
    assert entries(menu) == [
        QUILLON,
        "Log call… · L",
        "Set follow-up… · D",
        "Set stage",
        "Assign",
        "Write e-mail… · E",
        "Copy e-mail · Ctrl+Shift+C",
        "Copy rows · Ctrl+C",
        "Open in Airtable · not there yet",
        "Find duplicates…",
        "Delete · Del",
    ]
    assert listed.current == QUILLON
    menu.close()


def test_the_menu_of_a_row_is_for_the_ticked_ones_where_some_are(listed: Listed) -> None:
    listed.tab.model.tick([listed.record(MEBLE), listed.record(SOKKI)], True)
    menu = right_click(listed, listed.tab.table.viewport(), listed.cell(1, 2))
    assert entries(menu)[0] == "2 prospects"
    assert not next(action for action in menu.actions() if action.text().startswith("Log call")).isEnabled()
    menu.close()


def test_the_menu_of_a_row_goes_with_who_it_was_opened_for(listed: Listed) -> None:
    listed.show(Filter("owner", "is", ("Amaia Etxarri",)))
    listed.tab.table.setFocus()
    menu = right_click(listed, listed.tab.table.viewport(), listed.cell(0, 2))
    name, whom = entries(menu)[0], listed.record(entries(menu)[0])
    stages = next(part for part in menu.findChildren(QMenu) if part.title() == "Set stage")
    delete_prospects(listed.context, [whom])
    listed.bot.waitUntil(lambda: name not in listed.companies)
    stages.actions()[3].trigger()
    assert listed.said == []
    listed.bot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_a_stage_and_an_owner_are_chosen_in_the_menu(listed: Listed) -> None:
    menu = right_click(listed, listed.tab.table.viewport(), listed.cell(1, 2))
    stages, owners = (action.menu() for action in menu.actions() if action.menu() is not None)
    assert isinstance(stages, QMenu) and isinstance(owners, QMenu)
    stages.actions()[4].trigger()
    next(action for action in owners.actions() if action.text() == "Nobody").trigger()
    menu.close()
    assert listed.stored(listed.record(QUILLON), "engagement_stage") == 5
    assert listed.stored(listed.record(QUILLON), "owner") is None


def test_the_menu_of_a_title_sorts_filters_moves_and_hides(listed: Listed) -> None:
    header = listed.tab.table.header

    def opened(key: str) -> QMenu:
        section = listed.section(key)
        return right_click(listed, header.viewport(), QPoint(header.sectionViewportPosition(section) + 10, 10))

    sorts: list[tuple[SortKey, ...]] = []
    for key, words in (("score", "Sort downwards"), ("company", "Sort by it within")):
        take(opened(key), words)
        sorts.append(listed.tab.model.view.sort)
    assert sorts == [(SortKey("score", True),), (SortKey("score", True), SortKey("company"))]
    take(opened("score"), "Move to the left")
    assert [column.key for column in listed.tab.model.columns][:3] == ["company", "score", "stage"]
    take(opened("score"), "Hide")
    assert "score" not in [column.key for column in listed.tab.model.columns]
    menu = opened("company")
    assert not next(action for action in menu.actions() if action.text() == "Hide").isEnabled()
    menu.close()


def test_a_view_is_renamed_by_its_menu_and_a_wrong_name_says_why(listed: Listed) -> None:
    due = chip(listed, "Follow-up due")
    take(right_click(listed, due, QPoint(5, 5)), "Rename…")
    field = pane(listed).field
    field.selectAll()
    listed.bot.keyClicks(field, "All")
    listed.bot.keyClick(field, Qt.Key.Key_Return)
    assert "There is a view called All already" in pane(listed).refusal.text()
    field.selectAll()
    listed.bot.keyClicks(field, "This week")
    listed.bot.keyClick(field, Qt.Key.Key_Return)
    listed.bot.waitUntil(lambda: names(listed)[1] == "This week")
    assert listed.said[-1] == "Renamed the view Follow-up due to This week"
    undo(listed.context)
    listed.bot.waitUntil(lambda: names(listed)[1] == "Follow-up due")


def test_a_deleted_view_gives_place_to_its_neighbour(listed: Listed) -> None:
    listed.tab.choose(listed.tab.views[2])
    take(right_click(listed, chip(listed, "High score"), QPoint(5, 5)), "Delete")
    listed.bot.waitUntil(lambda: "High score" not in names(listed))
    assert listed.tab.view_name == "Churn risk"
    assert listed.said[-1] == "Deleted the view High score"
    undo(listed.context)
    listed.bot.waitUntil(lambda: names(listed)[2] == "High score")


def test_a_chip_is_dragged_to_its_place(listed: Listed) -> None:
    dragged, first = chip(listed, "All"), chip(listed, "My open")
    begin = QPoint(10, 10)
    target = dragged.mapFromGlobal(first.mapToGlobal(QPoint(2, 10)))
    listed.bot.mousePress(dragged, LEFT, NO_KEY, begin)
    listed.bot.mouseMove(dragged, begin - QPoint(12, 0))
    listed.bot.mouseMove(dragged, target)
    listed.bot.mouseRelease(dragged, LEFT, NO_KEY, target)
    listed.bot.waitUntil(lambda: names(listed)[0] == "All")


def test_a_changed_view_offers_to_be_saved_after_a_refresh_too(listed: Listed) -> None:
    listed.tab.choose(listed.tab.views[4])
    save = listed.tab.filters._save
    assert not save.isVisible()
    listed.tab.show_view(ListView(filters=(Filter("score", "at_least", (5,)),)))
    edit(listed.context, listed.record(QUILLON), {"job_title": "Head"})
    listed.bot.wait(150)
    assert save.isVisible()
    save_view(listed.context, "Another", ListView(search="x"))
    listed.bot.wait(150)
    assert save.isVisible()
    listed.bot.mouseClick(save, LEFT)
    menu = listed.menu()
    assert entries(menu) == ["Save to “All”", "Save as a new view…", "Back to “All” as it is saved"]
    take(menu, "Save to “All”")
    assert not save.isVisible()
    assert listed.tab.views[4].view.filters == (Filter("score", "at_least", (5,)),)
    undo(listed.context)
    listed.bot.waitUntil(lambda: listed.tab.views[4].view == ListView())


def test_what_is_shown_is_saved_as_a_new_view_with_its_columns(listed: Listed) -> None:
    listed.tab.choose(listed.tab.views[4])
    listed.tab.keep_layout(listed.tab.model.layout.showing(listed.tab.model.columns[-1], False))
    listed.tab.menus.save_new_view(listed.tab.filters)
    listed.bot.keyClicks(pane(listed).field, "Mine alone")
    listed.bot.keyClick(pane(listed).field, Qt.Key.Key_Return)
    assert (names(listed)[-1], listed.tab.view_name) == ("Mine alone", "Mine alone")
    assert listed.tab.views[-1].layout == listed.tab.model.layout


def test_a_click_on_a_chip_leaves_the_keys_to_the_list(listed: Listed) -> None:
    listed.bot.mouseClick(chip(listed, "All"), LEFT)
    assert listed.tab.table.hasFocus()


def test_chips_without_room_are_behind_one_that_counts_them(listed: Listed) -> None:
    for number in range(9):
        save_view(listed.context, f"A view with a long name {number}", ListView(search=str(number)))
    listed.bot.waitUntil(lambda: listed.tab._chips._more.isVisible())
    more = listed.tab._chips._more
    listed.bot.waitUntil(lambda: listed.tab.counted)
    hidden = [view.name for view in listed.tab.views if listed.tab.chip_of(view.id) is more]
    assert more.text() == f"{len(hidden)} more"
    listed.bot.mouseClick(more, LEFT)
    menu = listed.menu()
    assert [each.split(" · ")[0] for each in entries(menu)] == hidden
    take(menu, hidden[-1])
    assert listed.tab.view_name == hidden[-1]
    assert listed.tab.chip_of(listed.tab.views[-1].id) is not more


def test_a_filter_has_a_menu_too(listed: Listed) -> None:
    listed.show(Filter("score", "at_least", (5,)), Filter("status", "is", ("New",)))
    menu = listed.tab.menus.of_token(1, QPoint(200, 200))
    take(menu, "Copy in words")
    assert QGuiApplication.clipboard().text() == "Status is New"
    take(listed.tab.menus.of_token(1, QPoint(200, 200)), "Only this filter")
    assert listed.tab.model.view.filters == (Filter("status", "is", ("New",)),)


def test_the_current_row_is_copied_as_text_and_as_a_table(listed: Listed) -> None:
    edit(listed.context, listed.record(MEBLE), {"contact_name": "A & B"})
    listed.bot.waitUntil(lambda: getattr(listed.tab.model.row_at(0), "contact", "") == "A & B")
    listed.key(Qt.Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    titles, row = (line.split("\t") for line in data.text().split("\n"))
    copied = dict(zip(titles, row, strict=True))
    assert titles[:4] == ["Company", "Contact", "Stage", "Score"]
    assert (copied["Company"], copied["Contact"]) == (MEBLE, "A & B")
    assert (copied["Follow-up"], copied["Est. revenue"], copied["Owner"]) == ("2026-05-12", "18500.00", "Tomasz Wilk")
    assert "<td>A &amp; B</td>" in data.html()
    assert listed.said[-1] == f"Copied {MEBLE}, {len(titles)} columns"


def test_ticked_rows_are_copied_in_the_order_of_the_list(listed: Listed) -> None:
    listed.tab.model.tick([listed.record(name) for name in (CERAMICS, MEBLE, SOKKI)], True)
    listed.key(Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[0] for line in lines] == ["Company", MEBLE, SOKKI, CERAMICS]


def test_the_address_is_copied_by_its_own_key(listed: Listed) -> None:
    listed.key(Qt.Key.Key_C, CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text() == "z@meble.example"


def test_e_writes_to_who_is_current_or_says_what_is_missing(listed: Listed, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_address(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(reaching, "open_address", open_address)
    monkeypatch.setattr(reaching, "has_program", lambda _scheme: True)
    listed.key(Qt.Key.Key_E)
    assert opened == ["mailto:z@meble.example"]
    listed.key(Qt.Key.Key_J)
    listed.key(Qt.Key.Key_E)
    missing = next(each for each in listed.window.findChildren(reaching.ReachPane) if each.isVisible())
    assert missing.accessibleName() == "There is no e-mail address yet."


def test_the_menu_beside_the_prospect_copies_and_goes_on(listed: Listed) -> None:
    panel = listed.tab.detail
    listed.bot.mouseClick(panel.reach.more, LEFT)
    menu = listed.menu()
    assert entries(menu)[0] == MEBLE
    take(menu, "Copy e-mail")
    assert QGuiApplication.clipboard().text() == "z@meble.example"
    listed.bot.mouseClick(panel.reach.more, LEFT)
    menu = listed.menu()
    assert "Copy telephone number · none yet" in entries(menu)
    take(menu, "Copy link")
    key = listed.stored(listed.record(MEBLE), "key")
    assert QGuiApplication.clipboard().text() == f"journeydesk://prospect/{key}"


def test_a_list_that_another_place_asked_for_is_no_saved_view(listed: Listed) -> None:
    listed.tab.show_target(ViewTarget(ListView(filters=(Filter("score", "at_least", (5,)),))))
    assert (listed.tab.view_name, listed.tab.list_name()) == ("", "a filtered list")
    assert not any(each.isChecked() for each in listed.tab.findChildren(ViewChip))
    listed.bot.mouseClick(listed.tab.filters._save, LEFT)
    assert pane(listed).accessibleName() == "Name of the view"


def test_actions_without_room_in_the_bar_are_behind_a_button(listed: Listed) -> None:
    listed.tab.model.tick([listed.record(MEBLE)], True)
    bar = listed.tab.bulk
    assert not bar.more.isVisible() or bar.width() < 760
    bar.setFixedWidth(420)
    listed.bot.waitUntil(bar.more.isVisible)
    listed.bot.mouseClick(bar.more, LEFT)
    folded = [each.split(" · ")[0] for each in entries(listed.menu())]
    shown = [button.text() for button in bar._buttons if button.isVisible()]
    assert [*shown, *folded] == ["Assign", "Set stage", "Follow-up", "Log note", "Export CSV"]
    assert bar._clear.geometry().right() <= 420
    listed.menu().close()


def test_the_duplicates_of_a_row_are_found_by_its_menu(listed: Listed) -> None:
    edit(listed.context, listed.record(QUILLON), {"email": "q@x.example"})
    double = create_prospect(listed.context, {"company": QUILLON, "contact_name": "Adaeze Nwokorie", "email": "q@x.example"})
    listed.bot.waitUntil(lambda: listed.tab.model.find(double) is not None)
    listed.tab.open_prospect(double)
    take(listed.tab.menus.of_row(QPoint(300, 300)) or listed.menu(), "Find duplicates…")
    place = listed.window.tab("Duplicates")
    assert isinstance(place, DuplicatesTab)
    listed.bot.waitUntil(lambda: listed.window.place == "Duplicates" and place.shows(double), timeout=20_000)
    assert place.current is not None
    assert QUILLON in place.title.accessibleName()
