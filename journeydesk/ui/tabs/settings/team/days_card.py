"""Which days the team works, and its holidays (docs/rules.md, "Working days")."""

from collections.abc import Collection
from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from journeydesk.domain.periods import WEEKDAYS, short_weekday, weekday_name
from journeydesk.domain.time import day_in_words
from journeydesk.domain.words import tr
from journeydesk.domain.written.dates import parse_day
from journeydesk.ui.tabs.settings.named_row import NAME_WIDTH
from journeydesk.ui.tabs.settings.page import add_lined, clear, typing_kept
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton, keep_room_for_bold
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.link import link_button
from journeydesk.ui.words.figures import locale

_A_ROW = 4
_A_MONDAY = date(2024, 1, 1)
_BESIDE = 10
"""From the name to its control, as in the other rows of the page."""


class DaysCard(QFrame):
    """`weekend_given` carries the free days of the week by name, `holidays_given` every holiday as text; `reset` a key."""

    weekend_given = Signal(object)
    holidays_given = Signal(object)
    reset = Signal(str)

    def __init__(self, theme: Theme, hour: QWidget) -> None:
        """`hour` is the field of the hour at which a task is due that has none."""
        super().__init__()
        self._theme = theme
        self._weekend: tuple[str, ...] = ()
        self._holidays: tuple[str, ...] = ()
        self._drawn: object = None
        self.setProperty("kind", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._lay_days()
        self._lay_holidays()
        add_lined(self._column, hour)

    def _lay_days(self) -> None:
        theme = self._theme
        line = QHBoxLayout()
        line.setSpacing(2)
        words = label(theme, tr("Working days"), weight=500)
        words.setFixedWidth(NAME_WIDTH + _BESIDE - line.spacing())
        line.addWidget(words)
        self.days: dict[str, QPushButton] = {}
        for place, name in enumerate(WEEKDAYS):
            day = _A_MONDAY + timedelta(days=place)
            button = QPushButton(short_weekday(day))
            button.setProperty("kind", "choice")
            button.setCheckable(True)
            keep_room_for_bold(button, theme, 22)
            button.setAccessibleName(tr("{name} is a working day", name=weekday_name(day)))
            button.clicked.connect(lambda on, name=name: self._turn(name, on))
            self.days[name] = button
            line.addWidget(button)
        line.addStretch(1)
        held = QHBoxLayout()
        held.addSpacing(NAME_WIDTH + _BESIDE)
        self.wrong_days = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong_days.hide()
        self.back = link_button(theme, tr("Back to default"), tr("Back to default: working days"))
        self.back.clicked.connect(lambda: self.reset.emit("calendar.weekend"))
        held.addWidget(self.back)
        held.addWidget(self.wrong_days, 1)
        held.addStretch(1)
        add_lined(self._column, _below_each_other(line, held))

    def _lay_holidays(self) -> None:
        theme = self._theme
        line = QHBoxLayout()
        line.setSpacing(8)
        words = label(theme, tr("Holidays"), weight=500)
        words.setFixedWidth(NAME_WIDTH + _BESIDE - line.spacing())
        self.new = QLineEdit()
        self.new.setPlaceholderText(tr("25 Dec 2026"))
        self.new.setAccessibleName(tr("Another holiday, like 25 Dec 2026"))
        self.new.setFixedWidth(120)
        self.new.returnPressed.connect(self._add)
        add = KeyButton(theme, tr("Add holiday"), icon="plus")
        add.clicked.connect(self._add)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        for part in (words, self.new, add):
            line.addWidget(part)
        line.addWidget(self.wrong, 1)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        add_lined(self._column, _below_each_other(line, self._list))

    def show_days(self, weekend: Collection[str], holidays: Collection[str], weekend_differs: bool) -> None:
        """Shows these."""
        if self._weekend != tuple(weekend):
            self.wrong_days.hide()
        self._weekend, self._holidays = tuple(weekend), tuple(sorted(holidays))
        for name, button in self.days.items():
            button.setChecked(name not in weekend)
        self.back.setVisible(weekend_differs)
        if self._drawn != self._holidays:
            self._drawn = self._holidays
            self.wrong.clear()
            with typing_kept(self):
                clear(self._list)
                for start in range(0, len(self._holidays), _A_ROW):
                    self._list.addLayout(self._row(self._holidays[start : start + _A_ROW]))

    def _row(self, holidays: tuple[str, ...]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addSpacing(NAME_WIDTH + _BESIDE)
        for text in holidays:
            day = QDate.fromString(text, Qt.DateFormat.ISODate)
            button = KeyButton(self._theme, f"{locale().toString(day, tr('ddd d MMM yyyy'))}  ×")
            button.setObjectName(f"holiday {text}")
            button.setAccessibleName(tr("Remove the holiday {day_in}", day_in=day_in_words(date.fromisoformat(text))))
            button.setToolTip(tr("Remove"))
            button.clicked.connect(
                lambda _=False, text=text: self.holidays_given.emit([holiday for holiday in self._holidays if holiday != text])
            )
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _turn(self, name: str, works: bool) -> None:
        free = set(self._weekend) - {name} if works else {*self._weekend, name}
        self.weekend_given.emit([day for day in WEEKDAYS if day in free])

    def _add(self) -> None:
        text = self.new.text().strip()
        try:
            if text.isdigit():
                raise ValueError("a number of days, as a table keeps it, is none that a person writes")
            day = parse_day(text).isoformat()
        except ValueError:
            self.wrong.setText(tr("“{text}” is no day. Write it like 25 Dec 2026.", text=text))
            return
        self.new.clear()
        self.wrong.clear()
        self.holidays_given.emit(sorted({*self._holidays, day}))

    def refuse_days(self, sentence: str) -> None:
        """Says what is wrong with the working days; they stand as they were."""
        self.wrong_days.setText(sentence)
        self.wrong_days.show()
        for name, button in self.days.items():
            button.setChecked(name not in self._weekend)


def _below_each_other(*lines: QLayout) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 2, 0, 2)
    column.setSpacing(4)
    for line in lines:
        column.addLayout(line)
    return held
