"""Scenarios run from the window by keys, against Make's stand-in over real sockets."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from journeydesk import config
from journeydesk.sandbox.faults import Fault, FaultKind
from journeydesk.sandbox.make.team import SALES
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.queries.integrations import service_states
from journeydesk.services.rows.prospects import ListView
from journeydesk.services.scenarios.account import connect_make, make_account
from journeydesk.services.scenarios.listing import read_scenarios
from journeydesk.services.scenarios.running import look_up_runs, runs_here
from journeydesk.services.sync.working_offline import work_offline
from journeydesk.ui.dialogs.scenarios import sheet as sheet_module
from journeydesk.ui.dialogs.scenarios.account import MakeAccountSheet
from journeydesk.ui.dialogs.scenarios.sheet import ScenariosSheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.prospects.tab import ProspectsTab
from journeydesk.ui.tabs.settings.integrations.opening import open_set_up
from tests.fakes.open_keyring import OpenKeyring
from tests.workspaces import NOW

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WELCOME = 30_311


@pytest.fixture(scope="module")
def stand_in() -> Iterator[Sandbox]:
    with Sandbox.start(prospects=1, lift_limits=True, now=NOW) as running:
        yield running


@pytest.fixture
def make(stand_in: Sandbox, monkeypatch: pytest.MonkeyPatch, vault: OpenKeyring) -> Iterator[Sandbox]:
    """Make as a quick one, with what a test adds taken away again."""
    monkeypatch.setenv("JOURNEYDESK_MAKE_URL", stand_in.make_url)
    monkeypatch.setattr(sheet_module, "next_look", lambda _asked, _now: 0.05)
    scenario = stand_in.make.store.scenarios[WELCOME]
    scenario.takes_s, before = 0.05, list(scenario.executions)
    yield stand_in
    scenario.executions = before
    stand_in.traffic.faults.clear()


@pytest.fixture
def set_up(window: MainWindow, make: Sandbox) -> MainWindow:
    """A window whose workspace has an account at Make."""
    connect_make(window.context, config.connections(), "eu1", make.make_token, SALES)
    return window


def list_of(window: MainWindow) -> ProspectsTab:
    window.show_place("Prospects")
    tab = window.tab("Prospects")
    assert isinstance(tab, ProspectsTab)
    tab.show_view(ListView())
    tab.table.setFocus()
    tab.table.go_to(0)
    return tab


def opened(window: MainWindow, bot: QtBot) -> ScenariosSheet:
    """Shift+R on the current prospect, until the first scenario stands there."""
    tab = list_of(window)
    bot.keyClick(tab.table, Qt.Key.Key_R, SHIFT)
    sheet = next(each for each in window.findChildren(ScenariosSheet) if each.isVisible())
    bot.waitUntil(lambda: sheet.chosen.closer is not None)
    return sheet


def choose(sheet: ScenariosSheet, bot: QtBot, words: str) -> None:
    """Types a part of a scenario's name, until Make told of it."""
    bot.keyClicks(sheet.list.search, words)
    bot.waitUntil(lambda: sheet.chosen.closer is not None and words in sheet.chosen.closer.scenario.name)


def line(sheet: ScenariosSheet, name: str) -> QLineEdit:
    field = sheet.chosen.form.fields[name]
    assert isinstance(field, QLineEdit)
    return field


