"""What each tier holds: a line each, to be changed in place, moved, taken away and added to."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from journeydesk.domain.catalogue import TIERS
from journeydesk.domain.errors import JourneydeskError, SettingError
from journeydesk.domain.words import tr
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.lines_card import LinesCard
from journeydesk.ui.tabs.settings.page import clear, typing_kept
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.widgets.switch import CheckBox

_YES, _NO = tr("yes"), tr("no")
_VALUE = 96


class FeaturesCard(LinesCard):
    """`given` carries all lines as the settings have them, and a sentence of what was done."""

    given = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._lines: list[dict[str, Any]] = []
        self.names: list[InPlaceEdit] = []
        self.values: dict[tuple[int, str], InPlaceEdit] = {}
        self.aways: list[IconButton] = []
        self.new = QLineEdit()
        self.new.setAccessibleName(tr("Name of a new line"))
        self.new.setPlaceholderText(tr("What a tier may hold"))
        self.new.returnPressed.connect(self._add)
        button = KeyButton(theme, tr("Add"), icon="plus")
        button.setAccessibleName(tr("Add a line"))
        button.clicked.connect(self._add)
        self.adding.addWidget(self.new, 1)
        self.adding.addWidget(button)

    def show_features(self, features: Sequence[Mapping[str, Any]]) -> None:
        """Shows these lines."""
        self._lines = [dict(line) for line in features]
        with typing_kept(self):
            clear(self.rows)
            self.names, self.values, self.aways = [], {}, []
            self.rows.addWidget(self._heads())
            for place, line in enumerate(self._lines):
                self.rows.addWidget(rule())
                self.rows.addWidget(self._row(place, line))
            if not self._lines:
                self.rows.addWidget(rule())
                self.rows.addWidget(
                    self._held(label(self._theme, tr("No line yet: the comparison is empty."), kind="secondary"))
                )

    def _held(self, *parts: QWidget) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(15, 4, 12, 4)
        row.setSpacing(8)
        for place, part in enumerate(parts):
            row.addWidget(part, 0 if place else 1)
        return held

    def _heads(self) -> QWidget:
        heads: list[QWidget] = [label(self._theme, tr("Line"), step=-1, weight=500, kind="secondary")]
        for tier in TIERS:
            head = label(self._theme, tier, step=-1, weight=500, kind="secondary")
            head.setFixedWidth(_VALUE)
            heads.append(head)
        counts = label(self._theme, tr("Calls a month"), step=-1, weight=500, kind="secondary")
        self._width_of_counts = max(96, counts.sizeHint().width())
        counts.setFixedWidth(self._width_of_counts)
        space = QWidget()
        space.setFixedWidth(28)
        return self._held(*heads, counts, space)

    def _row(self, place: int, line: Mapping[str, Any]) -> QWidget:
        name = str(line["name"])
        edit = InPlaceEdit(tr("Name of line {number}", number=place + 1))
        edit.setObjectName(f"feature {place}")
        edit.show_text(name)
        edit.given.connect(partial(self._rename, place))
        edit.restored.connect(self.wrong.hide)
        self.names.append(edit)
        parts: list[QWidget] = [edit]
        for tier in TIERS:
            value = InPlaceEdit(tr("{name} in {tier}", name=name, tier=tier), _VALUE)
            value.setObjectName(f"feature {place} {tier}")
            value.show_text(_shown(line.get(tier, False)))
            value.given.connect(partial(self._set, place, tier))
            value.restored.connect(self.wrong.hide)
            self.values[place, tier] = value
            parts.append(value)
        counts = CheckBox(self._theme, "", self)
        counts.setAccessibleName(tr("{name} is the most calls a month", name=name))
        counts.setChecked(line.get("counts") == "calls")
        counts.toggled.connect(partial(self._count, place))
        counts.setFixedWidth(self._width_of_counts)
        away = IconButton(self._theme, "x", tr("Take away {name}", name=name))
        away.clicked.connect(partial(self._take_away, place))
        self.aways.append(away)
        return self._held(*parts, counts, away)

    def _add(self) -> None:
        name = self.new.text().strip()
        if name:
            self.given.emit(
                [*self._lines, {"name": name, **dict.fromkeys(TIERS, True)}], tr("Added the line “{name}”", name=name)
            )

    def _rename(self, place: int, text: str) -> None:
        self._with(place, {"name": text.strip()}, tr("Changed the line “{name}”", name=text.strip()))

    def _set(self, place: int, tier: str, text: str) -> None:
        self._with(place, {tier: _read(text)}, tr("Changed the line “{name}”", name=self._lines[place]["name"]))

    def _count(self, place: int, on: bool) -> None:
        others = [{**line, "counts": ""} for line in self._lines]
        others[place]["counts"] = "calls" if on else ""
        self.given.emit(others, tr("Changed the line “{name}”", name=self._lines[place]["name"]))

    def _with(self, place: int, values: Mapping[str, Any], words: str) -> None:
        lines = [dict(line) for line in self._lines]
        lines[place] |= dict(values)
        self.given.emit(lines, words)

    def _take_away(self, place: int) -> None:
        words = tr("Took the line “{name}” away", name=self._lines[place]["name"])
        self.given.emit([line for number, line in enumerate(self._lines) if number != place], words)

    def added(self) -> None:
        """What was typed was taken."""
        self.wrong.hide()
        self.new.clear()

    def refuse(self, problem: JourneydeskError) -> None:
        """Says what is wrong; what was typed stays."""
        allowed = tr("Give {allowed}.", allowed=problem.allowed) if isinstance(problem, SettingError) else str(problem)
        self.wrong.setText(allowed)
        self.wrong.show()


def _shown(value: object) -> str:
    return value if isinstance(value, str) else _YES if value else _NO


def _read(text: str) -> str | bool:
    """What a tier holds of a line as people type it: yes, no, or how much."""
    bare = text.strip()
    if not bare or bare.casefold() in (_NO.casefold(), "no", "-", "–"):
        return False
    return True if bare.casefold() in (_YES.casefold(), "yes") else bare
