"""Marks `15m` and `>fri` in a note while it is typed."""

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from journeydesk.services.calls.composer import parse_note
from journeydesk.services.context import Context
from journeydesk.ui.theme import Theme


class TokenMarker(QSyntaxHighlighter):
    """Each token on the soft accent."""

    def __init__(self, context: Context, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._context = context
        self._theme = theme

    def highlightBlock(self, text: str) -> None:
        style = QTextCharFormat()
        style.setBackground(QColor(self._theme.color("accent-soft")))
        style.setForeground(QColor(self._theme.color("accent-ink")))
        for start, end in parse_note(self._context, text).spans:
            self.setFormat(start, end - start, style)
