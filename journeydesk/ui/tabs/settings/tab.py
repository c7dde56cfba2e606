"""The settings tab: pages on the left, the page chosen beside them."""

import contextlib
import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journeydesk import config
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import noted, tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.integrations import NOTIFICATIONS
from journeydesk.services.sync.checking import check_service
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.notifications.checking import check_notifications
from journeydesk.ui.notifications.tray import has_tray
from journeydesk.ui.tabs.settings import pages
from journeydesk.ui.tabs.settings.changes_sheet import ChangesSheet
from journeydesk.ui.tabs.settings.evaluation_bar import EvaluationBar
from journeydesk.ui.tabs.settings.form import FormPage
from journeydesk.ui.tabs.settings.integrations.opening import open_set_up, open_test
from journeydesk.ui.tabs.settings.integrations.page import Integrations
from journeydesk.ui.tabs.settings.page import SettingsPage
from journeydesk.ui.tabs.settings.page_list import PageList
from journeydesk.ui.tabs.settings.saving import Saving
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.targets import PageTarget, RuleTarget, Target
from journeydesk.ui.theme import Theme

if TYPE_CHECKING:
    from journeydesk.ui.tabs.settings.computer.shortcuts import ShortcutsPage
    from journeydesk.ui.window.host import Host

    _Page = SettingsPage | FormPage | ShortcutsPage

_PAGES: tuple[tuple[str, str], ...] = (
    (noted("General"), "sliders"),
    (noted("Team"), "users"),
    (noted("Journeys and stages"), "steps"),
    (noted("Scoring"), "target"),
    (noted("Alert rules"), "bell"),
    (noted("Automation"), "bolt"),
    (noted("Messages"), "mail"),
    (noted("Money"), "card"),
    (noted("Upgrades"), "trend"),
    (noted("Integrations"), "plug"),
    (noted("Calendars"), "calendar"),
    (noted("Sync and storage"), "db"),
    (noted("Shortcuts"), "keyboard"),
    (noted("Appearance"), "sun"),
    (noted("About"), "info"),
)
_NAMES = tuple(name for name, _ in _PAGES)
_FIRST = "Integrations"


