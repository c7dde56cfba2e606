"""What is asked for in the pane of a filter: values to tick, a text, a number or two, a day or two, a length of time, or nothing.
Each tells its values whenever they change; none while what is typed is not one."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from journeydesk.domain.filters.filter import Value
from journeydesk.domain.filters.scanner import value_at
from journeydesk.domain.filters.vocabulary import Vocabulary
from journeydesk.domain.filters.when import (
    HOW_TO_WRITE,
    HOW_TO_WRITE_LENGTH,
    Span,
    ahead,
    back,
    day_words,
    is_relative,
    span_of,
)
from journeydesk.domain.filters.words import EMPTY, value_words
from journeydesk.domain.lists.columns import Column, Kind, Operator
from journeydesk.domain.periods import short_weekday
from journeydesk.domain.words import named, noted, tr, within
from journeydesk.services.rows.common import StageMark
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.restyling import restyle
from journeydesk.ui.tabs.prospects.value_list import ValueLine, ValueList
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.find_field import FindField
from journeydesk.ui.widgets.labels import label, plain_label
from journeydesk.ui.widgets.list_setup import step_line

_TYPING_MS = 120
_DAYS = (noted("today"), noted("tomorrow"), noted("yesterday"), noted("this week"), noted("next week"), noted("this month"))
_IN_A_ROW = 3
_SPANS = (noted("7 days"), noted("2 weeks"), noted("30 days"), noted("3 months"))


class Part(QWidget):
    """`changed` carries the values, `taken` that Enter was pressed, `resized` that it needs another height."""

    changed = Signal(object)
    taken = Signal()
    resized = Signal()

    def show_counts(self, counts: Mapping[Value, int]) -> None:
        """How many hold each value."""

    def clear_values(self) -> None:
        """Nothing is asked for."""


class Ticks(Part):
    """Values of a choice, people or stages, with a box each."""

    def __init__(self, theme: Theme, column: Column, values: Sequence[Value], vocabulary: Vocabulary, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = column
        self._vocabulary = vocabulary
        self._chosen = list(values)
        self._counts: Mapping[Value, int] | None = None
        self._people = list(vocabulary.people)
        self.search = FindField(theme, tr("Find {title}", title=within(column.title)), self)
        self.list = ValueList(theme, self)
        self.setFocusProxy(self.search)
        column_box = self._box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 4)
        column_box.setSpacing(6)
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 10, 0)
        row.addWidget(self.search)
        column_box.addLayout(row)
        column_box.addWidget(self.list)
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.UP: lambda: self._step(-1),
                Action.DOWN: lambda: self._step(1),
                Action.TAKE: self._take,
                Action.TOGGLE: self._toggle_current,
            },
        )
        self.search.textChanged.connect(lambda _typed: self._show())
        self.list.toggled.connect(self.toggle)
        for part in (self.search, self.list):
            part.installEventFilter(self)
        self._show()

    def _known(self) -> list[Value]:
        column = self._column
        if column.kind is Kind.STAGE:
            return list(range(1, len(self._vocabulary.stages) + 1))
        known: list[Value] = list(self._vocabulary.choices.get(column.key, {}).values()) or list(self._people)
        met = [value for value in (self._counts or {}) if value != "" and value not in known]
        known += sorted(met, key=str)
        return known + [value for value in self._chosen if value != "" and value not in known]

    def _show(self) -> None:
        typed, column = self.search.text().strip(), self._column
        count = None if self._counts is None else self._counts.get
        lines = []
        for value in self._known():
            words = value_words(column, Operator.ANY_OF, value, self._vocabulary)
            if typed.casefold() in words.casefold():
                mark = None
                if column.kind is Kind.STAGE and isinstance(value, int):
                    mark = StageMark(value, words, "", len(self._vocabulary.stages))
                held = None if count is None else count(value, 0) or 0
                lines.append(ValueLine(value, words, value in self._chosen, held, mark, typed))
        # What begins so is meant more likely.
        lines.sort(key=lambda line: bool(typed) and not line.words.casefold().startswith(typed.casefold()))
        if typed.casefold() in EMPTY:
            held = None if count is None else count("", 0) or 0
            lines.append(ValueLine("", EMPTY.capitalize(), "" in self._chosen, held, apart=bool(lines)))
        self.list.show_lines(lines)
        if typed and lines:
            self.list.setCurrentIndex(self.list.lines.index(0))
        self._box.activate()
        self.resized.emit()

    def show_counts(self, counts: Mapping[Value, int]) -> None:
        """How many hold each value."""
        self._counts = counts
        self._show()

    def toggle(self, value: Value) -> None:
        """Ticks a value, or lets it go."""
        if value in self._chosen:
            self._chosen.remove(value)
        else:
            self._chosen.append(value)
        self._show()
        self.changed.emit(tuple(self._chosen))

    def clear_values(self) -> None:
        """Nothing is ticked."""
        self._chosen.clear()
        self._show()
        self.changed.emit(())

    def _step(self, by: int) -> None:
        self.list.setFocus()
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.lines.index(0))
        else:
            step_line(self.list, by)

    def _toggle_current(self) -> bool:
        # In the field a space is a letter.
        if not self.list.hasFocus() or self.list.current is None:
            return False
        self.toggle(self.list.current.value)
        return True

    def _take(self) -> None:
        line = self.list.current
        if self.search.text().strip() and line is not None:
            if not line.chosen:
                self.toggle(line.value)
            self.search.clear()
        else:
            self.taken.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in (self.search, self.list) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._keys.press(event):
                return True
            if watched is self.list and event.text().isprintable() and event.text().strip():
                self.search.setFocus()
                self.search.insert(event.text())
                return True
        return super().eventFilter(watched, event)


class Typed(Part):
    """One value that is typed, or two with “and” between them; what was understood stands below."""

    def __init__(
        self,
        theme: Theme,
        column: Column,
        operator: Operator,
        values: Sequence[Value],
        vocabulary: Vocabulary,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._column, self._operator, self._vocabulary = column, operator, vocabulary
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(10, 0, 10, 8)
        self._box.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        self.fields = [self._field(place) for place in range(max(1, operator.takes))]
        for place, field in enumerate(self.fields):
            if place:
                row.addWidget(plain_label(tr("and")))
            row.addWidget(field, 1)
        self._box.addLayout(row)
        self._meant = label(theme, step=-1, kind="secondary", wrap=True)
        # Above the words of the links below, which have a frame around them.
        self._meant.setContentsMargins(4, 0, 0, 0)
        self._box.addWidget(self._meant)
        suggestions = self._suggestions()
        if suggestions:
            self._box.addWidget(self._suggested(suggestions))
        self.setFocusProxy(self.fields[0])
        for field, value in zip(self.fields, values, strict=False):
            field.setText(self._written(value))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_MS)
        self._timer.timeout.connect(self._tell)
        self._say(self._values())

    @property
    def _is_time(self) -> bool:
        return self._column.kind in (Kind.DAY, Kind.MOMENT)

    def _field(self, place: int) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(
            tr("{title} {operator} … and", title=self._column.title, operator=self._operator.words)
            if place
            else f"{self._column.title} {self._operator.words}"
        )
        if self._is_time:
            field.setPlaceholderText(tr("2 weeks") if self._operator.is_length else tr("next Friday, 2 weeks ago, 22 May"))
        elif self._column.kind is Kind.MONEY:
            field.setPlaceholderText(tr("{sign}2,500 or 50k", sign=self._vocabulary.sign))
        elif self._column.kind is Kind.PERCENT:
            field.setPlaceholderText("35%")
        field.textEdited.connect(lambda _typed: self._timer.start())
        field.returnPressed.connect(self._taken)
        return field

    def _suggestions(self) -> Sequence[str]:
        return () if not self._is_time or self._operator.takes == 2 else _SPANS if self._operator.is_length else _DAYS

    def _suggested(self, suggestions: Sequence[str]) -> QWidget:
        box = QWidget(self)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        for first in range(0, len(suggestions), _IN_A_ROW):
            row = QHBoxLayout()
            row.setSpacing(4)
            for words in suggestions[first : first + _IN_A_ROW]:
                button = QPushButton(named(words), box)
                button.setProperty("kind", "link")
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.clicked.connect(lambda _checked=False, words=words: self._suggest(words))
                row.addWidget(button)
            row.addStretch(1)
            lines.addLayout(row)
        return box

    def _suggest(self, words: str) -> None:
        self.fields[0].setText(words)
        self._tell()

    def _written(self, value: Value) -> str:
        if self._is_time and not self._operator.is_length:
            return day_words(str(value), self._vocabulary.today, self._column.kind is Kind.MOMENT)
        return value_words(self._column, self._operator, value, self._vocabulary)

    def _values(self) -> tuple[Value, ...] | None:
        """What is typed, as it is kept; None where it is no value yet."""
        values: list[Value] = []
        for field in self.fields:
            text = field.text().strip()
            if not text:
                return None
            if self._column.kind in (Kind.NAME, Kind.TEXT, Kind.LONG_TEXT, Kind.OTHER, Kind.PERSON, Kind.CHOICE):
                values.append(text)
                continue
            found = value_at(text, 0, self._column, self._operator, self._vocabulary)
            if found is None or found[1] != len(text):
                return None
            values.append(found[0])
        return tuple(values)

    def _tell(self) -> None:
        self._timer.stop()
        values = self._values()
        self._say(values)
        if values is not None or not any(field.text().strip() for field in self.fields):
            self.changed.emit(values or ())

    def _say(self, values: tuple[Value, ...] | None) -> None:
        typed = any(field.text().strip() for field in self.fields)
        words = "" if values is None else self._meaning(values)
        if values is None and typed:
            words = (
                (HOW_TO_WRITE_LENGTH if self._operator.is_length else HOW_TO_WRITE) if self._is_time else tr("Type a number.")
            )
        self._meant.setText(words)
        self._meant.setVisible(bool(words))
        self._box.activate()
        self.resized.emit()
        wrong = values is None and typed
        for field in self.fields:
            restyle(field, "wrong", wrong)

    def _meaning(self, values: tuple[Value, ...]) -> str:
        """The days that relative words mean today."""
        today = self._vocabulary.today
        if not self._is_time:
            return ""
        if self._operator.is_length:
            day = ahead(str(values[0]), today) if self._operator is Operator.IN_NEXT else back(str(values[0]), today)
            named_day = _with_weekday(day, today)
            if self._operator is Operator.IN_NEXT:
                return tr("until {day}; it moves along with today", day=named_day)
            return tr("since {day}; it moves along with today", day=named_day)
        if not any(is_relative(str(value)) for value in values):
            return ""
        spans = [_span_words(span_of(str(value), today), self._vocabulary) for value in values]
        return tr("today that is {spans}; it moves along", spans=tr(" and ").join(spans))

    def _taken(self) -> None:
        if self._timer.isActive():
            self._tell()
        self.taken.emit()

    def clear_values(self) -> None:
        """Nothing is typed."""
        for field in self.fields:
            field.clear()
        self._tell()


def _with_weekday(day: date, today: date) -> str:
    return f"{short_weekday(day)} {day_words(day.isoformat(), today)}"


def _span_words(span: Span, vocabulary: Vocabulary) -> str:
    first, last = (_with_weekday(day, vocabulary.today) for day in span)
    return first if span[0] == span[1] else tr("{first} to {last}", first=first, last=last)
