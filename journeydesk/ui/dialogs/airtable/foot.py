"""The foot of the set-up: what is left to do, and the ways on, back and out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label

_ICONS = {"warn": ("warn", "warn"), "ok": ("ok-circle", "ok")}


class SetUpFoot(QWidget):
    """Words at the left, buttons at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "win")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(60)
        self._icon = IconLabel(theme, "warn", "warn")
        self._lead = label(theme, weight=600)
        self.words = label(theme, kind="secondary", wrap=True)
        self.back = KeyButton(theme, tr("Back"), key=Action.STEP_BACK.cap, parent=self)
        self.stop = KeyButton(theme, tr("Skip for now"), kind="flat", parent=self)
        self.on = KeyButton(theme, tr("Continue"), key=Action.ACCEPT.cap, kind="primary", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 0, 28, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._lead)
        row.addWidget(self.words, 1)
        for button in (self.back, self.stop, self.on):
            row.addWidget(button)

    def say(self, lead: str, words: str, state: str) -> None:
        """Shows what matters most, then the rest; `state` is warn, ok or nothing."""
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self.words.setText(words)
        self._icon.setVisible(state in _ICONS)
        if state in _ICONS:
            self._icon.show_icon(*_ICONS[state])

    def fit(self) -> None:
        """Gives the buttons the width that their words need."""
        for button in (self.back, self.stop, self.on):
            button.setAccessibleName(button.text())
            button.updateGeometry()
