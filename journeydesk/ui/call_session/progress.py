"""The bar above a session: its name, how far it is, and what can be done."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from journeydesk.domain.words import figure, percent, tr
from journeydesk.ui import tokens
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label


class _Share(QWidget):
    """How much of the list is done, as a thin bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(4)
        self.setMinimumWidth(60)
        self.setMaximumWidth(220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(160, 4)

    def show_share(self, share: float) -> None:
        """Between 0 and 1."""
        self._share = share
        self.setAccessibleName(tr("{share} of the list is done", share=percent(share)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("line2"))
            painter.drawRoundedRect(self.rect(), 2, 2)
            painter.setBrush(self._theme.color("accent-fill"))
            painter.drawRoundedRect(QRect(0, 0, int(self.width() * self._share), self.height()), 2, 2)


class SessionBar(QWidget):
    """Back, skip and pause are buttons with their keys."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.TOP_BAR)
        self.name = label(theme, step=2, weight=600)
        self.place = label(theme, kind="secondary")
        self._share = _Share(theme)
        self.back = KeyButton(theme, tr("Back"), icon="left", key=Action.BACK.cap, parent=self)
        self.skip = KeyButton(theme, tr("Skip"), icon="right", key=Action.SKIP.cap, parent=self)
        self.pause = KeyButton(theme, tr("Pause"), icon="hourglass", key=Action.PAUSE.cap, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.name)
        row.addSpacing(4)
        row.addWidget(self.place)
        row.addWidget(self._share)
        row.addStretch(1)
        for button in (self.back, self.skip, self.pause):
            row.addWidget(button)

    def show_place(self, name: str, place: int, total: int) -> None:
        """The third of twelve."""
        self.name.setText(tr("Calling {name}", name=name))
        self.place.setText(tr("{place} of {total}", place=figure(place + 1), total=figure(total)))
        self._share.show_share(place / total if total else 0)
        self.back.setEnabled(place > 0)

    def show_end(self, name: str, total: int) -> None:
        """All are through."""
        self.name.setText(tr("Calling {name}", name=name))
        self.place.setText(tr("{total} of {total}", total=figure(total)))
        self._share.show_share(1)

    def enable(self, on: bool) -> None:
        """Nothing to skip after the end."""
        for button in (self.back, self.skip, self.pause):
            button.setVisible(on)
