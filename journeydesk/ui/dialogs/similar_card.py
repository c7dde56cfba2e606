"""Who may be the one that is being typed: a card in the form of a new prospect, each with its reasons and a way to it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import retold, tr
from journeydesk.services.context import Context
from journeydesk.services.duplicates.candidates import LookAlike
from journeydesk.services.queries.lists.prospects import stage_mark
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel, label, own_direction, rule
from journeydesk.ui.widgets.stage_chip import StageChip


class SimilarCard(QFrame):
    """Hidden while nobody is alike. `opened` carries the prospect that is to be looked at instead."""

    opened = Signal(int)

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        self.found: Sequence[LookAlike] = ()
        self.setObjectName("similar")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._rows: list[QWidget] = []
        self._head = QWidget()
        self._head.setObjectName("similarHead")
        self._head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(12, 7, 12, 7)
        head.setSpacing(8)
        head.addWidget(IconLabel(theme, "warn", "warn"))
        head.addWidget(label(theme, tr("Perhaps you have this one already"), weight=600), 1)
        head.addWidget(label(theme, tr("you can still add it"), step=-1, kind="secondary"))
        self._column.addWidget(self._head)
        theme.changed.connect(self._color)
        self._color()
        self.hide()

    def _color(self) -> None:
        ground, line = self._theme.hex("warn-soft"), self._theme.hex("warn-line")
        self.setStyleSheet(
            f"QFrame#similar {{ border: 1px solid {line}; border-radius: 4px; background: {self._theme.hex('base')}; }}"
            f"QWidget#similarHead {{ background: {ground}; }}"
        )

    def show_found(self, found: Sequence[LookAlike]) -> bool:
        """Shows these; whether that differs from what was shown."""
        if [(each.record, each.likeness.reasons) for each in found] == [
            (each.record, each.likeness.reasons) for each in self.found
        ]:
            return False
        self.found = found
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for place, each in enumerate(found):
            for part in (rule(), self._row(place, each)):
                self._rows.append(part)
                self._column.addWidget(part)
        names = ", ".join(each.company or each.contact for each in found)
        self.setAccessibleName(tr("Perhaps you have this one already: {names}", names=names))
        self.setVisible(bool(found))
        return True

    def _row(self, place: int, each: LookAlike) -> QWidget:
        theme = self._theme
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 6, 8, 6)
        line.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        names = " · ".join(own_direction(part) for part in (each.company, each.contact) if part)
        owner = [each.owner] if each.owner else []
        never = [tr("never contacted")] if each.last_touch_at is None else []
        words.addWidget(ElidedLabel(theme, names, weight=500))
        words.addWidget(
            ElidedLabel(theme, " · ".join([*map(retold, each.likeness.reasons), *owner, *never]), step=-1, kind="secondary")
        )
        line.addLayout(words, 1)
        mark = stage_mark(self._context, self._context.settings.journeys[0].name, each.stage)
        if mark is not None:
            line.addWidget(StageChip(theme, mark.number, mark.name))
        keys = Action.OPEN_SIMILAR.keys
        open_it = KeyButton(theme, tr("Open"), key=keys[place] if place < len(keys) else "")
        open_it.setAccessibleName(tr("Open {names}", names=names))
        open_it.clicked.connect(partial(self.open, place))
        line.addWidget(open_it)
        return row

    def open(self, place: int) -> bool:
        """Goes to one of them; whether there is one at this place."""
        if not 0 <= place < len(self.found):
            return False
        self.opened.emit(self.found[place].record)
        return True
