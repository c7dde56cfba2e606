"""The pages of the settings by their names, each loaded when it is first wanted: who opens the settings sees one of them."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from journeydesk.services.context import Context
from journeydesk.ui.tabs.settings.form import FormPage
from journeydesk.ui.tabs.settings.page import SettingsPage
from journeydesk.ui.tabs.settings.saving import Saving
from journeydesk.ui.theme import Theme

if TYPE_CHECKING:
    from journeydesk.ui.tabs.settings.computer.shortcuts import ShortcutsPage
    from journeydesk.ui.window.host import Host

_TEAM = {
    "Team": ("team", "TeamPage"),
    "Journeys and stages": ("journeys", "JourneysPage"),
    "Scoring": ("scores", "ScoresPage"),
    "Alert rules": ("rules", "RulesPage"),
    "Automation": ("automation", "AutomationPage"),
    "Messages": ("mail", "MessagesPage"),
    "Money": ("money", "MoneyPage"),
    "Upgrades": ("upgrades", "UpgradesPage"),
}


def is_of_team(name: str) -> bool:
    """Whether what a page shows is the team's."""
    return name in _TEAM


def team_page(name: str, context: Context, theme: Theme, saving: Saving) -> SettingsPage:
    """A page of the team's values."""
    folder, class_name = _TEAM[name]
    module = import_module(f"journeydesk.ui.tabs.settings.{folder}.page")
    make: Callable[[Context, Theme, Saving], SettingsPage] = getattr(module, class_name)
    return make(context, theme, saving)


def own_page(name: str, context: Context, theme: Theme, window: "Host") -> "FormPage | ShortcutsPage":
    """A page of this computer's own values."""
    if name == "General":
        from journeydesk.ui.tabs.settings.computer.general import GeneralPage

        return GeneralPage(context, theme, window)
    if name == "Calendars":
        from journeydesk.ui.tabs.settings.computer.calendars import CalendarsPage

        return CalendarsPage(context, theme)
    if name == "Sync and storage":
        from journeydesk.ui.tabs.settings.computer.sync import SyncPage

        return SyncPage(context, theme, window)
    if name == "Shortcuts":
        from journeydesk.ui.tabs.settings.computer.shortcuts import ShortcutsPage

        return ShortcutsPage(context, theme)
    if name == "Appearance":
        from journeydesk.ui.tabs.settings.computer.appearance import AppearancePage

        return AppearancePage(context, theme, window)
    from journeydesk.ui.tabs.settings.computer.about import AboutPage

    return AboutPage(context, theme, window)
