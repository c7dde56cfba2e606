"""The settings that the team shares, page by page, as pictures; what is drafted for one is discarded after it."""

from collections.abc import Callable, Iterator

from journeydesk.services.commands.settings import change_settings
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.settings.automation.page import AutomationPage
from journeydesk.ui.tabs.settings.computer.about import AboutPage
from journeydesk.ui.tabs.settings.journeys.page import JourneysPage
from journeydesk.ui.tabs.settings.journeys.preview_sheet import PreviewSheet
from journeydesk.ui.tabs.settings.money.page import MoneyPage
from journeydesk.ui.tabs.settings.scores.page import ScoresPage
from journeydesk.ui.tabs.settings.tab import SettingsTab
from journeydesk.ui.tabs.settings.team.page import TeamPage

_OWN = {
    "General": "settings-general",
    "Sync and storage": "settings-sync",
    "Shortcuts": "settings-shortcuts",
    "Appearance": "settings-appearance",
    "About": "settings-about",
}
WaitFor = Callable[[Callable[[], bool]], None]


def team_settings(window: MainWindow, context: Context, settle: Callable[[], None], wait_for: WaitFor) -> Iterator[str]:
    """Every page that a team changes, with the preview of who moves and the last changes."""
    tab = window.tab("Settings")
    assert isinstance(tab, SettingsTab)
    tab.show_page("Team")
    team = tab.page("Team")
    assert isinstance(team, TeamPage)
    wait_for(lambda: not team.work.busy("team"))
    yield "settings-team"
    yield from _journeys(tab, window, settle, wait_for)
    scores = tab.page("Scoring")
    assert isinstance(scores, ScoresPage)
    tab.show_page("Scoring")
    scores.draft.give("score.hot_above", 44)
    scores.read()
    yield "settings-scoring"
    scores.bar.discarded.emit()
    tab.show_rule("churn risk")
    yield "settings-alert-rules"
    tab.show_page("Automation")
    automation = tab.page("Automation")
    assert isinstance(automation, AutomationPage)
    automation.dry.try_one("onboarding tasks")
    wait_for(automation.dry.start.isEnabled)
    settle()
    automation.scroll_to(automation.dry)
    yield "settings-automation"
    tab.show_page("Money")
    money = tab.page("Money")
    assert isinstance(money, MoneyPage)
    wait_for(lambda: money.ready and not money.work.busy("money"))
    yield "settings-money"
    tab.show_page("Upgrades")
    yield "settings-upgrades"
    yield from _last_changes(tab, window, context, settle)
    for name, picture in _OWN.items():
        tab.show_page(name)
        page = tab.page(name)
        if isinstance(page, AboutPage):
            page.look()
            wait_for(lambda page=page: page.check.isEnabled() and not page.work.busy("parts"))  # type: ignore[misc]
        settle()
        yield picture
    tab.show_page("Integrations")


def _journeys(tab: SettingsTab, window: MainWindow, settle: Callable[[], None], wait_for: WaitFor) -> Iterator[str]:
    tab.show_page("Journeys and stages")
    page = tab.page("Journeys and stages")
    assert isinstance(page, JourneysPage)
    yield "settings-journeys"
    page.choose("Deal")
    page.stages.removed.emit("Technical Review", "Qualified Lead")
    page.preview()
    sheet = next(widget for widget in window.findChildren(PreviewSheet) if widget.isVisible())
    wait_for(lambda: sheet.ready)
    settle()
    yield "dialog-who-moves"
    sheet.done()
    page.bar.discarded.emit()
    page.choose(page.draft.journeys[0].name)


def _last_changes(tab: SettingsTab, window: MainWindow, context: Context, settle: Callable[[], None]) -> Iterator[str]:
    change_settings(context, {"alerts.no_answer_days": 5}, "Changed “Nothing from them for”")
    tab.show_page("Alert rules")
    settle()
    tab.show_changes("Alert rules", ("alerts.",))
    yield "dialog-last-changes"
    next(widget for widget in window.findChildren(Sheet) if widget.isVisible()).done()
    undo(context)