def replace_text(bot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    bot.keyClick(field, Qt.Key.Key_Delete)
    bot.keyClicks(field, text)


def test_one_is_run_for_the_current_prospect_by_keys_alone(set_up: MainWindow, make: Sandbox, qtbot: QtBot) -> None:
    sheet = opened(set_up, qtbot)
    whom = list_of(set_up).acted_on
    assert whom is not None
    assert sheet.heading.accessibleName() == f"Run a scenario for {whom.name}"
    choose(sheet, qtbot, "Welcome")
    assert line(sheet, "company").text() == whom.name
    qtbot.keyClick(sheet.list.search, Qt.Key.Key_Return)
    assert line(sheet, "application_id").hasFocus()
    replace_text(qtbot, line(sheet, "email"), "adaeze@quillon.example")
    qtbot.keyClick(sheet, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: sheet.chosen.card.state.text() == "Succeeded")
    sent = make.make.store.scenarios[WELCOME].executions[-1].data
    assert (sent["company"], sent["email"], sent["seats"]) == (whom.name, "adaeze@quillon.example", 5)
    assert [(row.state, row.prospect) for row in runs_here(set_up.context)] == [("Succeeded", whom.only)]
    qtbot.waitUntil(sheet.button.isEnabled)


def test_what_is_missing_is_said_and_marked_and_nothing_is_run(set_up: MainWindow, make: Sandbox, qtbot: QtBot) -> None:
    sheet = opened(set_up, qtbot)
    choose(sheet, qtbot, "Welcome")
    replace_text(qtbot, line(sheet, "email"), " ")
    qtbot.mouseClick(sheet.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "E-mail must be given" in sheet.wrong.text())
    assert line(sheet, "email").property("wrong") is True
    assert line(sheet, "email").hasFocus()
    assert sheet.button.isEnabled()
    assert runs_here(set_up.context) == []


def test_a_lost_answer_is_looked_up_and_the_button_waits(set_up: MainWindow, make: Sandbox, qtbot: QtBot) -> None:
    scenario = make.make.store.scenarios[WELCOME]
    scenario.takes_s = 60
    before = len(scenario.executions)
    sheet = opened(set_up, qtbot)
    choose(sheet, qtbot, "Welcome")
    replace_text(qtbot, line(sheet, "email"), "adaeze@quillon.example")
    make.traffic.faults.append(Fault(FaultKind.DROP_AFTER, path="/run"))
    make.traffic.faults.append(Fault(FaultKind.STATUS_BEFORE, path="/logs", status=404, skip=1, times=3))
    qtbot.keyClick(sheet, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: sheet.chosen.card.state.text() == "Asked for")
    assert "not asked for again" in sheet.chosen.card.words.text()
    assert not sheet.button.isEnabled()
    qtbot.keyClick(sheet, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: sheet.chosen.card.state.text() == "Running")
    assert not sheet.button.isEnabled()
    assert len(scenario.executions) == before + 1
    sheet.done()
    # The same run is there when the sheet is opened again.
    again = opened(set_up, qtbot)
    choose(again, qtbot, "Welcome")
    assert (again.chosen.card.state.text(), again.button.isEnabled()) == ("Running", False)
    scenario.executions[-1].ends_at = make.workspace.clock.now()
    qtbot.waitUntil(lambda: again.chosen.card.state.text() == "Succeeded")


def test_one_that_make_stopped_says_so_and_is_not_run(set_up: MainWindow, make: Sandbox, qtbot: QtBot) -> None:
    sheet = opened(set_up, qtbot)
    choose(sheet, qtbot, "Reminder")
    assert "Mend it in Make" in sheet.chosen.why_not.text()
    assert sheet.chosen.state.text() == "Stopped by an error · 3 runs wait to be finished in Make"
    assert not sheet.button.isEnabled()
    qtbot.keyClick(sheet, Qt.Key.Key_Return, CONTROL)
    assert runs_here(set_up.context) == []


def test_offline_the_scenarios_stand_there_as_they_were_read(set_up: MainWindow, make: Sandbox, qtbot: QtBot) -> None:
    read_scenarios(set_up.context, config.connections())
    work_offline(set_up.context, True)
    counted = make.traffic.counts["make"]
    tab = list_of(set_up)
    qtbot.keyClick(tab.table, Qt.Key.Key_R, SHIFT)
    sheet = next(each for each in set_up.findChildren(ScenariosSheet) if each.isVisible())
    assert len(sheet.list.choices.lines) == 7
    qtbot.waitUntil(lambda: "You work offline" in sheet.wrong.text())
    qtbot.waitUntil(lambda: "You work offline" in sheet.chosen.note.text())
    assert not sheet.button.isEnabled()
    assert make.traffic.counts["make"] == counted


def test_a_service_that_answers_rubbish_leaves_what_was_read(set_up: MainWindow, make: Sandbox, qtbot: QtBot) -> None:
    read_scenarios(set_up.context, config.connections())
    make.traffic.faults.append(Fault(FaultKind.HTML, path="/make", status=200, times=99))
    tab = list_of(set_up)
    qtbot.keyClick(tab.table, Qt.Key.Key_R, SHIFT)
    sheet = next(each for each in set_up.findChildren(ScenariosSheet) if each.isVisible())
    qtbot.waitUntil(lambda: "sign-in page" in sheet.wrong.text())
    assert len(sheet.list.choices.lines) == 7
    assert sheet.again.isEnabled()


def test_without_an_account_it_is_said_where_to_set_it_up(window: MainWindow, qtbot: QtBot) -> None:
    tab = list_of(window)
    qtbot.keyClick(tab.table, Qt.Key.Key_R, SHIFT)
    assert "Make.com is not set up" in window.message.accessibleName()
    assert not window.findChildren(ScenariosSheet)
    menu = tab.menus.of_row(QPoint(0, 0))
    assert menu is not None
    assert "Run a scenario…" not in [action.text() for action in menu.actions()]
    menu.close()


def test_a_prospects_menu_offers_it_where_make_is_set_up(set_up: MainWindow, qtbot: QtBot) -> None:
    menu = list_of(set_up).menus.of_row(QPoint(0, 0))
    assert menu is not None
    [entry] = [action for action in menu.actions() if action.text().startswith("Run a scenario…")]
    entry.trigger()
    menu.close()
    assert any(sheet.isVisible() for sheet in set_up.findChildren(ScenariosSheet))


def test_setting_it_up_asks_for_the_team_and_turns_the_card_on(
    window: MainWindow, make: Sandbox, qtbot: QtBot, vault: OpenKeyring
) -> None:
    open_set_up(window, "Make.com")
    sheet = next(each for each in window.findChildren(MakeAccountSheet) if each.isVisible())
    qtbot.keyClicks(sheet.zone, "eu1")
    qtbot.keyClicks(sheet.token, make.make_token)
    qtbot.keyClick(sheet.token, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "2 teams" in sheet.wrong.text())
    assert vault.secrets == {}
    assert sheet.team.hasFocus()
    assert sheet.team.currentText() == "Sales (Ostrelle)"
    qtbot.keyClick(sheet.team, Qt.Key.Key_Down)
    qtbot.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: make_account(window.context) is not None)
    account = make_account(window.context)
    assert account is not None
    assert account.team_name == "Website"
    qtbot.waitUntil(lambda: "scenarios of Website" in window.message.accessibleName())
    state = next(each for each in service_states(window.context) if each.name == "Make.com")
    assert state.state == "Working"
    open_set_up(window, "Make.com")
    again = next(each for each in window.findChildren(MakeAccountSheet) if each.isVisible())
    qtbot.mouseClick(again.forget, Qt.MouseButton.LeftButton)
    assert vault.secrets == {}
    assert make_account(window.context) is None