class SettingsTab(Tab):
    """Opens on Integrations, where most that goes wrong shows. A page is made when it is first wanted."""

    _checked = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self._checks: set[str] = set()
        self._trouble = 0
        self.saving = Saving(context, self)
        self.saving.said.connect(self.said)
        self.saving.failed.connect(self.failed)
        self.list = PageList(theme, _PAGES, self)
        self.stack = QStackedWidget(self)
        self.stack.setProperty("kind", "base")
        self.stack.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.integrations = Integrations(context, theme, self, lambda: self._checks)
        self.integrations.check_requested.connect(self._check)
        self.integrations.set_up_requested.connect(self._set_up)
        self.integrations.test_requested.connect(self._test)
        self.integrations.end_to_end_requested.connect(self._check_onboarding)
        self.integrations.said.connect(self.said)
        self.integrations.troubled.connect(self._show_trouble)
        self._checked.connect(self.integrations.refresh)
        self._made: dict[str, _Page | Integrations] = {"Integrations": self.integrations}
        self._window: Host | None = None
        self.stack.addWidget(self.integrations)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.stack, 1)
        right.addWidget(EvaluationBar(theme, self.saving))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addLayout(right, 1)
        self.list.currentRowChanged.connect(lambda place: self._open(_NAMES[place]))
        self.list.into_page.connect(self._enter_page)
        self.show_page(_FIRST)

    def meet(self, window: "Host") -> None:
        self._window = window

    def page(self, name: str) -> QWidget:
        """A page by its name in the list, made when it is first wanted."""
        if pages.is_of_team(name) and name not in self._made:
            page = pages.team_page(name, self.context, self.theme, self.saving)
            page.prospect_requested.connect(self.prospect_requested)
            page.page_requested.connect(self.show_page)
            page.changes_requested.connect(self.show_changes)
            page.drafted.connect(partial(self.list.mark, _NAMES.index(name), name))
            self._take(name, page)
        elif name not in self._made:
            self._take(name, self._own_page(name))
        return self._made[name]

    def _own_page(self, name: str) -> "FormPage | ShortcutsPage":
        """A page of this computer's own values."""
        assert self._window is not None
        page = pages.own_page(name, self.context, self.theme, self._window)
        if isinstance(page, FormPage):
            page.said.connect(self.said)
            page.failed.connect(self.failed)
            page.page_requested.connect(self.show_page)
        return page

    def _take(self, name: str, page: "_Page") -> None:
        self._made[name] = page
        self.stack.addWidget(page)

    def show_page(self, name: str) -> None:
        """Goes to a page by its name in the list."""
        place = _NAMES.index(name)
        if self.list.currentRow() == place:
            self._open(name)
        else:
            self.list.setCurrentRow(place)

    def show_rule(self, name: str) -> None:
        """Goes to an alert rule by its name, with its numbers open."""
        from journeydesk.ui.tabs.settings.rules.page import RulesPage

        self.show_page("Alert rules")
        page = self.page("Alert rules")
        if not isinstance(page, RulesPage) or not page.show_rule(name):
            self.said.emit(tr("This version does not know the rule “{name}”", name=name), False)

    def _open(self, name: str) -> None:
        page = self.page(name)
        if isinstance(page, SettingsPage) and page.is_stale:
            page.read_again()
        elif isinstance(page, FormPage):
            # What the menu changed, and what passes by itself.
            page.read_again()
        self.stack.setCurrentWidget(page)
        self.hints_changed.emit()

    def _enter_page(self) -> None:
        page = self.stack.currentWidget()
        first = (
            next((widget for widget in page.findChildren(QWidget) if _takes_keys(widget, page)), None)
            if page is not None
            else None
        )
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def show_changes(self, title: str, prefixes: Sequence[str]) -> None:
        ChangesSheet(self.context, self.theme, self.window(), title, prefixes).open()

    def _check(self, name: str) -> None:
        """Checks a service beside the window; one check of it at a time."""
        if name in self._checks:
            return
        self._checks.add(name)
        self.integrations.refresh()
        known = config.connections()
        ask = partial(check_notifications, has_tray()) if name == NOTIFICATIONS else None
        arguments = (self.context, known, name, ask)
        threading.Thread(target=self._check_and_tell, args=arguments, name="check", daemon=True).start()

    def _check_and_tell(self, context: Context, known: config.Connections, name: str, ask: Callable[[], str] | None) -> None:
        # The window, and the database with it, may close meanwhile.
        with contextlib.suppress(JourneydeskError):
            check_service(context, known, name, ask)
        self._checks.discard(name)
        with contextlib.suppress(RuntimeError):
            self._checked.emit()

    def _set_up(self, name: str) -> None:
        if self._window is not None:
            open_set_up(self._window, name)

    def _test(self, name: str) -> None:
        if self._window is not None:
            open_test(self._window, name)

    def _check_onboarding(self) -> None:
        if self._window is not None:
            self._window.deeds.check_onboarding()

    def _show_trouble(self, count: int) -> None:
        """The page of services shows by its mark in the list that one does not work."""
        if count != self._trouble:
            self._trouble = count
            self.list.show_trouble(_NAMES.index("Integrations"), count)

    def refresh(self, change: Change) -> None:
        """Shows new checks and syncs, and what changed of the page shown; the others read when they are shown again."""
        if change.kinds & {"settings", "sync"}:
            self.integrations.refresh()
        for page in self._made.values():
            if not isinstance(page, Integrations):
                page.refresh(change)

    def asks_again(self) -> bool:
        """Checks every service, where they are shown."""
        if self.stack.currentWidget() is not self.integrations:
            return False
        self.integrations.check_all()
        return True

    def hints(self) -> Sequence[Hint]:
        """The keys of the list."""
        if self.stack.currentWidget() is self.integrations:
            return (
                hint(tr("service"), Action.UP, Action.DOWN),
                hint(tr("details"), Action.TAKE),
                hint(tr("check all"), Action.SYNC),
            )
        return (hint(tr("page"), Action.UP, Action.DOWN), hint(tr("into the page"), Action.TAKE), hint(tr("undo"), Action.UNDO))

    def show_target(self, target: Target) -> None:
        """Goes to a page or a rule."""
        if isinstance(target, PageTarget):
            self.show_page(target.page)
        elif isinstance(target, RuleTarget):
            self.show_rule(target.rule)

    def take_focus(self) -> None:
        """The list of pages has the keys."""
        self.list.setFocus()


def _takes_keys(widget: QWidget, page: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisibleTo(page) and widget.isEnabled()
