"""A row of buttons one of which is chosen: those without room are behind “…”, and the chosen one is always seen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.mirror import under
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton
from journeydesk.ui.widgets.popovers.action_menu import ActionMenu

_GAP = 2


class FoldedRow(QWidget):
    """Holds the buttons of a group, which give way from the end."""

    def __init__(self, theme: Theme, group: QButtonGroup, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons = group.buttons()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for button in self._buttons:
            row.addWidget(button)
        self.more = IconButton(theme, "more", tr("More"), parent=self)
        self.more.setFixedSize(28, 22)
        self.more.clicked.connect(self._open)
        self.more.hide()
        row.addWidget(self.more)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        group.buttonToggled.connect(lambda _, on: self.fit() if on else None)

    def sizeHint(self) -> QSize:
        return QSize(self._needed(self._buttons), max(button.sizeHint().height() for button in self._buttons))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        # The style, which the widths come from, is there now.
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Shows as many as there is room for; to be called where a button's words changed."""
        shown, room = list(self._buttons), self.width()
        if self._needed(shown) > room:
            room -= self.more.width() + _GAP
            while len(shown) > 1 and self._needed(shown) > room:
                shown.remove(next(button for button in reversed(shown) if not button.isChecked()))
        for button in self._buttons:
            button.setVisible(button in shown)
        self.more.setVisible(len(shown) < len(self._buttons))

    def _needed(self, buttons: list[QAbstractButton]) -> int:
        widths = [max(button.sizeHint().width(), button.minimumWidth()) for button in buttons]
        return sum(widths) + _GAP * (len(widths) - 1)

    def _open(self) -> None:
        menu = ActionMenu(self._theme, self)
        for button in self._buttons:
            if button.isHidden():
                menu.add(button.text(), button.click)
        menu.popup(self.more.mapToGlobal(under(self.more.rect())))
