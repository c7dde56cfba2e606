"""The tasks that an automation makes, to be changed in place: title, and due in how many working days."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.page import clear, edits_in, typing_kept
from journeydesk.ui.tabs.settings.shapes import whole
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.link import link_button

_DAYS = whole()


class PlannedTasks(QWidget):
    """`given` carries the whole list as the settings have it; with `one` it is always a single task. `reset` asks for the default."""

    given = Signal(object)
    reset = Signal()

    def __init__(self, theme: Theme, name: str, *, single: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._one = single
        self._tasks: list[dict[str, Any]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        column.addLayout(self._grid)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        column.addWidget(self.wrong)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        add = link_button(theme, tr("Add a task"), tr("Add a task to {name}", name=name))
        add.clicked.connect(lambda: self.given.emit([*self._tasks, {"title": tr("New task"), "days": 1}]))
        self.back = link_button(theme, tr("Back to default"), tr("Back to default: {name}", name=name))
        self.back.clicked.connect(self.reset)
        if not single:
            foot.addWidget(add)
        foot.addWidget(self.back)
        foot.addStretch(1)
        column.addLayout(foot)
        self._drawn: list[dict[str, Any]] | None = None
        self._given = ""

    def show_tasks(self, tasks: Sequence[dict[str, Any]], differs: bool) -> None:
        """Shows these; where they are shown already nothing is made anew."""
        self._tasks = [dict(task) for task in tasks]
        self.back.setVisible(differs)
        if self._drawn == self._tasks:
            return
        self._drawn = [dict(task) for task in self._tasks]
        with typing_kept(self):
            clear(self._grid)
            for column, words in enumerate((tr("Task"), tr("Due after, working days"))):
                self._grid.addWidget(label(self._theme, words, step=-1, weight=500, kind="secondary"), 0, column)
            for place, task in enumerate(self._tasks):
                self._row(place, task)
        if not any(edit.property("wrong") for edit in edits_in(self)):
            self.wrong.hide()

    def _row(self, place: int, task: dict[str, Any]) -> None:
        title = InPlaceEdit(tr("Title of task {place} of {name}", place=place + 1, name=self._name))
        title.setObjectName(f"title {place}")
        title.show_text(str(task["title"]))
        title.setCursorPosition(0)
        title.setMinimumWidth(240)
        title.given.connect(lambda text: self._give(place, "title", text.strip()))
        days = InPlaceEdit(tr("Due after, working days: {title}", title=task["title"]), 64, right=True)
        days.setObjectName(f"days {place}")
        days.show_text(str(task["days"]))
        days.given.connect(lambda text: self._give(place, "days", _DAYS.read(text)))
        for edit in (title, days):
            edit.restored.connect(self.wrong.hide)
        self._grid.addWidget(title, place + 1, 0)
        self._grid.addWidget(days, place + 1, 1, Qt.AlignmentFlag.AlignLeft)
        if not self._one:
            away = IconButton(self._theme, "x", tr("Remove the task {title}", title=task["title"]))
            away.clicked.connect(lambda: self.given.emit([other for n, other in enumerate(self._tasks) if n != place]))
            self._grid.addWidget(away, place + 1, 2)

    def _give(self, place: int, part: str, value: object) -> None:
        self._drawn = None
        self._given = f"{part} {place}"
        self.given.emit([task | {part: value} if n == place else task for n, task in enumerate(self._tasks)])

    def refuse(self, sentence: str) -> None:
        """Says what is wrong; what was typed stays until Escape or another value."""
        self.wrong.setText(sentence)
        self.wrong.show()
        edits = self.findChildren(InPlaceEdit, self._given)
        if edits:
            edits[-1].mark_wrong(sentence)
