"""The painted parts above the questions: whose record it is, and the heads of the columns."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.queries.conflicts import ConflictRow
from journeydesk.ui.dialogs.conflicts.question_row import Columns
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.mirror import draw_text, painter_on, seen_rect
from journeydesk.ui.painting import CENTER, LEFT, initials, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton

_KEPT = tr("Pick a value per field. Nothing is lost: the other version stays in the history")


def sentences(row: ConflictRow) -> tuple[str, str]:
    """What happened, and what there is to do."""
    name = row.company or row.key or tr("A record")
    if row.slug != "prospects":
        name = f"{name}, {row.table} {row.key}"
    if row.kind == "gone":
        return tr("{name} was deleted in Airtable and edited here", name=name), tr(
            "Keep it, and it is made anew there; or let it go here too."
        )
    if row.kind == "undo":
        return (
            tr("{name} was changed in Airtable since your last step", name=name),
            tr("Mine is what undoing would put back. Theirs is what stands there now; it stays unless you pick mine."),
        )
    whose = tr("of the prospect.") if row.slug == "prospects" else tr("of the record.")
    return tr("{name} was changed here and in Airtable", name=name), f"{_KEPT} {whose}"


class WhoseRecord(QWidget):
    """Initials, what happened, and the two buttons that pick one side for every field."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self._words = ("", "")
        self.setFixedHeight(60)
        self.all_mine = KeyButton(theme, tr("All mine"), key=Action.ALL_MINE.cap, parent=self)
        self.all_theirs = KeyButton(theme, tr("All theirs"), key=Action.ALL_THEIRS.cap, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self.all_mine)
        row.addWidget(self.all_theirs)
        theme.changed.connect(self.update)

    def show_row(self, row: ConflictRow) -> None:
        """Shows whose record is in question."""
        self._name = row.company or row.key
        self._words = sentences(row)
        gone = row.kind == "gone"
        self.all_mine.setText(tr("Keep it") if gone else tr("All mine"))
        self.all_theirs.setText(tr("Let it go") if gone else tr("All theirs"))
        for button, key in ((self.all_mine, Action.ALL_MINE.label), (self.all_theirs, Action.ALL_THEIRS.label)):
            button.setAccessibleName(f"{button.text()} ({key})")
            button.updateGeometry()
        self.setAccessibleName(". ".join(self._words))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), theme.color("base"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
            painter.setPen(QPen(theme.color("line"), 1))
            painter.setBrush(theme.color("sunk"))
            painter.drawRoundedRect(QRectF(18.5, 12.5, 33, 33), 4, 4)
            painter.setFont(theme.font(0, 600))
            painter.setPen(theme.color("text2"))
            draw_text(painter, QRect(18, 12, 34, 34), CENTER, initials(self._name))
            room = seen_rect(self, self.all_mine.geometry()).left() - 64 - 16
            painter.setPen(theme.color("text"))
            paint_text(painter, QRect(64, 11, room, 18), self._words[0])
            painter.setFont(theme.font(-1))
            painter.setPen(theme.color("text2"))
            paint_text(painter, QRect(64, 29, room, 17), self._words[1])


class ColumnHeads(QWidget):
    """Field, Before, Mine, Theirs, Will be saved; below each who and when."""

    def __init__(self, theme: Theme, columns: Columns, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns
        self._captions = ("", "", "", "")
        self.setFixedHeight(51)
        theme.changed.connect(self.update)

    def show_columns(self, columns: Columns) -> None:
        """Divides its width so."""
        self._columns = columns
        self.update()

    def show_captions(self, before: str, mine: str, theirs: str, saved: str) -> None:
        """Who and when, and how much is decided."""
        self._captions = before, mine, theirs, saved
        self.setAccessibleName(
            tr(
                "Before, {before}. Mine, {mine}. Theirs, {theirs}. Will be saved, {saved}",
                before=before,
                mine=mine,
                theirs=theirs,
                saved=saved,
            )
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, columns = self._theme, self._columns
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), theme.color("panel"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line2"))
            painter.setFont(theme.font(0, 600))
            painter.setPen(theme.color("text"))
            draw_text(painter, QRect(18, 8, columns.field - 18, 18), LEFT, tr("Field"))
            starts = [columns.field + place * columns.value for place in range(4)]
            for x, title, caption in zip(
                starts, (tr("Before"), tr("Mine"), tr("Theirs"), tr("Will be saved")), self._captions, strict=True
            ):
                painter.fillRect(x, 0, 1, self.height(), theme.color("line"))
                painter.setFont(theme.font(0, 600))
                painter.setPen(theme.color("text"))
                draw_text(painter, QRect(x + 12, 8, columns.value - 20, 18), LEFT, title)
                painter.setFont(theme.font(-1))
                painter.setPen(theme.color("text2"))
                paint_text(painter, QRect(x + 12, 26, columns.value - 20, 17), caption)
