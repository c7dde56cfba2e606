"""Whom a log is about: the one chosen, or a search that begins with the second letter."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QLineEdit, QListView, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.search import search_prospects
from journeydesk.services.rows.prospects import ProspectRow
from journeydesk.ui.dialogs.palette import Line, LineDelegate, LineModel
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.painting import chip_width, paint_chip, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

_LEAST = 2
_SHOWN = 6


class ChosenProspect(QAbstractButton):
    """The one chosen: company, person, stage; a press or Enter looks for another."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        look = self.asked.emit
        self._keys = KeyMap(Scope.FIELDS, {Action.TAKE: look, Action.TOGGLE: look, Action.DOWN: look})
        self._theme = theme
        self._row: ProspectRow | None = None
        self.setFixedHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(300, 30)

    def show_row(self, row: ProspectRow | None) -> None:
        """Shows somebody."""
        self._row = row
        self.setAccessibleName(
            tr("Prospect: {company}, {contact}. Enter looks for another", company=row.company, contact=row.contact)
            if row
            else tr("No prospect")
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, row = self._theme, self._row
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focused = self.hasFocus()
            painter.setPen(QPen(theme.color("accent" if focused else "ctl"), 2 if focused else 1))
            painter.setBrush(theme.color("base"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
            theme.paint_icon(painter, QRect(self.width() - 26, 8, 14, 14), "down", "text2")
            if row is not None:
                theme.paint_icon(painter, QRect(11, 7, 16, 16), "building", "text2")
                right = self.width() - 34
                if row.stage is not None:
                    right -= chip_width(theme, row.stage) + 6
                    paint_chip(painter, right, 15, theme, row.stage)
                painter.setFont(theme.font(0, 600))
                painter.setPen(theme.color("text"))
                x = 35 + paint_text(painter, QRect(35, 0, right - 45, 30), row.company or row.contact) + 8
                painter.setFont(theme.font())
                painter.setPen(theme.color("text2"))
                if row.company and x < right - 20:
                    paint_text(painter, QRect(x, 0, right - x - 8, 30), row.contact)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # What counts is where it is let go; nothing is painted pressed.
        event.accept()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            QWidget.keyPressEvent(self, event)


class ProspectField(QWidget):
    """Shows the chosen one or the search. `chosen` carries the prospect; the list of what was found hangs below the field, over
    what stands there."""

    chosen = Signal(int)

    def __init__(self, context: Context, theme: Theme, over: QWidget) -> None:
        super().__init__()
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.UP: partial(self._step, -1),
                Action.DOWN: partial(self._step, 1),
                Action.TAKE: lambda: self._take(self.list.currentIndex()),
                Action.LEAVE: self._close_list,
            },
        )
        self._context = context
        self._over = over
        self.shown = ChosenProspect(theme)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find a prospect: two letters of a company or a person"))
        self.field.setAccessibleName(tr("Find a prospect"))
        self.field.installEventFilter(self)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.shown)
        self._stack.addWidget(self.field)
        self.setFixedHeight(30)
        self.model = LineModel(self)
        self.popup = QFrame(over)
        self.popup.setProperty("kind", "card")
        self.list = QListView(self.popup)
        self.list.setModel(self.model)
        self.list.setItemDelegate(LineDelegate(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Prospects found"))
        self.list.clicked.connect(self._take)
        inside = QVBoxLayout(self.popup)
        inside.setContentsMargins(1, 5, 1, 5)
        inside.addWidget(self.list)
        self.popup.hide()
        self.found: list[RecordId] = []
        self.shown.asked.connect(self.search)
        self.field.textChanged.connect(self._look)

    def show_row(self, row: ProspectRow) -> None:
        """Shows who was chosen."""
        self.shown.show_row(row)
        self.popup.hide()
        self._stack.setCurrentWidget(self.shown)

    def search(self) -> None:
        """Looks for somebody; the keyboard is in the field."""
        self.field.clear()
        self._stack.setCurrentWidget(self.field)
        self.field.setFocus()

    def _look(self, typed: str) -> None:
        words = typed.strip()
        hits = search_prospects(self._context, words, _SHOWN) if len(words) >= _LEAST else []
        self.found = [hit.prospect for hit in hits]
        lines = [Line(hit.title, lambda: None, "building", hit.subtitle, hit.stage, spans=hit.spans) for hit in hits]
        self.model.show_lines(lines)
        if not hits:
            self.popup.hide()
            self.field.setToolTip(tip(tr("Nobody found") if len(words) >= _LEAST else ""))
            return
        self.list.setCurrentIndex(self.model.index(0))
        corner = self.mapTo(self._over, self.rect().bottomLeft())
        self.popup.setGeometry(corner.x(), corner.y() + 3, self.width(), 36 * len(hits) + 12)
        self.popup.show()
        self.popup.raise_()

    def _take(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.found):
            self.popup.hide()
            self.chosen.emit(self.found[index.row()])

    def _step(self, by: int) -> bool:
        if self.found:
            place = max(0, min(len(self.found) - 1, self.list.currentIndex().row() + by))
            self.list.setCurrentIndex(self.model.index(place))
        return bool(self.found)

    def _close_list(self) -> bool:
        visible = self.popup.isVisible()
        self.popup.hide()
        return visible

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Arrows choose, Enter takes, while the field keeps the keyboard; Escape closes the list first.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._keys.press(event):
            return True
        return super().eventFilter(watched, event)