def test_a_token_that_make_refuses_is_said_and_not_kept(
    window: MainWindow, make: Sandbox, qtbot: QtBot, vault: OpenKeyring
) -> None:
    open_set_up(window, "Make.com")
    sheet = next(each for each in window.findChildren(MakeAccountSheet) if each.isVisible())
    qtbot.keyClicks(sheet.zone, "eu1")
    qtbot.keyClicks(sheet.token, "7d1b2c3d-0000-4000-8000-000000000000")
    qtbot.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "does not take the token" in sheet.wrong.text())
    assert sheet.save.isEnabled()
    assert vault.secrets == {}


def test_a_run_goes_on_while_the_sheet_is_closed(set_up: MainWindow, make: Sandbox, qtbot: QtBot) -> None:
    make.make.store.scenarios[WELCOME].takes_s = 0.4
    sheet = opened(set_up, qtbot)
    choose(sheet, qtbot, "Welcome")
    replace_text(qtbot, line(sheet, "email"), "adaeze@quillon.example")
    qtbot.keyClick(sheet, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(runs_here(set_up.context)) and runs_here(set_up.context)[0].state == "Running")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)

    def ended() -> bool:
        look_up_runs(set_up.context, config.connections(), force=True)
        return runs_here(set_up.context)[0].state == "Succeeded"

    qtbot.waitUntil(ended)
