"""The list of fields: by key or mouse to a part of a line, and what is asked there."""

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.mapping.offer import State
from journeydesk.domain.words import tr
from journeydesk.ui.dialogs.airtable.mapping.field_delegate import FieldDelegate
from journeydesk.ui.dialogs.airtable.mapping.field_geometry import height_of, options_across, part_rect
from journeydesk.ui.dialogs.airtable.mapping.field_lines import FieldLine, FieldModel, Line, OptionLine, Part
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import seen_within
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.keyed_list import KeyedList
from journeydesk.ui.widgets.list_setup import set_up_list


class FieldList(KeyedList):
    """`asked` carries the line and part that was pressed. Up and down go by line, left and right by part.

    The fields of `needed` are problems whatever their state.
    """

    asked = Signal(object, object)
    across_changed = Signal()
    """There is room for another number of options beside each other."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = FieldModel(self)
        self.needed: frozenset[str] = frozenset()
        self._part: Part | None = Part.CHOOSER
        self.painter_of_lines = FieldDelegate(theme, lambda: self.part, self)
        set_up_list(self, self.lines, self.painter_of_lines)
        self.setAccessibleName(tr("Fields"))
        theme.changed.connect(self.viewport().update)
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.UP: lambda: self._step_line(-1),
                Action.DOWN: lambda: self._step_line(1),
                Action.LEFT: lambda: self._step_part(-1),
                Action.RIGHT: lambda: self._step_part(1),
                Action.TAKE: self._ask,
                Action.TOGGLE: self._ask,
            },
        )

    @property
    def line(self) -> Line | None:
        """The line that the keyboard is at."""
        row = self.currentIndex().row()
        return self.lines.lines[row] if 0 <= row < len(self.lines.lines) else None

    @property
    def part(self) -> Part | None:
        """The part of the current line that the keyboard is at."""
        line = self.line
        if line is None:
            return None
        return self._part if self._part in line.parts else line.parts[0]

    def content_height(self) -> int:
        """How high all lines are together."""
        return sum(map(height_of, self.lines.lines))

    def go_to(self, row: int, part: Part | None = None) -> None:
        """Brings the keyboard's place to a line, the nearest one where there are fewer, and to one of its parts."""
        if not self.lines.lines:
            return
        if part is not None:
            self._part = part
        row = max(0, min(row, len(self.lines.lines) - 1))
        self.setCurrentIndex(self.lines.index(row))
        self._reveal()
        self.viewport().update()

    def _reveal(self) -> None:
        row = self.currentIndex().row()
        if isinstance(self.line, OptionLine):
            # An option says little without its field.
            above = (n for n in range(row, -1, -1) if isinstance(self.lines.lines[n], FieldLine))
            self.scrollTo(self.lines.index(next(above)))
        self.scrollTo(self.currentIndex())

    def next_problem(self, after: int, part: Part | None = None) -> tuple[int, Part] | None:
        """The first part from here that has to be decided: after this part of this row, or at the row where no part is given."""
        for row in range(max(0, after), len(self.lines.lines)):
            line = self.lines.lines[row]
            for each in self._undecided(line):
                if row > after or part is None or line.parts.index(each) > line.parts.index(part):
                    return row, each
        return None

    def rect_of(self, row: int, part: Part) -> QRect:
        """Where a part lies in the viewport."""
        line, rect = self.lines.lines[row], self.visualRect(self.lines.index(row))
        return seen_within(rect, part_rect(line, rect, part, self.painter_of_lines.action_width(line)))

    def _step_line(self, step: int) -> None:
        row = self.currentIndex().row() + step
        if 0 <= row < len(self.lines.lines):
            self.go_to(row)

    def _step_part(self, step: int) -> None:
        line, part = self.line, self.part
        if line is None or part is None:
            return
        place = line.parts.index(part) + step
        if 0 <= place < len(line.parts):
            self._part = line.parts[place]
            self.viewport().update()

    def _ask(self) -> None:
        if self.line is not None:
            self.asked.emit(self.line, self.part)

    def _at(self, event: QMouseEvent) -> tuple[QModelIndex, Part | None]:
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid():
            return index, None
        line = self.lines.lines[index.row()]
        parts = (part for part in line.parts if self.rect_of(index.row(), part).contains(place))
        whole = Part.FOLD if not isinstance(line, FieldLine | OptionLine) else None
        return index, next(parts, whole)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index, part = self._at(event)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go_to(index.row(), part)
        if part is not None:
            self._ask()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        _, part = self._at(event)
        shape = Qt.CursorShape.ArrowCursor if part is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if options_across(event.size().width()) != options_across(event.oldSize().width()):
            self.across_changed.emit()
        self.scheduleDelayedItemsLayout()
        self._reveal()

    def _undecided(self, line: Line) -> list[Part]:
        if isinstance(line, OptionLine):
            return [part for part, option in zip(line.parts, line.options, strict=True) if option.state is State.DECIDE]
        if not isinstance(line, FieldLine):
            return []
        if line.field.state is not State.DECIDE:
            return [Part.CHOOSER] if line.field.slug in self.needed else []
        options_are_listed = line.is_open and any(option.state is State.DECIDE for option in line.field.options)
        return [] if options_are_listed else [Part.CHOOSER]
