"""The left side of the inbox: states with counts, the filter in force, the list, and what is muted."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from journeydesk.domain.words import tr, tr_count
from journeydesk.ui.mirror import under
from journeydesk.ui.tabs.alerts.inbox_list import InboxList
from journeydesk.ui.tabs.alerts.status_tabs import StatusTabs
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton
from journeydesk.ui.widgets.chips import FilterToken

LIST_WIDTH = 424
_HEAD = 43


class ListPane(QWidget):
    """White, with a line at its right edge. Asks for its menus by signals."""

    filter_requested = Signal()
    muted_requested = Signal()
    unfiltered = Signal(str)

    def __init__(self, theme: Theme, inbox: InboxList) -> None:
        super().__init__()
        self._theme = theme
        self._switch: QWidget | None = None
        self.states = StatusTabs(theme)
        self.filter_button = IconButton(theme, "filter", tr("Filter and group (F)"))
        self.filter_button.clicked.connect(self.filter_requested)
        self._tokens = QWidget()
        self._token_row = QHBoxLayout(self._tokens)
        self._token_row.setContentsMargins(12, 6, 12, 6)
        self._token_row.setSpacing(6)
        self._tokens.hide()
        self.muted = QPushButton()
        self.muted.setProperty("kind", "link")
        self.muted.clicked.connect(self.muted_requested)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(12, 5, 12, 5)
        foot.addWidget(self.muted)
        foot.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(10, 8, 3, 8)
        head.setSpacing(0)
        head.addWidget(self.states)
        head.addStretch(1)
        head.addWidget(self.filter_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._tokens)
        layout.addWidget(inbox, 1)
        layout.addWidget(self._foot)
        self._foot.hide()
        theme.changed.connect(self.update)

    def stand_below(self, switch: QWidget) -> None:
        """The switch between alerts and messages stands above all else."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, switch)
        self._switch = switch

    def show_filter(self, chosen: dict[str, str | None]) -> None:
        """Shows what narrows the list, each with a cross."""
        while (item := self._token_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for kind, value in chosen.items():
            if value is not None:
                token = FilterToken(self._theme, kind.capitalize(), value or tr("Nobody"))
                token.removed.connect(lambda k=kind: self.unfiltered.emit(k))
                token.clicked.connect(self.filter_requested)
                self._token_row.addWidget(token)
        self._token_row.addStretch(1)
        narrowed = any(value is not None for value in chosen.values())
        self._tokens.setVisible(narrowed)
        self.filter_button.setAccessibleName(tr("Filter and group (F)") + (tr(", on") if narrowed else ""))

    def show_muted(self, count: int) -> None:
        """Says how much is muted; nothing where nothing is."""
        self.muted.setText(tr_count("{count} rule muted…", "{count} rules muted…", count))
        self.muted.setAccessibleName(tr("{text} Opens what can be unmuted", text=self.muted.text()))
        self._foot.setVisible(count > 0)

    def open_below(self, menu: QMenu, button: QWidget) -> None:
        """Opens a menu at a button."""
        menu.popup(button.mapToGlobal(under(button.rect(), 0, 3)))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("base"))
            above = self._switch.height() if self._switch is not None else 0
            if above:
                painter.fillRect(0, above - 1, self.width(), 1, self._theme.color("line"))
            painter.fillRect(0, above + _HEAD, self.width(), 1, self._theme.color("line"))
            for part, edge in ((self._tokens, "bottom"), (self._foot, "top")):
                if part.isVisible():
                    y = part.geometry().bottom() if edge == "bottom" else part.geometry().top()
                    painter.fillRect(0, y, self.width(), 1, self._theme.color("line"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.color("line2"))
