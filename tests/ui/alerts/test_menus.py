"""The menus of the inbox, and what is said of many selected alerts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from journeydesk.domain.ids import RecordId
from journeydesk.domain.working_days import WorkingDays
from journeydesk.services.rows.alerts import AlertRow, MutedRule
from journeydesk.services.rows.common import Amount
from journeydesk.ui.tabs.alerts.bulk_pane import BulkPane
from journeydesk.ui.tabs.alerts.menus import filter_menu, mute_menu, muted_menu
from journeydesk.ui.tabs.alerts.snooze_menu import SnoozeMenu, snooze_choices
from journeydesk.ui.theme import Theme
from tests.ui.alerts.conftest import ALERT

NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
MADRID = ZoneInfo("Europe/Madrid")
LEFT = Qt.MouseButton.LeftButton


def entries(menu: QMenu) -> list[str]:
    """The lines of a menu without their marks for the keyboard, those of menus below them left out."""
    return [action.text().replace("&&", "\0").replace("&", "").replace("\0", "&") for action in menu.actions() if action.text()]


def entry(menu: QMenu, words: str) -> QAction:
    """The line that reads so."""
    return next(
        action for action in menu.actions() if action.text().replace("&&", "\0").replace("&", "").replace("\0", "&") == words
    )


def submenu(menu: QMenu, words: str) -> QMenu:
    return next(part for part in menu.findChildren(QMenu) if part.title().replace("&", "") == words)


def snooze_menu(
    ground: QWidget, *, expires_at: datetime | None = None, events: bool = True, asleep: bool = False
) -> SnoozeMenu:
    choices = snooze_choices(NOW, MADRID, WorkingDays())
    return SnoozeMenu(choices, expires_at, events=events, asleep=asleep, parent=ground)


def test_an_hour_tomorrow_and_next_week_are_offered() -> None:
    assert [(words.replace("&", ""), moment) for words, moment in snooze_choices(NOW, MADRID, WorkingDays())] == [
        ("1 hour", NOW + timedelta(hours=1)),
        ("Tomorrow 09:00", datetime(2026, 5, 20, 7, 0, tzinfo=UTC)),
        ("Next week, Mon 25 May 09:00", datetime(2026, 5, 25, 7, 0, tzinfo=UTC)),
    ]


def test_every_way_to_snooze_stands_in_the_menu(ground: QWidget) -> None:
    assert entries(snooze_menu(ground)) == [
        "1 hour",
        "Tomorrow 09:00",
        "Next week, Mon 25 May 09:00",
        "A date…",
        "Until it pays",
        "Until it replies",
        "Until it changes stage",
    ]


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("1 hour", NOW + timedelta(hours=1)),
        ("Tomorrow 09:00", datetime(2026, 5, 20, 7, 0, tzinfo=UTC)),
        ("Next week, Mon 25 May 09:00", datetime(2026, 5, 25, 7, 0, tzinfo=UTC)),
    ],
)
def test_a_moment_is_chosen(ground: QWidget, qtbot: QtBot, words: str, moment: datetime) -> None:
    menu = snooze_menu(ground)
    with qtbot.waitSignal(menu.until) as chosen:
        entry(menu, words).trigger()
    assert chosen.args == [moment]


@pytest.mark.parametrize(
    ("words", "event"),
    [("Until it pays", "pays"), ("Until it replies", "replies"), ("Until it changes stage", "changes stage")],
)
def test_an_event_is_chosen(ground: QWidget, qtbot: QtBot, words: str, event: str) -> None:
    menu = snooze_menu(ground)
    with qtbot.waitSignal(menu.event_chosen) as chosen:
        entry(menu, words).trigger()
    assert chosen.args == [event]


def test_a_date_is_asked_for(ground: QWidget, qtbot: QtBot) -> None:
    menu = snooze_menu(ground)
    with qtbot.waitSignal(menu.date_requested):
        entry(menu, "A date…").trigger()


def test_only_what_sleeps_can_be_woken(ground: QWidget, qtbot: QtBot) -> None:
    assert "Wake now" not in entries(snooze_menu(ground))
    menu = snooze_menu(ground, asleep=True)
    assert entries(menu)[0] == "Wake now"
    with qtbot.waitSignal(menu.woken):
        entry(menu, "Wake now").trigger()


def test_what_is_after_the_end_is_offered_grey_with_why(ground: QWidget) -> None:
    menu = snooze_menu(ground, expires_at=datetime(2026, 5, 20, 7, 0, tzinfo=UTC))
    enabled = {words: entry(menu, words).isEnabled() for words in entries(menu)[:3]}
    assert list(enabled.values()) == [True, False, False]
    assert entry(menu, "Tomorrow 09:00").toolTip() == "The alert expires before that"
    assert menu.toolTipsVisible()


def test_the_team_waits_for_no_event(ground: QWidget) -> None:
    menu = snooze_menu(ground, events=False)
    for words in ("Until it pays", "Until it replies", "Until it changes stage"):
        assert not entry(menu, words).isEnabled()
        assert entry(menu, words).toolTip() == "An alert of the whole team waits for no prospect"
    assert entry(menu, "A date…").isEnabled()


def filters(ground: QWidget, chosen: dict[str, str | None], calls: list[tuple[object, ...]]) -> QMenu:
    return filter_menu(
        ground,
        chosen,
        "Owner",
        ["Amaia Etxarri", ""],
        ["churn risk", "R&D"],
        lambda kind, value: calls.append((kind, value)),
        lambda name: calls.append(("group", name)),
    )


def test_the_filter_menu_checks_what_is_in_force(ground: QWidget) -> None:
    menu = filters(ground, {"priority": "High", "owner": "", "rule": None}, [])
    checked = [action.text() for action in menu.actions() if action.isChecked()]
    assert checked == ["High"]
    assert [a.text() for a in submenu(menu, "Owner: nobody").actions() if a.isChecked()] == ["Nobody"]
    assert [a.text() for a in submenu(menu, "Rule: any rule").actions() if a.isChecked()] == ["Any rule"]
    assert [a.text() for a in submenu(menu, "Group by").actions() if a.isChecked()] == ["Owner"]


def test_the_filter_menu_narrows_groups_and_takes_off(ground: QWidget) -> None:
    calls: list[tuple[object, ...]] = []
    menu = filters(ground, {"priority": "High", "owner": None, "rule": "churn risk"}, calls)
    entry(menu, "Urgent").trigger()
    entry(menu, "Any priority").trigger()
    entry(submenu(menu, "Owner: any owner"), "Nobody").trigger()
    entry(submenu(menu, "Rule: churn risk"), "R&D").trigger()
    entry(submenu(menu, "Group by"), "Rule").trigger()
    assert calls == [("priority", "Urgent"), ("priority", None), ("owner", ""), ("rule", "R&D"), ("group", "Rule")]


@pytest.mark.parametrize(
    ("muted", "words", "answers"),
    [
        ("", ["Mute “Churn risk” for Kern & Co", "Mute “Churn risk” for all prospects and the whole team"], [True, True]),
        (
            "Kern & Co",
            ["Unmute “Churn risk” for Kern & Co", "Mute “Churn risk” for all prospects and the whole team"],
            [False, True],
        ),
        ("all", ["Mute “Churn risk” for Kern & Co", "Unmute “Churn risk” for all prospects and the whole team"], [True, False]),
    ],
)
def test_a_rule_is_muted_and_unmuted(ground: QWidget, muted: str, words: list[str], answers: list[bool]) -> None:
    calls: list[bool] = []
    menu = mute_menu(ground, ALERT, muted, calls.append, calls.append)
    assert entries(menu) == words
    for action in menu.actions():
        action.trigger()
    assert calls == answers


def test_an_alert_of_the_team_is_muted_for_all_only(ground: QWidget) -> None:
    menu = mute_menu(ground, replace(ALERT, prospect=None, company="", contact=""), "", bool, bool)
    assert entries(menu) == ["Mute “Churn risk” for all prospects and the whole team"]


def test_each_muted_rule_can_speak_again(ground: QWidget) -> None:
    calls: list[tuple[str, RecordId | None]] = []
    muted = [MutedRule("churn risk", RecordId(7), "Kern & Co"), MutedRule("big jump", None, "all")]
    menu = muted_menu(ground, muted, lambda rule, prospect: calls.append((rule, prospect)))
    assert entries(menu) == ["Unmute “Churn risk” for Kern & Co", "Unmute “Big jump” for all"]
    for action in menu.actions():
        action.trigger()
    assert calls == [("churn risk", 7), ("big jump", None)]


def bulk(theme: Theme, ground: QWidget, *alerts: AlertRow) -> BulkPane:
    pane = BulkPane(theme, ground)
    pane.resize(900, 600)
    pane.show()
    pane.show_alerts(alerts)
    return pane


def test_many_say_how_many_of_what_and_what_is_at_stake(theme: Theme, ground: QWidget) -> None:
    pane = bulk(
        theme,
        ground,
        ALERT,
        replace(ALERT, id=RecordId(2), priority="Urgent"),
        replace(ALERT, id=RecordId(3), prospect=RecordId(8), monthly=False, value=Amount(4_800_000, "EUR")),
        replace(ALERT, id=RecordId(4), prospect=RecordId(9), monthly=False, value=Amount(100_000, "EUR")),
        replace(ALERT, id=RecordId(5), prospect=None, value=None, priority="Normal"),
    )
    assert pane.accessibleName() == (
        "5 alerts selected: 1 urgent, 3 high, 1 normal · 3 prospects · €49,000 at stake · €640 a month at stake"
    )


def test_one_prospect_counts_once(theme: Theme, ground: QWidget) -> None:
    pane = bulk(theme, ground, ALERT, replace(ALERT, id=RecordId(2)))
    assert pane.accessibleName() == "2 alerts selected: 2 high · 1 prospect · €640 a month at stake"


@pytest.mark.parametrize(
    ("states", "enabled"),
    [
        (("Pending", "Expired"), (True, True, True)),
        (("Acknowledged", "Expired"), (False, True, False)),
        (("Actioned", "Expired"), (False, False, False)),
    ],
)
def test_buttons_for_many_follow_their_states(
    theme: Theme, ground: QWidget, states: tuple[str, str], enabled: tuple[bool, bool, bool]
) -> None:
    rows = [replace(ALERT, id=RecordId(n), status=status) for n, status in enumerate(states)]  # type: ignore[arg-type]
    pane = bulk(theme, ground, *rows)
    assert (pane.acknowledge.isEnabled(), pane.done.isEnabled(), pane.snooze.isEnabled()) == enabled
    assert pane.clear.isEnabled()


def test_each_button_for_many_asks_for_its_step(theme: Theme, ground: QWidget, qtbot: QtBot) -> None:
    pane = bulk(theme, ground, ALERT, replace(ALERT, id=RecordId(2)))
    for button, signal in (
        (pane.acknowledge, pane.acknowledged),
        (pane.done, pane.actioned),
        (pane.snooze, pane.snoozed),
        (pane.clear, pane.cleared),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, LEFT)


def test_in_a_narrow_pane_the_buttons_take_two_rows(theme: Theme, ground: QWidget, qtbot: QtBot) -> None:
    pane = bulk(theme, ground, ALERT, replace(ALERT, id=RecordId(2)))
    qtbot.waitUntil(lambda: pane.clear.y() == pane.acknowledge.y())
    pane.resize(400, 600)
    qtbot.waitUntil(lambda: pane.clear.y() > pane.acknowledge.y())
    assert pane.done.y() == pane.acknowledge.y()
    pane.resize(900, 600)
    qtbot.waitUntil(lambda: pane.clear.y() == pane.acknowledge.y())
