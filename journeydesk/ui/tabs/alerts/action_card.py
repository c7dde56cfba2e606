"""The one action that an alert recommends, with a button that does it."""

from PySide6.QtCore import QRectF, QUrl
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label


class ActionCard(QWidget):
    """Title and sentence; the button calls, or writes where there is no phone number."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._target = ""
        self._title = label(theme, weight=600)
        self._text = label(theme, step=-1, kind="secondary", wrap=True)
        self._icon = IconLabel(theme, "phone", "accent")
        self.call = KeyButton(theme, "", icon="phone")
        self.write = KeyButton(theme, "", icon="mail")
        for button in (self.call, self.write):
            button.clicked.connect(self._reach)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(17, 14, 15, 14)
        layout.setSpacing(14)
        layout.addWidget(self._icon)
        layout.addLayout(words, 1)
        layout.addWidget(self.call)
        layout.addWidget(self.write)
        theme.changed.connect(self.update)

    def show_action(self, title: str, text: str, phone: str, email: str) -> None:
        """Shows what to do and how to reach the person."""
        self._title.setText(title)
        self._text.setText(text)
        self._target = f"tel:{phone.replace(' ', '')}" if phone else f"mailto:{email}" if email else ""
        self.call.setText(phone)
        self.call.setAccessibleName(f"Call {phone}")
        self.call.setVisible(bool(phone))
        self.write.setText(email)
        self.write.setAccessibleName(f"Write to {email}")
        self.write.setVisible(bool(email) and not phone)
        self.setAccessibleName(f"{title}. {text}")

    def _reach(self) -> None:
        QDesktopServices.openUrl(QUrl(self._target))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft ground in the accent's frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 1))
        painter.setBrush(self._theme.color("accent-soft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()
