"""The detail panel: facts, stepper, composer, timeline, ways to call and write."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.services.calls.drafts import draft_of
from journeydesk.services.commands.prospects import edit, log_interaction, move
from journeydesk.services.queries.detail import prospect_detail, timeline
from journeydesk.storage.engine import sql
from journeydesk.storage.payments import stripe_mirror
from journeydesk.storage.payments.stripe_mirror import ProspectMoney
from journeydesk.ui import reaching
from journeydesk.ui.detail.panel import DetailPanel
from journeydesk.ui.detail.timeline.timeline import ENTRY_ROLE
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.outside import open_address
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.widgets.popovers.action_menu import ActionMenu
from tests.ui.line_menu import line_menu
from tests.workspaces import NOW

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
MENUS = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def prospect(window: MainWindow) -> RecordId:
    """Quillon Freight."""
    with window.context.database.read() as connection:
        return RecordId(sql.scalar(connection, "SELECT lid FROM prospects WHERE company = 'Quillon Freight'"))


@pytest.fixture
def panel(window: MainWindow, prospect: RecordId, qtbot: QtBot) -> DetailPanel:
    """The panel, with Quillon Freight in it."""
    window.show_prospect(prospect)
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    qtbot.waitUntil(lambda: tab.detail.prospect == prospect)
    return tab.detail


def lines(panel: DetailPanel) -> list[str]:
    """The timeline as it is heard, newest first."""
    model = panel.timeline.entries
    return [str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def group(panel: DetailPanel, words: str) -> QAbstractButton:
    return next(button for button in panel._tabs._buttons.buttons() if button.text().startswith(words))


def test_who_it_is_and_how_to_reach_them_is_heard(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    assert panel.accessibleName() == "Quillon Freight, Adaeze Nwokorie"
    values = {"job_title": "Head of Fleet", "email": "a@quillon.example", "phone": "+44 20 7946 0000"}
    edit(panel._context, prospect, dict(values))
    words = "Adaeze Nwokorie, Head of Fleet, Quillon Freight, a@quillon.example, +44 20 7946 0000"
    qtbot.waitUntil(lambda: panel._who.accessibleName() == words)


def test_money_that_is_not_known_is_said_so(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    assert panel._money.accessibleName().startswith("LTV none, MRR none, ")
    edit(panel._context, prospect, {"ltv": 120_000})
    qtbot.waitUntil(lambda: panel._money.accessibleName().startswith("LTV €1,200.00, MRR none"))
    assert panel._money.height() == 54


def test_the_score_is_told_with_its_reasons(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    edit(panel._context, prospect, {"priority_level": "Critical"})
    qtbot.waitUntil(lambda: "Score 15 of 50: " in panel._score.accessibleName())
    assert " 15 of 15" in panel._score.accessibleName()
    assert not panel._score.hand_back.isVisible()


def test_the_stepper_says_where_the_prospect_stands(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    assert panel._stepper.accessibleName() == "Journey with 6 stages, at 1 Discovery"
    move(panel._context, prospect, "Engagement", "Exploration")
    qtbot.waitUntil(lambda: panel._stepper.accessibleName() == "Journey with 6 stages, at 2 Exploration")


def test_the_stepper_shows_the_journey_that_is_chosen(panel: DetailPanel) -> None:
    panel._set_journey("Deal")
    assert panel._stepper.accessibleName() == "Journey with 9 stages, at 1 New Application"
    assert panel._journey_part._name.text() == "Deal"
    assert panel._journey_part._next.text() == ""
    panel._set_journey("Engagement")
    assert "points to 2 Exploration" in panel._journey_part._next.text()


def test_the_steps_are_painted_done_current_and_ahead(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    move(panel._context, prospect, "Engagement", "Commitment")
    qtbot.waitUntil(lambda: panel._stepper.accessibleName().endswith("3 Commitment"))
    image = panel._stepper.grab().toImage()
    theme, width = panel._theme, panel._stepper.width() / 6

    def fills(number: int) -> int:
        """How many pixels of a step have its stage's colour."""
        left = int(width * (number - 1))
        color = theme.stage(number).fill.rgb()
        return sum(image.pixel(x, y) == color for x in range(left, int(left + width)) for y in range(4, 30))

    assert [fills(number) > 100 for number in range(1, 7)] == [True, True, True, False, False, False]


