"""The roadmap: its milestones chosen by keys, opened by a double click, moved and made longer by the mouse."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.planning.roadmap import Milestone, progress_words, until_words
from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.key_map import KeyMap, is_key_of
from journeydesk.ui.mirror import seen_at
from journeydesk.ui.tabs.planning.bars import Grip, grip_at
from journeydesk.ui.tabs.planning.picture import HEAD, ROW, RoadmapPicture
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip
from journeydesk.ui.words.days import full_day
from journeydesk.ui.words.figures import short_day


class RoadmapView(RoadmapPicture):
    """Emits which milestone is current (its place, -1 for none), and what a drag made of one."""

    current_changed = Signal(int)
    dragged = Signal(int, object, int)
    """The milestone's place, what was held, and by how many days."""
    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.keys: KeyMap | None = None
        """What the tab does at keys, asked before the area around scrolls by them."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Roadmap"))

    # What is shown

    def show_milestones(self, milestones: Sequence[Milestone], today: date, keep: RecordId | None = None) -> None:
        """Shows them in this order, at the one with this id where it is there, else near where it was."""
        before = self.current
        self._milestones, self._today, self._held = tuple(milestones), today, None
        records = [each.record for each in self._milestones]
        self.current = records.index(keep) if keep in records else min(max(before, 0), len(records) - 1)
        self.updateGeometry()
        self._say()

    def show_as_list(self, on: bool) -> None:
        """Owners and starts in words in the place of the months."""
        self.as_list = on
        self.update()

    @property
    def milestone(self) -> Milestone | None:
        """The current one."""
        return self._milestones[self.current] if 0 <= self.current < len(self._milestones) else None

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """All of them, in the order shown."""
        return self._milestones

    def go_to(self, place: int) -> bool:
        """Makes another one current; False where there is none."""
        if not 0 <= place < len(self._milestones):
            return False
        self.current = place
        self._say()
        return True

    def sizeHint(self) -> QSize:
        return QSize(640, HEAD + ROW * max(1, len(self._milestones)))

    def minimumSizeHint(self) -> QSize:
        return QSize(480, self.sizeHint().height())

    def _say(self) -> None:
        self.setAccessibleDescription(self._spoken())
        self.update()
        self.current_changed.emit(self.current)

    def _spoken(self) -> str:
        each = self.milestone
        if each is None:
            return tr("No milestones yet")
        due = full_day(each.due, self._today) if each.due else tr("no date")
        parts = (each.title, due, until_words(each, self._today), each.owner, progress_words(each))
        place = tr("{place} of {count}", place=self.current + 1, count=len(self._milestones))
        return ", ".join(part for part in (*parts, place) if part)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._held is not None and is_key_of(Action.PLANNING_LEAVE, event):
            self._held, self._by = None, 0
            self.update()
            return
        if self.keys is None or not self.keys.press(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = seen_at(self, event.position())
        place = self._place_at(at)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if place is None:
            return
        self.go_to(place)
        rect = self.bar_rect(place)
        near = rect is not None and rect.adjusted(-3, -4, 3, 4).contains(at)
        if rect is not None and near and event.button() == Qt.MouseButton.LeftButton:
            self._held = (
                place,
                grip_at(rect, self._milestones[place], at.x()),
                at.x(),
            )
            self._by = 0

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = seen_at(self, event.position())
        if self._held is not None:
            self._by = self._months().days(at.x() - self._held[2])
            self.update()
            return
        place = self._place_at(at)
        rect = self.bar_rect(place) if place is not None else None
        if place is None or rect is None or not rect.adjusted(-3, -4, 3, 4).contains(at):
            self.unsetCursor()
            return
        end = grip_at(rect, self._milestones[place], at.x()) is Grip.END
        self.setCursor(Qt.CursorShape.SizeHorCursor if end else Qt.CursorShape.OpenHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, by = self._held, self._by
        self._held, self._by = None, 0
        if held is not None and by and event.button() == Qt.MouseButton.LeftButton:
            self.dragged.emit(held[0], held[1], by)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._place_at(seen_at(self, event.position())) is not None:
            self.opened.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = self._place_at(seen_at(self, QPointF(event.pos())))
            words = self._tip(self._milestones[place]) if place is not None else ""
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        return super().event(event)

    def _tip(self, each: Milestone) -> str:
        span = short_day(each.due, self._today) if each.due is not None else tr("no date")
        if each.starts is not None:
            span = tr("{start} to {end}", start=short_day(each.starts, self._today), end=span)
        return "\n".join(part for part in (each.title, span, each.owner) if part)

    def _place_at(self, point: QPointF) -> int | None:
        place = int((point.y() - HEAD) // ROW)
        return place if point.y() >= HEAD and 0 <= place < len(self._milestones) else None
