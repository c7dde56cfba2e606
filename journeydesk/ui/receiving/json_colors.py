"""JSON in two inks while it is typed: names quieter than values."""

import re

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from journeydesk.ui.theme import Theme

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"(\s*:)?')


class JsonColors(QSyntaxHighlighter):
    """Colours a document, and anew with another theme."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        for found in _STRING.finditer(text):
            name = found.group(1) is not None
            ink = QTextCharFormat()
            ink.setForeground(self._theme.color("text2" if name else "accent-ink"))
            self.setFormat(found.start(), len(found.group().rstrip(": ")), ink)
