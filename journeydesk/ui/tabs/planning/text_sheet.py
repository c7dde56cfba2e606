"""A text made for a customer, to be read and copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton


class TextSheet(FramedSheet):
    """Plain text, whatever it holds."""

    def __init__(self, theme: Theme, window: QWidget, title: str, text: str) -> None:
        super().__init__(theme, window, 640, title, icon="file")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setPlainText(text)
        self.text.setAccessibleName(title)
        self.text.setMinimumHeight(360)
        self.text.setTabChangesFocus(True)
        self.body.addWidget(self.text)
        copy = KeyButton(theme, tr("Copy"), icon="copy", parent=self.sheet)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        self.offer(copy, leave=tr("Close"))

    def take_focus(self) -> None:
        """The text."""
        self.text.setFocus()
