"""The one action that an alert recommends, with a button that opens its form, and the way to reach the person."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.alerts.alert import Act
from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.outside import open_address
from journeydesk.ui.restyling import restyle
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label

_ACTS: dict[Act, tuple[str, str]] = {
    "call": (tr("Log call"), "phone"),
    "email": (tr("Log e-mail"), "mail"),
    "task": (tr("Add task"), "check"),
    "open": (tr("Open prospect"), "external"),
    "list": (tr("Show prospects"), "users"),
    "report": (tr("Open reports"), "chart"),
    "integrations": (tr("Open integrations"), "plug"),
}
"""The button's words and icon for each form."""


class ActionCard(QWidget):
    """Title and sentence; one button opens the form, the other calls, or writes where there is no phone number."""

    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._target = ""
        self._title = label(theme, weight=600)
        self._text = label(theme, step=-1, kind="secondary", wrap=True)
        self._icon = IconLabel(theme, "spark", "accent")
        self.act = KeyButton(theme, "", key=Action.ALERT_ACT.cap)
        self.call = KeyButton(theme, "", icon="phone", kind="flat")
        self.write = KeyButton(theme, "", icon="mail", kind="flat")
        self.act.clicked.connect(self.acted)
        for button in (self.call, self.write):
            button.clicked.connect(self._reach)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(17, 14, 15, 14)
        layout.setSpacing(14)
        layout.addWidget(self._icon)
        layout.addLayout(words, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        for button in (self.act, self.call, self.write):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(buttons)
        theme.changed.connect(self.update)

    def show_action(self, title: str, text: str, act: Act, phone: str, email: str, *, done: bool) -> None:
        """Shows what to do, with which form, and how to reach the person; `done` where nothing is left to do."""
        words, _ = _ACTS[act]
        self.act.setText(words)
        self.act.setAccessibleName(tr("{words}: {title} (Enter)", words=words, title=title))
        restyle(self.act, "kind", "default" if done else "primary")
        self.act.updateGeometry()
        self._title.setText(title)
        self._text.setText(text)
        self._target = f"tel:{phone.replace(' ', '')}" if phone else f"mailto:{email}" if email else ""
        self.call.setText(phone)
        self.call.setAccessibleName(tr("Call {phone}", phone=phone))
        self.call.setVisible(bool(phone))
        self.write.setText(email)
        self.write.setAccessibleName(tr("Write to {email}", email=email))
        self.write.setVisible(bool(email) and not phone)
        for button in (self.call, self.write):
            button.updateGeometry()
        self.setAccessibleName(f"{title}. {text}")

    def _reach(self) -> None:
        open_address(self._target)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.setBrush(self._theme.color("accent-soft"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
