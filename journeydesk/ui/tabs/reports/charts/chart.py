"""What every chart is: a card with a title, painted in one piece, with hot places that answer to pointer and key."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from journeydesk.domain.words import tr
from journeydesk.reports.blocks.block import Block, Offer
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import draw_text, painter_on, put, seen_at
from journeydesk.ui.painting import LEFT, paint_text
from journeydesk.ui.tabs.reports.charts.lines import paint_lines, table_behind
from journeydesk.ui.tabs.reports.charts.spot import PAD, TITLE, Spot
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import tip
from journeydesk.ui.widgets.popup_menu import PopupMenu

_PICTURE = 2
_LOWER = 8
"""So much lower the figures begin under a heading of two lines."""

B = TypeVar("B", bound=Block)


class Chart(QLabel, Generic[B]):
    """Subclasses paint their kind of block in `paint_figures` and return the spots from there; `behind_requested` is emitted
    with the prospects behind what was clicked, `asked` with the name of something else that a block offers, and what it is about."""

    behind_requested = Signal(object)
    asked = Signal(str, object)
    chosen = Signal(object)
    dropped: int = 0

    def __init__(self, theme: Theme, block: B, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = KeyMap(
            Scope.REPORTS,
            {
                Action.COPY_TABLE: self.copy_table,
                Action.COPY_PICTURE: self.copy_picture,
                Action.CHART_TABLE: self.switch_table,
            },
        )
        back, on = partial(self._step, -1), partial(self._step, 1)
        self._moves = KeyMap(
            Scope.FIELDS, {Action.DOWN: on, Action.RIGHT: on, Action.UP: back, Action.LEFT: back, Action.TAKE: self._ask}
        )
        self.theme = theme
        self.block = block
        self._spots: Sequence[Spot] = ()
        self._is_painted = False
        self._current = -1
        self._as_table = False
        self.selects = False
        self.offer: KeyButton | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)
        self.show_block(block)

    @property
    def spots(self) -> Sequence[Spot]:
        """The hot places of the last paint."""
        return self._spots

    def show_block(self, block: B) -> None:
        """Shows these figures; a screen reader hears what they say."""
        self.block = block
        self.setAccessibleName(block.heading)
        self.setAccessibleDescription(block.finding)
        self._current = -1
        self._is_painted = False
        self._show_offer(block.offer)
        self.update()

    def _show_offer(self, offer: Offer | None) -> None:
        if self.offer is not None:
            self.offer.hide()
            self.offer.deleteLater()
            self.offer = None
        if offer is not None:
            key, kind = (Action.TAKE.cap, "primary") if offer.by_key else ("", "default")
            self.offer = KeyButton(self.theme, offer.words, icon=offer.icon, key=key, kind=kind, parent=self)
            self.offer.clicked.connect(lambda: self._take_offer(offer))
            self.offer.show()
            self._place_offer()

    def _take_offer(self, offer: Offer) -> None:
        if offer.behind is not None:
            self.behind_requested.emit(offer.behind)
        else:
            self.asked.emit(offer.name, offer)

    def _place_offer(self) -> None:
        if self.offer is not None:
            self.offer.adjustSize()
            put(self.offer, PAD, self.height() - self.offer.height() - PAD + 2)

    @property
    def beside_title(self) -> int:
        """The room at the right of the title that something else takes."""
        return 0

    @property
    def foot(self) -> int:
        """The room at the lower edge that what is offered takes."""
        return 0 if self.offer is None else self.offer.height() + PAD

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_offer()

    @abstractmethod
    def paint_figures(self, painter: QPainter) -> list[Spot]:
        """Paints below the title and says what is where."""

    def _paint_table(self, painter: QPainter) -> list[Spot]:
        """The chart's own figures in lines, in place of the drawing."""
        return paint_lines(painter, self.theme, table_behind(self.block), self.size())

    def switch_table(self) -> None:
        """Shows the figures as a table, or the chart again."""
        self._as_table = not self._as_table
        self._current = -1
        self._is_painted = False
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(330, self.minimumHeight() or 290)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.theme.color("line"), 1))
            painter.setBrush(self.theme.color("base"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            self.dropped = self._paint_head(painter)
            self._paint_choice(painter)
            painter.translate(0, self.dropped)
            spots = self._paint_table(painter) if self._as_table else self.paint_figures(painter)
            painter.translate(0, -self.dropped)
            self._spots = (
                [replace(spot, rect=spot.rect.translated(0, self.dropped)) for spot in spots] if self.dropped else spots
            )
            if self.hasFocus():
                self._paint_focus(painter)
        self._is_painted = True

    def _paint_choice(self, painter: QPainter) -> None:
        """What the side tells of, as a row that is selected."""
        if self.selects and not self._as_table and 0 <= self._current < len(self._spots):
            rect = self._spots[self._current].rect
            painter.fillRect(rect, self.theme.color("sel"))
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), self.theme.color("accent"))

    def _paint_head(self, painter: QPainter) -> int:
        # A heading that is too long for one line with its note takes the note's place, or lets it stand below. What is below a heading of
        # two lines begins lower: the result says by how much.
        heading, note, room = self.block.heading, self.block.subtitle, self.width() - 2 * PAD - self.beside_title
        title, small = self.theme.font(0, 600), self.theme.font(-1)
        wide = QFontMetrics(title).horizontalAdvance(heading)
        beside = wide + 8 + QFontMetrics(small).horizontalAdvance(note) <= room or not note
        painter.setFont(title)
        painter.setPen(self.theme.color("text"))
        if wide > room:
            draw_text(painter, QRect(PAD, 3 + _LOWER // 2, room, TITLE - 3), LEFT | Qt.TextFlag.TextWordWrap, heading)
            return _LOWER
        draw_text(painter, QRect(PAD, 0 if beside else 4 + _LOWER // 2, room, TITLE if beside else 18), LEFT, heading)
        painter.setFont(small)
        painter.setPen(self.theme.color("text3"))
        x = PAD + wide + 8 if beside else PAD
        paint_text(painter, QRect(x, 0 if beside else 21 + _LOWER // 2, room - x + PAD, TITLE if beside else 17), note)
        return 0 if beside else _LOWER

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setPen(self.theme.focus_pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = 0 <= self._current < len(self._spots)
        rect = self._spots[self._current].rect if inside else QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, 4, 4)

    def spot_at(self, where: QPointF) -> Spot | None:
        """What is under the pointer."""
        return next((spot for spot in self._spots if spot.rect.contains(seen_at(self, where))), None)

    def event(self, event: QEvent) -> bool:
        # Keys go by what is painted: one that comes before the paint would go by what was there before.
        if event.type() == QEvent.Type.KeyPress and not self._is_painted:
            self.grab()
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self.spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(spot.words) if spot is not None else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        clickable = spot is not None and spot.behind is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or spot is None:
            return
        if self.selects and spot.about is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._step(list(self._spots).index(spot) - self._current)
        elif spot.behind is not None:
            self.behind_requested.emit(spot.behind)

    def _step(self, by: int) -> bool:
        if self._spots:
            self._current = max(0, min(self._current + by, len(self._spots) - 1))
            self.setAccessibleDescription(self._spots[self._current].words)
            self.update()
            if self.selects and self._spots[self._current].about is not None:
                self.chosen.emit(self._spots[self._current].about)
        return bool(self._spots)

    def _ask(self) -> bool:
        if not 0 <= self._current < len(self._spots):
            return False
        if self._spots[self._current].behind is not None:
            self.behind_requested.emit(self._spots[self._current].behind)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._moves.press(event) and not self._keys.press(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = PopupMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy as table")).triggered.connect(self.copy_table)
        menu.addAction(tr("Copy as picture")).triggered.connect(self.copy_picture)
        shown = tr("Show the chart") if self._as_table else tr("Show as table")
        menu.addAction(shown).triggered.connect(self.switch_table)
        menu.popup(event.globalPos())

    def copy_table(self) -> None:
        """Puts the figures on the clipboard, tab-separated."""
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in self.block.table()))

    def copy_picture(self) -> None:
        """Puts the card on the clipboard as it is shown, at twice its size so that it stays sharp in a document."""
        picture = QPixmap(self.size() * _PICTURE)
        picture.setDevicePixelRatio(_PICTURE)
        picture.fill(self.theme.color("base"))
        self.render(picture)
        QGuiApplication.clipboard().setPixmap(picture)
