"""One part of the score: its options with their points, or its steps; and back to default."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.ui.tabs.settings.page import clear, typing_kept
from journeydesk.ui.tabs.settings.scores.point_rows import PointRow, StepRow
from journeydesk.ui.tabs.settings.shapes import whole
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.link import link_button

_POINTS = whole()


class GroupCard(QFrame):
    """`given` carries the whole value as the settings have it, and the row to tell what is wrong; `reset` asks for the default."""

    given = Signal(object, object)
    reset = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.theme = theme
        self.title = title
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 10)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(theme, title, weight=600))
        head.addStretch(1)
        self.back = link_button(theme, tr("Back to default"), tr("Back to default: {title}", title=title))
        self.back.clicked.connect(self.reset)
        head.addWidget(self.back)
        column.addLayout(head)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(2)
        column.addLayout(self.lines)
        self.below = QVBoxLayout()
        column.addLayout(self.below)
        column.addStretch(1)


class OptionsCard(GroupCard):
    """Options by name; with `open_ended` they can be added and removed."""

    def __init__(self, theme: Theme, title: str, *, open_ended: bool = False) -> None:
        super().__init__(theme, title)
        self._open_ended = open_ended
        self._value: dict[str, Any] = {}
        self.rows: dict[str, PointRow] = {}
        if open_ended:
            self._offer_new()

    def _offer_new(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.new = QLineEdit()
        self.new.setPlaceholderText(tr("Name of another CTA"))
        self.new.setAccessibleName(tr("Name of another CTA"))
        self.new.returnPressed.connect(self._add)
        add = KeyButton(self.theme, tr("Add"), icon="plus")
        add.setAccessibleName(tr("Add this CTA with 10 points"))
        add.clicked.connect(self._add)
        line.addWidget(self.new, 1)
        line.addWidget(add)
        self.below.addSpacing(4)
        self.below.addLayout(line)

    def show_value(self, value: Mapping[str, Any], shipped: Mapping[str, Any]) -> None:
        """Shows the options with their points."""
        self._value = dict(value)
        self.back.setVisible(self._value != dict(shipped))
        if list(self.rows) != list(self._value):
            with typing_kept(self):
                clear(self.lines)
                self.rows = {name: self._row(name) for name in self._value}
        for name, row in self.rows.items():
            row.show_points(self._value[name], shipped.get(name))

    def _row(self, name: str) -> PointRow:
        row = PointRow(self.theme, name, self.title, can_go=self._open_ended)
        row.given.connect(lambda text: self.given.emit(self._value | {name: _POINTS.read(text)}, row))
        row.removed.connect(lambda: self.given.emit({k: v for k, v in self._value.items() if k != name}, row))
        self.lines.addWidget(row)
        return row

    def _add(self) -> None:
        name = self.new.text().strip()
        if name and name not in self._value:
            self.new.clear()
            self.given.emit(self._value | {name: 10}, None)


class StepsCard(GroupCard):
    """Thresholds with their points, such as 280 characters: 5."""

    def __init__(self, theme: Theme, title: str, before: str, unit: str) -> None:
        super().__init__(theme, title)
        self._words = before, unit
        self._value: list[tuple[str, Any]] = []
        self.rows: list[StepRow] = []

    def show_value(self, value: Mapping[str, Any], shipped: Mapping[str, Any]) -> None:
        """Shows the steps as the settings have them."""
        self._value = list(value.items())
        self.back.setVisible(dict(value) != dict(shipped))
        while len(self.rows) < len(self._value):
            self.rows.append(self._row(len(self.rows)))
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(self._value))
            if place < len(self._value):
                row.show_step(*self._value[place])

    def _row(self, place: int) -> StepRow:
        row = StepRow(self.theme, *self._words, self.title, place)
        row.threshold_given.connect(lambda text: self._give(place, text.strip(), self._value[place][1]))
        row.points_given.connect(lambda text: self._give(place, self._value[place][0], _POINTS.read(text)))
        self.lines.addWidget(row)
        return row

    def _give(self, place: int, threshold: str, points: object) -> None:
        steps = [step if n != place else (threshold, points) for n, step in enumerate(self._value)]
        self.given.emit(dict(steps), self.rows[place])


def sentence(problem: JourneydeskError) -> str:
    """What is allowed, for a number of points."""
    return _POINTS.sentence(problem)
