"""The text of the guide: pictures from the resources, no other files, links by the program that opens links."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFontDatabase,
    QImage,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from journeydesk import config
from journeydesk.domain.words import tr
from journeydesk.ui.outside import open_address
from journeydesk.ui.theme import Theme

_PICTURES = "resources/"
_MARGIN = 28
_OBJECT = "\ufffc"
"""Stands in a text for a picture."""


class Reader(QTextBrowser):
    """Shows Markdown that ships with the program; what is looked for is marked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._markdown = ""
        self.setOpenLinks(False)
        self.setStyleSheet("QTextBrowser { border: none; padding: 0; }")
        self.setAccessibleName(tr("The guide's text"))
        self.document().setDocumentMargin(_MARGIN)
        self.anchorClicked.connect(lambda link: open_address(link.toString()))

    def show_text(self, markdown: str) -> None:
        """Shows another text, from its beginning."""
        self._markdown = markdown
        self.setFont(self._theme.font())
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.color("base"))
        palette.setColor(QPalette.ColorRole.Text, self._theme.color("text"))
        self.setPalette(palette)
        self.document().setDefaultFont(self._theme.font(1))
        self.setMarkdown(markdown)
        self._space_out()
        self._fit_pictures()

    def renew(self) -> None:
        """Shows the same in the colours and sizes of now; the place stays."""
        bar = self.verticalScrollBar()
        before = bar.value()
        self.show_text(self._markdown)
        bar.setValue(before)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        path = QUrl(name).toString()
        if kind == QTextDocument.ResourceType.ImageResource.value and path.startswith(_PICTURES):
            file = (config.resources() / path.removeprefix(_PICTURES)).resolve()
            if file.is_relative_to(config.resources().resolve()):
                return self._smooth(QImage(str(file)))
        return None

    def _smooth(self, picture: QImage) -> QImage:
        """A picture in the width in which it is shown: a text would scale it by leaving out rows and columns."""
        ratio = self.devicePixelRatioF()
        shown = picture.scaledToWidth(round(self._room * ratio), Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(ratio)
        return shown

    @property
    def _room(self) -> int:
        return min(900, max(200, self.viewport().width() - 2 * _MARGIN - 8))

    def _space_out(self) -> None:
        """Room above headings and between paragraphs; commands on a ground of their own, in smaller letters."""
        small = QTextCharFormat()
        small.setFont(self._theme.font(-1))
        small.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            shape = block.blockFormat()
            level = shape.headingLevel()
            if _is_command(block):
                last = not (block.next().isValid() and _is_command(block.next()))
                shape.setBackground(self._theme.color("sunk"))
                shape.setBottomMargin(12 if last else 0)
                letters = QTextCursor(block)
                letters.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                letters.mergeCharFormat(small)
            else:
                shape.setTopMargin({2: 22, 3: 18}.get(level, 0))
                shape.setBottomMargin(6 if level or block.textList() else 10)
                shape.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setBlockFormat(shape)
            block = block.next()

    def _fit_pictures(self) -> None:
        """No picture is wider than the text."""
        room = self._room
        block = self.document().begin()
        while block.isValid():
            for place, letter in enumerate(block.text()):
                if letter == _OBJECT:
                    cursor = QTextCursor(block)
                    cursor.setPosition(block.position() + place)
                    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
                    picture = cursor.charFormat().toImageFormat()
                    picture.setWidth(room)
                    cursor.setCharFormat(picture)
                    # The air between lines of text is a share of a line, and a picture is a high one.
                    shape = block.blockFormat()
                    shape.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
                    cursor.setBlockFormat(shape)
            block = block.next()

    def go_to_heading(self, title: str) -> None:
        """Brings a chapter to the top."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text() == title:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(int(top) - 8)
                return
            block = block.next()

    def mark(self, typed: str) -> int:
        """Marks every place where the words stand; how many there are."""
        marks: list[QTextEdit.ExtraSelection] = []
        if typed.strip():
            shape = QTextCharFormat()
            shape.setBackground(self._theme.color("warn-soft"))
            shape.setForeground(self._theme.color("text"))
            cursor = self.document().find(typed)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, shape
                marks.append(mark)
                cursor = self.document().find(typed, cursor)
        self.setExtraSelections(marks)
        return len(marks)

    def go_on(self, typed: str, *, back: bool = False) -> bool:
        """Goes to the next place of the words, from the end to the first; False where there is none."""
        way = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        if self.find(typed, way):
            return True
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        return self.find(typed, way)


def _is_command(block: QTextBlock) -> bool:
    """A line of code: its first and its last letter are of one width."""
    if block.length() < 3:
        return False
    ends = (block.position() + 1, block.position() + block.length() - 1)
    return all(_shape_before(block, end).fontFixedPitch() or _is_mono(_shape_before(block, end)) for end in ends)


def _shape_before(block: QTextBlock, position: int) -> QTextCharFormat:
    cursor = QTextCursor(block)
    cursor.setPosition(position)
    return cursor.charFormat()


def _is_mono(shape: QTextCharFormat) -> bool:
    families = shape.fontFamilies()
    return bool(families) and any("mono" in str(family).casefold() for family in families)