@pytest.mark.parametrize(
    ("values", "button", "address"),
    [
        ({"phone": "+44 20 7946 0000"}, "call", "tel:+442079460000"),
        ({"email": "a@quillon.example"}, "mail", "mailto:a@quillon.example"),
    ],
)
def test_a_press_calls_or_writes(
    panel: DetailPanel,
    prospect: RecordId,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    values: dict[str, str],
    button: str,
    address: str,
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    monkeypatch.setattr(reaching, "has_program", lambda _scheme: True)
    qtbot.mouseClick(getattr(panel.reach, button), LEFT)
    assert opened == []
    pane = next(iter(panel.window().findChildren(reaching.ReachPane)))
    assert pane.accessibleName() in ("There is no telephone number yet.", "There is no e-mail address yet.")
    pane.leave()
    edit(panel._context, prospect, dict(values))
    qtbot.waitUntil(lambda: panel.email != "" or panel._phone != "")
    qtbot.mouseClick(getattr(panel.reach, button), LEFT)
    assert opened == [address]


def test_an_address_of_another_kind_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    open_address("file:///etc/passwd")
    open_address("javascript:alert(1)")
    open_address("https://quillon.example")
    open_address("mailto:a@quillon.example")
    assert opened == ["https://quillon.example", "mailto:a@quillon.example"]


@pytest.mark.parametrize(
    ("button", "said", "copied"),
    [
        ("call", "No program on this computer makes calls.", "+44 20 7946 0132"),
        ("mail", "No program on this computer writes e-mail.", "a@quillon.example"),
    ],
)
def test_without_a_program_for_it_that_is_said_and_the_address_copied(
    panel: DetailPanel,
    prospect: RecordId,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    button: str,
    said: str,
    copied: str,
) -> None:
    monkeypatch.setattr(reaching, "has_program", lambda _scheme: False)
    edit(panel._context, prospect, {"email": "a@quillon.example", "phone": "+44 20 7946 0132"})
    qtbot.waitUntil(lambda: panel.email != "" and panel._phone != "")
    qtbot.mouseClick(getattr(panel.reach, button), LEFT)
    pane = next(iter(panel.window().findChildren(reaching.ReachPane)))
    assert pane.accessibleName() == said
    assert pane.copy is not None
    qtbot.mouseClick(pane.copy, LEFT)
    assert QGuiApplication.clipboard().text() == copied
    assert not pane.isVisible()


def test_nobody_chosen_shows_where_the_journey_will_be(panel: DetailPanel) -> None:
    panel.show_prospect(None)
    assert panel.prospect is None
    assert not panel._full.isVisible()
    panel.compose("Call")
    assert not panel.composer.note.hasFocus()


def test_a_prospect_that_is_gone_shows_nobody(panel: DetailPanel) -> None:
    panel.show_prospect(RecordId(999_999))
    assert panel.prospect is None
    assert not panel._full.isVisible()


def test_what_is_logged_stands_first_in_the_timeline(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    log_interaction(panel._context, prospect, "Call", "Wants two references", duration=15, at=NOW)
    qtbot.waitUntil(lambda: lines(panel)[0] == "Call · 15 min, Wants two references, saved here, not sent yet")
    assert panel._tabs._waiting.accessibleName().endswith(" waiting")
    assert panel.timeline.entries.index(0).data(Qt.ItemDataRole.ToolTipRole) == "Wants two references"


def test_the_timeline_keeps_qts_rules_and_its_newest_sixty(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(panel.timeline.entries, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for number in range(65):
        log_interaction(panel._context, prospect, "Call", f"note {number}", at=NOW - timedelta(minutes=65 - number))
    panel.show_prospect(prospect)
    assert len(lines(panel)) == 60
    assert group(panel, "All").text() == f"All {len(timeline(panel._context, prospect, 'all', 999))}"
    tester.deleteLater()


@pytest.mark.parametrize(
    ("words", "kinds"), [("Interactions", {"call", "email"}), ("Stages", {"stage"}), ("Payments", set()), ("CTA", {"cta"})]
)
def test_a_group_leaves_its_own_entries(
    panel: DetailPanel, prospect: RecordId, qtbot: QtBot, words: str, kinds: set[str]
) -> None:
    log_interaction(panel._context, prospect, "Call", "a call", at=NOW)
    log_interaction(panel._context, prospect, "Email", "a letter", at=NOW)
    move(panel._context, prospect, "Deal", "Qualified Lead")
    qtbot.mouseClick(group(panel, words), LEFT)
    model = panel.timeline.entries
    shown = {model.index(row).data(ENTRY_ROLE).kind for row in range(model.rowCount())}
    assert shown == kinds
    qtbot.mouseClick(group(panel, "All"), LEFT)
    assert model.rowCount() >= 3


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_timeline_is_painted_on_its_ground(panel: DetailPanel, prospect: RecordId, look: str) -> None:
    log_interaction(panel._context, prospect, "Call", "Wants two references", at=NOW)
    panel.show_prospect(prospect)
    panel._theme.choose(look)
    image: QImage = panel.timeline.viewport().grab(panel.timeline.visualRect(panel.timeline.entries.index(0))).toImage()
    colors = [image.pixel(x, y) for x in range(image.width()) for y in range(image.height())]
    assert colors.count(panel._theme.color("base").rgb()) > len(colors) // 2
    assert colors.count(panel._theme.color("text").rgb()) > 5
    panel._theme.choose("light")


def test_the_composer_opens_with_the_keyboard_and_folds(panel: DetailPanel, qtbot: QtBot) -> None:
    composer = panel.composer
    assert not composer._foot.isVisible()
    panel.compose("Meeting")
    qtbot.waitUntil(composer.note.hasFocus)
    assert composer.kind == "Meeting"
    assert composer._foot.isVisible()
    assert composer._send.text() == "Log meeting"
    panel.timeline.setFocus()
    qtbot.waitUntil(lambda: not composer._foot.isVisible())


def test_a_composer_with_words_in_it_stays_open(panel: DetailPanel, qtbot: QtBot) -> None:
    panel.compose("Call")
    qtbot.keyClicks(panel.composer.note, "half")
    panel.timeline.setFocus()
    assert panel.composer._foot.isVisible()


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_1, "Call"),
        (Qt.Key.Key_2, "Meeting"),
        (Qt.Key.Key_3, "Email"),
        (Qt.Key.Key_4, "Demo"),
        (Qt.Key.Key_5, "Note"),
    ],
)
def test_alt_and_a_digit_choose_what_is_logged(panel: DetailPanel, qtbot: QtBot, key: Qt.Key, kind: str) -> None:
    panel.compose("Note" if kind == "Call" else "Call")
    qtbot.keyClick(panel.composer.note, key, ALT)
    assert panel.composer.kind == kind
    assert panel.composer._send.text() == f"Log {kind.lower()}"


def test_duration_and_follow_up_are_understood_as_typed(panel: DetailPanel, qtbot: QtBot) -> None:
    panel.compose("Call")
    qtbot.keyClicks(panel.composer.note, "Spoke 15m >fri")
    assert panel.composer.duration.words == "15 min"
    assert panel.composer.follow_up.words == "Fri 22 May"


def test_ctrl_enter_logs_what_was_said(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    panel.compose("Call")
    qtbot.keyClicks(panel.composer.note, "Spoke 15m >fri")
    panel.composer.outcome.setCurrentText("Reached")
    with qtbot.waitSignal(panel.step_requested) as step:
        qtbot.keyClick(panel.composer.note, Qt.Key.Key_Return, CONTROL)
    assert step.args == [prospect, "Reached"]
    entry = timeline(panel._context, prospect, "interactions")[0]
    assert (entry.title, entry.detail) == ("Call", "Spoke")
    assert "15 min" in entry.title_rest
    assert panel.composer.note.toPlainText() == ""
    assert panel.composer.outcome.currentIndex() == 0
    with panel._context.database.read() as connection:
        assert sql.scalar(connection, "SELECT next_follow_up FROM prospects WHERE lid = ?", (prospect,)) == "2026-05-22"


def test_nothing_said_is_refused_and_nothing_is_lost(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    panel.compose("Note")
    with qtbot.waitSignal(panel.failed) as failed:
        qtbot.keyClick(panel.composer.note, Qt.Key.Key_Return, CONTROL)
    assert failed.args is not None
    assert "Summary" in failed.args[0]
    assert timeline(panel._context, prospect, "interactions") == []


def test_escape_goes_back_with_the_draft_kept(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    panel.compose("Demo")
    qtbot.keyClicks(panel.composer.note, "They liked the map")
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.composer.note, Qt.Key.Key_Escape)
    draft = draft_of(panel._context, prospect)
    assert (draft.text, draft.kind) == ("They liked the map", "Demo")
    assert panel.composer.note.toPlainText() == "They liked the map"


def test_a_draft_is_kept_for_each_prospect(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    with panel._context.database.read() as connection:
        other = RecordId(sql.scalar(connection, "SELECT lid FROM prospects WHERE company = 'Łąkowisko Meble'"))
    panel.compose("Demo")
    qtbot.keyClicks(panel.composer.note, "They liked the map")
    panel.show_prospect(other)
    assert panel.composer.note.toPlainText() == ""
    panel.show_prospect(prospect)
    assert panel.composer.note.toPlainText() == "They liked the map"
    assert panel.composer.kind == "Demo"


def test_a_draft_is_seen_in_full_and_no_draft_takes_no_room(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    with panel._context.database.read() as connection:
        other = RecordId(sql.scalar(connection, "SELECT lid FROM prospects WHERE company = 'Łąkowisko Meble'"))
    panel.compose("Demo")
    qtbot.keyClicks(panel.composer.note, "They liked the map")
    tall = panel.composer.note.height()
    qtbot.keyClick(panel.composer.note, Qt.Key.Key_Escape)
    panel.setFocus()
    panel.show_prospect(other)
    low = panel.composer.note.height()
    panel.show_prospect(prospect)
    assert panel.composer.note.height() == tall > low


def test_a_draft_is_on_disk_within_half_a_second(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    panel.compose("Note")
    qtbot.keyClicks(panel.composer.note, "kept")
    assert panel.composer._saving.interval() == 500
    qtbot.waitUntil(lambda: draft_of(panel._context, prospect).text == "kept", timeout=1500)


def test_the_fields_in_question_are_named_and_opened(panel: DetailPanel, qtbot: QtBot) -> None:
    line = panel.in_question
    assert not line.isVisible()
    line.show_fields([("phone", "Phone"), ("email", "E-mail"), ("owner", "Owner"), ("source", "Source")])
    assert line.isVisible()
    assert line.accessibleName() == "Changed here and in Airtable: Phone, E-mail, Owner, Source"
    assert [button.text() for button in line.buttons] == ["Phone", "E-mail", "2 more"]
    names = [button.accessibleName() for button in line.buttons]
    assert names == [f"Review the conflict: {name}" for name in ("Phone", "E-mail", "the other fields")]
    for button, slug in zip(line.buttons, ("phone", "email", "owner"), strict=True):
        with qtbot.waitSignal(panel.conflict_requested) as asked:
            button.click()
        assert asked.args == [panel.prospect, slug]
    line.show_fields([])
    assert not line.isVisible()


def test_t_shows_the_tasks_in_the_timelines_place(panel: DetailPanel, qtbot: QtBot) -> None:
    panel.toggle_tasks()
    assert panel.tasks.isVisible()
    assert not panel.timeline.isVisible()
    panel.toggle_tasks()
    assert panel.timeline.isVisible()


def test_escape_in_the_panel_gives_the_keyboard_back(panel: DetailPanel, qtbot: QtBot) -> None:
    panel.setFocus()
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)


def test_a_change_of_somebody_else_leaves_the_panel(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    panel.compose("Note")
    qtbot.keyClicks(panel.composer.note, "half a sentence")
    with panel._context.database.read() as connection:
        other = RecordId(sql.scalar(connection, "SELECT lid FROM prospects WHERE company = 'Łąkowisko Meble'"))
    edit(panel._context, other, {"company": "Łąka"})
    edit(panel._context, prospect, {"company": "Quillon"})
    qtbot.waitUntil(lambda: panel.accessibleName() == "Quillon, Adaeze Nwokorie")
    assert panel.composer.note.toPlainText() == "half a sentence"


def test_money_without_a_rate_stands_under_the_figure(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    money = ProspectMoney(prospect, 418_000, 64_000, "EUR", (("USD", 20_000, 0), ("GBP", 0, 900)))
    with panel._context.database.write() as connection:
        stripe_mirror.set_money(connection, [money])
    panel.show_prospect(prospect)
    words = "LTV €4,180.00 and $200.00 without a rate"
    qtbot.waitUntil(lambda: words in panel._money.accessibleName())
    assert "MRR €640.00 and £9.00 without a rate" in panel._money.accessibleName()
    assert panel._money.height() == 68


def menu_of(panel: DetailPanel, row: int, qtbot: QtBot) -> ActionMenu:
    return line_menu(panel.timeline, panel.timeline.entries.index(row), qtbot)


@MENUS
def test_a_log_is_taken_back_alone_by_its_menu(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    said: list[str] = []
    panel.said.connect(lambda words, _undo: said.append(words))
    log_interaction(panel._context, prospect, "Call", "Asked about the depot")
    edit(panel._context, prospect, {"job_title": "Head of Fleet"})
    qtbot.waitUntil(lambda: "Asked about the depot" in lines(panel)[0])
    menu = menu_of(panel, 0, qtbot)
    assert [entry.text() for entry in menu.actions()] == ["Call", "Copy", "Undo only this"]
    menu.actions()[2].trigger()
    menu.close()
    qtbot.waitUntil(lambda: not any("Asked about the depot" in line for line in lines(panel)))
    assert said[0].startswith("Took back: ")
    detail = prospect_detail(panel._context, prospect, "Engagement")
    assert detail is not None
    assert detail.job_title == "Head of Fleet"


@MENUS
def test_a_stage_is_taken_back_by_its_line_if_it_was_set_here(panel: DetailPanel, prospect: RecordId, qtbot: QtBot) -> None:
    move(panel._context, prospect, "Engagement", "Planning")
    qtbot.waitUntil(lambda: any("Planning" in line for line in lines(panel)))
    row = next(row for row, line in enumerate(lines(panel)) if "Planning" in line)
    menu = menu_of(panel, row, qtbot)
    assert menu.actions()[2].isEnabled()
    menu.actions()[2].trigger()
    menu.close()
    qtbot.waitUntil(lambda: not any("Planning" in line for line in lines(panel)))
    log_interaction(panel._context, prospect, "Call", "Asked about the depot")
    qtbot.waitUntil(lambda: "Asked about the depot" in lines(panel)[0])
    with panel._context.database.write() as connection:
        sql.run(connection, "DELETE FROM undo_entry")
    menu = menu_of(panel, 0, qtbot)
    assert not menu.actions()[2].isEnabled()
    menu.actions()[1].trigger()
    menu.close()
    assert QGuiApplication.clipboard().text().splitlines()[0] == lines(panel)[0].partition(",")[0]
