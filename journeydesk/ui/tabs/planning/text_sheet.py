"""A text made for a customer, to be read and copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.form_sheet import FormSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton


class TextSheet(FormSheet):
    """Plain text, whatever it holds."""

    def __init__(self, theme: Theme, window: QWidget, title: str, text: str) -> None:
        super().__init__(theme, window, 640, "file", title)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setPlainText(text)
        self.text.setAccessibleName(title)
        self.text.setMinimumHeight(360)
        self.text.setTabChangesFocus(True)
        self.body.addWidget(self.text)
        copy = KeyButton(theme, tr("Copy"), icon="copy", parent=self.sheet)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        close = KeyButton(theme, tr("Close"), key=Action.CLOSE.cap, parent=self.sheet)
        close.clicked.connect(self.done)
        self.foot.addStretch(1)
        self.foot.addWidget(copy)
        self.foot.addWidget(close)

    def take_focus(self) -> None:
        """The text."""
        self.text.setFocus()
