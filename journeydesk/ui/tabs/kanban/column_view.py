"""The list of one column: painted cards, focus by key, and the beginnings of a drag."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.rows.board import CardRow
from journeydesk.ui.delegates.card_delegate import CARD, GAP, CardDelegate
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap, is_key_of
from journeydesk.ui.mirror import painter_on, under
from journeydesk.ui.models.board_model import ColumnModel
from journeydesk.ui.tabs.kanban.drop_line import paint_drop_line, paint_empty
from journeydesk.ui.tabs.kanban.selection import Place, Selection
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.list_setup import set_up_list

_SHEET = """QListView { background: transparent; }
QScrollBar:vertical { width: 9px; } QScrollBar::handle:vertical { margin: 0 2px; border-radius: 2px; min-height: 60px; }"""


class ColumnView(QListView):
    """One stage's cards, of one owner where there are lanes. Everything that leaves the column is announced by signals.

    `lifted` gives the cards and the place in the first where it was taken; `side` a step to another column; `shifted` a step of the
    cards; `menu_requested` the place on the screen for their menu. Shift and the arrows, Shift or Ctrl and the mouse, Ctrl+Space
    select several, of other columns too (`selection`): what is done with the current one among them is done with all.
    While `holding`, cards are carried by key: arrows choose their place, Space and Enter drop them, Escape puts them back.
    """

    opened = Signal(int)
    log_requested = Signal(int)
    lifted = Signal(object, QPoint)
    menu_requested = Signal(QPoint)
    dragged = Signal(QPoint)
    dropped = Signal()
    cancelled = Signal()
    side = Signal(int)
    lane = Signal(int)
    shifted = Signal(int)
    lifted_by_key = Signal(object)
    left_end = Signal(int)

    def __init__(self, theme: Theme, model: ColumnModel, delegate: CardDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = KeyMap(
            Scope.KANBAN,
            {
                Action.CARD_LEFT: partial(self._go_sideways, -1),
                Action.CARD_RIGHT: partial(self._go_sideways, 1),
                Action.STAGE_LEFT: partial(self._shift, -1),
                Action.STAGE_RIGHT: partial(self._shift, 1),
                Action.CARD_UP: partial(self._go_along, -1),
                Action.CARD_DOWN: partial(self._go_along, 1),
                Action.CARDS_UP: partial(self._extend, -1),
                Action.CARDS_DOWN: partial(self._extend, 1),
                Action.CARD_TICK: self._tick,
                Action.KEEP_LEFT: partial(self._keeping, self._go_sideways, -1),
                Action.KEEP_RIGHT: partial(self._keeping, self._go_sideways, 1),
                Action.KEEP_UP: partial(self._keeping, self._step_along, -1),
                Action.KEEP_DOWN: partial(self._keeping, self._step_along, 1),
                Action.LANE_UP: partial(self.lane.emit, -1),
                Action.LANE_DOWN: partial(self.lane.emit, 1),
                Action.CARD_LIFT: self._lift,
                Action.CARD_OPEN: self._open,
                Action.LOG_CALL: self._log,
            },
        )
        self._theme = theme
        self._cards = model
        self.painter_of_cards = delegate
        self._pressed: tuple[QModelIndex, QPoint] | None = None
        self._anchor: RecordId | None = None
        self._carrying = False
        self._drop_row: int | None = None
        self.selection = Selection(lambda: [(Place(0), model)])
        self.holding = False
        self.empty_text = tr("No cards. Drop one here.")
        set_up_list(self, model, delegate)
        self.setUniformItemSizes(True)  # Qt asks one card for its height, not each after every move
        self.setStyleSheet(_SHEET)
        self.verticalScrollBar().setSingleStep((CARD + GAP) // 2)

    @property
    def cards(self) -> ColumnModel:
        """The column's model."""
        return self._cards

    def current(self) -> CardRow | None:
        """The card that has the keyboard."""
        return self._cards.card(self.currentIndex().row())

    def chosen(self) -> list[CardRow]:
        """What a key or a drag is about: the selected cards where the current one is among them, else the current one."""
        card = self.current()
        if card is None or card not in self._cards.chosen:
            return [card] if card is not None else []
        # Those of this column come first: what is done begins where the keyboard is.
        own = self._cards.chosen
        return [*own, *(other for other in self.selection.cards if other not in own)]

    def choose_only_current(self) -> bool:
        """Selects no card of the board any more; whether one was."""
        self._anchor = None
        return self.selection.clear()

    def _choose_to(self, row: int) -> None:
        card = self._cards.card(row)
        if card is None:
            return
        start = self._cards.row_of(self._anchor) if self._anchor is not None else None
        if start is None:
            start = max(0, self.currentIndex().row())
            first = self._cards.card(start)
            self._anchor = first.id if first is not None else None
        rows = range(min(start, row), max(start, row) + 1)
        self._cards.choose(each.id for each in map(self._cards.card, rows) if each is not None)
        self.setCurrentIndex(self._cards.index(row))

    def _extend(self, by: int) -> bool:
        if not self.holding:
            self._choose_to(self.currentIndex().row() + by)
        return True

    def focus_row(self, row: int) -> None:
        """Gives the keyboard to the card nearest to this row."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        last = self._cards.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self._cards.index(max(0, min(row, last))))

    def focus_card(self, prospect: RecordId) -> bool:
        """Gives the keyboard to this prospect's card; False where it is not loaded."""
        row = self._cards.row_of(prospect)
        if row is None:
            return False
        self.focus_row(row)
        return True

    def show_drop(self, card: CardRow | None) -> None:
        """Shows where this card would land; None takes the mark away."""
        row = None if card is None else self._cards.landing_row(card)
        shown = None if row is None or card is None else self._visible_row(row, card.id)
        if shown != self._drop_row:
            self._drop_row = shown
            self._cards.set_gap(shown)
            self.setUniformItemSizes(shown is None)
            self.scheduleDelayedItemsLayout()
            self.viewport().update()

    def _visible_row(self, row: int, moving: RecordId) -> int:
        own = self._cards.row_of(moving)
        return row + 1 if own is not None and own < row else row

    def _drop_line(self) -> int | None:
        if self._drop_row is None:
            return None
        index = self._cards.index(self._drop_row)
        if index.isValid():
            return self.visualRect(index).top() + 1
        last = self._cards.index(self._cards.rowCount() - 1)
        return self.visualRect(last).bottom() - GAP + 4 if last.isValid() else 4

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painter_on(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._cards.rowCount() == 0 and self._drop_row is None:
                paint_empty(painter, self._theme, self.viewport().width(), self.empty_text)
            if (line := self._drop_line()) is not None:
                paint_drop_line(painter, self._theme, self.viewport().width(), line)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        card = self._cards.card(index.row())
        self._pressed = None
        if event.button() == Qt.MouseButton.LeftButton and card is not None:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                if self.selection.left is not None:
                    self._anchor = card.id
                self._choose_to(index.row())
                return
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._toggle(card)
                self.setCurrentIndex(index)
                return
            self._pressed = (index, event.position().toPoint())
        if card is None or card not in self._cards.chosen:
            self.choose_only_current()
        super().mousePressEvent(event)

    def _toggle(self, card: CardRow) -> None:
        """Selects a card, or lets it go; the first one is joined by the card that had the keyboard."""
        current = self.current()
        left = self.selection.left or ((self._cards, current.id) if current is not None else None)
        if not self.selection.cards and left is not None and left[1] != card.id:
            left[0].choose([left[1]])
        self._anchor = card.id
        self._cards.choose({each.id for each in self._cards.chosen} ^ {card.id})

    def _tick(self) -> bool:
        if (card := self.current()) is None or self.holding:
            return False
        self._anchor = card.id
        self._cards.choose({each.id for each in self._cards.chosen} ^ {card.id})
        return True

    def _keeping(self, go: Callable[[int], object], by: int) -> bool:
        self.selection.is_kept = True
        try:
            go(by)
        finally:
            self.selection.is_kept = False
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        if self._carrying:
            self.dragged.emit(self.viewport().mapToGlobal(where))
            return
        if self._pressed and event.buttons() & Qt.MouseButton.LeftButton:
            index, start = self._pressed
            card = self._cards.card(index.row())
            if card is not None and (where - start).manhattanLength() >= QApplication.startDragDistance():
                self._carrying = True
                chosen = self.selection.cards
                # What is under the pointer comes first: it is the one that is seen.
                cards = [card, *(other for other in chosen if other != card)] if card in chosen else [card]
                self.lifted.emit(cards, start - self.visualRect(index).topLeft())
                self.dragged.emit(self.viewport().mapToGlobal(where))
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        self.selection.left = None
        if self._carrying:
            self._carrying = False
            self.dropped.emit()
            return
        if pressed is not None:
            # A click among selected cards chooses the one; only a drag takes them all.
            self.choose_only_current()
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if not index.isValid():
                return
            if self._cards.card(index.row()) not in self._cards.chosen:
                self.choose_only_current()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setCurrentIndex(index)
        if self.current() is not None:
            below = under(self.visualRect(self.currentIndex()), 8, -4)
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            self.menu_requested.emit(event.globalPos() if by_mouse else self.viewport().mapToGlobal(below))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (card := self._cards.card(self.indexAt(event.position().toPoint()).row())) is not None:
            self.opened.emit(card.id)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # A card that is carried by key goes back when the keyboard goes elsewhere; what is selected stays only beneath a question.
        super().focusOutEvent(event)
        if self.holding:
            self.cancelled.emit()
        self.selection.left = None
        if isinstance(QApplication.focusWidget(), ColumnView) and not self.selection.is_kept:
            current = self.current()
            if event.reason() == Qt.FocusReason.MouseFocusReason and current is not None:
                # The press itself says whether what is selected stays.
                self.selection.left = (self._cards, current.id)
            else:
                self.choose_only_current()

    def put_down(self) -> None:
        """Forgets a drag that ended elsewhere."""
        self._carrying = self.holding = False
        self._pressed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._keys.press(event):
            event.accept()
        elif is_key_of(Action.CARD_CANCEL, event):
            if not self.holding and not self._carrying and self.choose_only_current():
                event.accept()
                return
            self.cancelled.emit()
            event.ignore()
        elif event.text().isprintable() and event.text():
            # Letters belong to the window's single-key shortcuts, not to the list's search as you type.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _go_sideways(self, by: int) -> None:
        self.side.emit(by)

    def _shift(self, by: int) -> None:
        (self.side if self.holding else self.shifted).emit(by)

    def _go_along(self, by: int) -> bool:
        if self.holding:
            self.lane.emit(by)
            return True
        self.choose_only_current()
        return self._step_out(by)

    def _step_out(self, by: int) -> bool:
        leaves = not 0 <= self.currentIndex().row() + by < self._cards.rowCount()
        if leaves:
            self.left_end.emit(by)
        return leaves

    def _step_along(self, by: int) -> None:
        if not self.holding and not self._step_out(by):
            self.setCurrentIndex(self._cards.index(self.currentIndex().row() + by))

    def _lift(self) -> bool:
        if cards := self.chosen():
            self.lifted_by_key.emit(cards)
        return bool(cards)

    def _open(self) -> bool:
        if (card := self.current()) is not None and not self.holding:
            self.opened.emit(card.id)
            return True
        return self._lift()

    def _log(self) -> bool:
        if (card := self.current()) is not None:
            self.log_requested.emit(card.id)
        return card is not None

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A column that is entered by Tab has a card to stand on.
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._cards.rowCount():
            self.setCurrentIndex(self._cards.index(0))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, CARD + GAP)
