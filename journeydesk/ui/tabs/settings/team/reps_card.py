"""The reps, to be changed in place: name, e-mail, whether they are active; and owners who are no reps yet."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.services.queries.team import RepLine, TeamLines
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.page import clear, edits_in, typing_kept
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.widgets.link import link_button
from journeydesk.ui.widgets.switch import Switch

_OFFERED = 9
_A_ROW = 3


class RepsCard(QFrame):
    """`given` carries all reps as the settings have them, and what undo says of the change."""

    given = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._reps: list[dict[str, Any]] = []
        self._shown: TeamLines | None = None
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        column.addLayout(self._grid)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        column.addWidget(self.wrong)
        add = QHBoxLayout()
        add.setSpacing(8)
        self.name, self.email = QLineEdit(), QLineEdit()
        for edit, words in ((self.name, tr("Name of another rep")), (self.email, tr("E-mail, if you like"))):
            edit.setPlaceholderText(words)
            edit.setAccessibleName(words)
            edit.returnPressed.connect(self._add)
            add.addWidget(edit, 1)
        button = KeyButton(theme, tr("Add rep"), icon="plus")
        button.clicked.connect(self._add)
        add.addWidget(button)
        column.addLayout(add)
        self._others = QVBoxLayout()
        self._others.setSpacing(2)
        column.addLayout(self._others)

    def show_team(self, team: TeamLines) -> None:
        """Shows the reps; the same ones are left as they are."""
        if team == self._shown:
            return
        self._shown = team
        before = self._reps
        self._reps = [{"name": rep.name, "email": rep.email, "active": rep.active} for rep in team.reps]
        with typing_kept(self):
            clear(self._grid)
            clear(self._others)
            if team.reps:
                for place, words in enumerate((tr("Name"), tr("E-mail"), tr("Active"), tr("Open prospects"))):
                    self._grid.addWidget(label(self._theme, words, step=-1, weight=500, kind="secondary"), 0, place)
            else:
                words = tr("No reps yet, so nobody is given prospects by itself.")
                self._grid.addWidget(label(self._theme, words, kind="secondary", wrap=True), 0, 0, 1, 5)
            for place, rep in enumerate(team.reps):
                self._row(place, rep)
            self._offer(team.others)
        if self._reps != before and not any(edit.property("wrong") for edit in edits_in(self)):
            self.wrong.hide()

    def _row(self, place: int, rep: RepLine) -> None:
        name = self._edit(place, "name", rep.name, tr("Name of {name}", name=rep.name))
        email = self._edit(place, "email", rep.email, tr("E-mail of {name}", name=rep.name))
        email.setPlaceholderText(tr("none"))
        active = Switch(self._theme, tr("{name} is active", name=rep.name))
        active.setObjectName(f"active {place}")
        active.setChecked(rep.active)
        active.setToolTip(tr("Only active reps are given prospects by themselves"))
        active.clicked.connect(lambda on: self._give(place, "active", on))
        away = IconButton(self._theme, "x", tr("Remove {name}", name=rep.name))
        away.setToolTip(tr("Prospects keep their owner"))
        away.clicked.connect(
            lambda: self.given.emit(
                [rep_kept for n, rep_kept in enumerate(self._reps) if n != place], tr("Removed {name}", name=rep.name)
            )
        )
        held = label(self._theme, figure(rep.open_prospects), kind="secondary")
        row = place + 1
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(email, row, 1)
        self._grid.addWidget(active, row, 2, Qt.AlignmentFlag.AlignCenter)
        self._grid.addWidget(held, row, 3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(away, row, 4)

    def _edit(self, place: int, part: str, text: str, name: str) -> InPlaceEdit:
        edit = InPlaceEdit(name)
        edit.setObjectName(f"{part} {place}")
        edit.show_text(text)
        edit.setCursorPosition(0)
        edit.setMinimumWidth(110)
        edit.given.connect(lambda typed: self._give(place, part, typed.strip()))
        edit.restored.connect(self.wrong.hide)
        return edit

    def _offer(self, others: Sequence[tuple[str, int]]) -> None:
        if not others:
            return
        self._others.addWidget(
            label(self._theme, tr("They own prospects and are no reps yet. Press to add:"), step=-1, kind="secondary")
        )
        for start in range(0, min(len(others), _OFFERED), _A_ROW):
            line = QHBoxLayout()
            line.setSpacing(4)
            for name, count in others[start : start + _A_ROW]:
                button = link_button(
                    self._theme,
                    f"{name} ({figure(count)})",
                    tr(
                        "Add {name}, who owns {prospects}, as a rep",
                        name=name,
                        prospects=tr_count("{count} open prospect", "{count} open prospects", count),
                    ),
                )
                button.clicked.connect(lambda _=False, name=name: self._take(name, ""))
                line.addWidget(button)
            line.addStretch(1)
            self._others.addLayout(line)

    def _give(self, place: int, part: str, value: object) -> None:
        name = self._reps[place]["name"]
        words = {
            "active": tr("{name} is {active}", name=name, active=tr("active") if value else tr("no longer active")),
            "name": tr("Renamed {name} to {value}", name=name, value=value),
        }
        reps = [rep | {part: value} if n == place else rep for n, rep in enumerate(self._reps)]
        self._shown = None
        self.given.emit(reps, words.get(part, tr("Changed the e-mail of {name}", name=name)))

    def _add(self) -> None:
        self._take(self.name.text().strip(), self.email.text().strip())

    def _take(self, name: str, email: str) -> None:
        self.given.emit([*self._reps, {"name": name, "email": email, "active": True}], tr("Added the rep {name}", name=name))

    def added(self, reps: list[dict[str, object]]) -> None:
        """What was given is saved; the fields are free for another."""
        if self.name.text().strip() in (rep["name"] for rep in reps):
            self.name.clear()
            self.email.clear()

    def refuse(self, sentence: str, place: int | None, part: str) -> None:
        """Says what is wrong, with a red frame around the field of a rep by place."""
        self.wrong.setText(sentence)
        self.wrong.show()
        if place is not None:
            edits = self.findChildren(InPlaceEdit, f"{part} {place}")
            if edits:
                edits[-1].mark_wrong(sentence)
