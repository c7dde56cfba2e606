"""The chooser of the table: what stands for ours in the base."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.key_map import is_key_of
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.painting import paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip


class TableButton(QAbstractButton):
    """Shows a name; a press asks for the list."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_table = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Table in the base"))
        self.setMinimumWidth(120)
        self.setMaximumWidth(220)
        theme.changed.connect(self.update)

    def show_table(self, words: str, has_table: bool, problem: bool) -> None:
        """Shows the name of a table, or words in its place."""
        self.setText(words)
        self._has_table = has_table
        self.setAccessibleName(
            tr("Table in the base: {words}{decide}", words=words, decide=tr(", to decide") if problem else "")
        )
        self.setToolTip(tip(words))
        self.setProperty("problem", problem)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, 28)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A plain button takes Enter for nothing; every other chooser opens with it.
        if is_key_of(Action.TAKE, event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, focused = self._theme, self.hasFocus()
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line = "accent" if focused else "warn-mark" if self.property("problem") else "ctl"
            painter.setPen(QPen(theme.color(line), 2 if focused else 1))
            painter.setBrush(theme.color("hover" if self.underMouse() else "base"))
            inset = 1 if focused else 0.5
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
            if self._has_table:
                theme.paint_icon(painter, QRect(11, 6, 16, 16), "table", "text2")
            painter.setFont(theme.font(0, 500 if self._has_table else 400))
            painter.setPen(theme.color("text" if self._has_table else "text2"))
            left = 35 if self._has_table else 11
            paint_text(painter, QRect(left, 0, self.width() - left - 30, self.height()), self.text())
            theme.paint_icon(painter, QRect(self.width() - 25, 6, 16, 16), "down", "text2")
