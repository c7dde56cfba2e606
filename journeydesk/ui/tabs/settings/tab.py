"""The settings tab: pages on the left, the page chosen beside them."""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from journeydesk import config
from journeydesk.services.changes import Change
from journeydesk.services.checking import check_service
from journeydesk.services.context import Context
from journeydesk.ui.tabs.settings import pages
from journeydesk.ui.tabs.settings.integrations import Integrations
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.hints import Hint

_PAGES: tuple[tuple[str, str, pages.Maker | None], ...] = (
    ("General", "sliders", pages.general),
    ("Journeys and stages", "steps", pages.journeys),
    ("Scoring", "target", pages.scoring),
    ("Alert rules", "bell", pages.alert_rules),
    ("Integrations", "plug", None),
    ("Sync and storage", "db", pages.sync_and_storage),
    ("Shortcuts", "keyboard", pages.shortcuts),
    ("Appearance", "sun", pages.appearance),
    ("About", "info", pages.about),
)
_FIRST = 4


class SettingsTab(Tab):
    """Opens on Integrations, where most that goes wrong shows."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self._checks: set[str] = set()
        self.list = QListWidget(self)
        self.list.setAccessibleName("Settings pages")
        self.list.setFixedWidth(205)
        self.list.setIconSize(QSize(16, 16))
        self.list.setSpacing(1)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.stack = QStackedWidget(self)
        self.stack.setProperty("kind", "base")
        self.stack.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.integrations = Integrations(context, theme, self)
        self.integrations.check_wanted.connect(self._check)
        for name, _, maker in _PAGES:
            self.list.addItem(QListWidgetItem(name))
            self.stack.addWidget(self.integrations if maker is None else maker(context, theme))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(self.stack, 1)
        self.list.currentRowChanged.connect(self._show_page)
        self.list.setCurrentRow(_FIRST)
        theme.changed.connect(self._color)
        self._color()

    def _color(self) -> None:
        t = self.theme.hex
        self.list.setStyleSheet(
            f"QListWidget {{ background: {t('win')}; border-right: 1px solid {t('line')}; padding: 8px 6px; }}"
            f"QListWidget::item {{ height: 27px; padding-left: 4px; border-radius: 4px; color: {t('text')}; }}"
            f"QListWidget::item:selected {{ background: {t('sel')}; color: {t('text')}; }}"
            f"QListWidget::item:hover:!selected {{ background: {t('hover')}; }}"
        )
        for place, (_, icon, _maker) in enumerate(_PAGES):
            self.list.item(place).setIcon(self.theme.icon(icon, "text2"))

    def _show_page(self, place: int) -> None:
        maker = _PAGES[place][2]
        if maker is not None:
            # Pages tell facts of now, so they are made anew when they are opened.
            old = self.stack.widget(place)
            self.stack.insertWidget(place, maker(self.context, self.theme))
            if old is not None:
                self.stack.removeWidget(old)
                old.deleteLater()
        self.stack.setCurrentIndex(place)
        self.hints_changed.emit()

    def _check(self, name: str) -> None:
        if name in self._checks:
            return
        self._checks.add(name)
        self.said.emit(f"Checking {name}", False)
        known = config.connections()
        threading.Thread(target=check_service, args=(self.context, known, name), name="check", daemon=True).start()

    def refresh(self, change: Change) -> None:
        """Shows new checks and syncs."""
        if change.kinds & {"settings", "sync"}:
            if "settings" in change.kinds:
                self._checks.clear()
            self.integrations.read()

    def hints(self) -> Sequence[Hint]:
        """The keys of the list."""
        return ((("↑", "↓"), "page"), (("Ctrl+1",), "prospects"))

    def take_focus(self) -> None:
        """The list of pages has the keys."""
        self.list.setFocus()
