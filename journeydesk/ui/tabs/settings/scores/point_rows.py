"""Rows of points, each to be changed in place, with its default or what is wrong beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton
from journeydesk.ui.widgets.labels import ElidedLabel, label

_NAME = 132
_POINTS = 52


class PointRow(QWidget):
    """A name and its points; with `can_go` a cross that removes it."""

    given = Signal(str)
    removed = Signal()

    def __init__(self, theme: Theme, name: str, about: str, *, can_go: bool = False) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 1, 0, 1)
        line.setSpacing(8)
        words = ElidedLabel(theme, name, kind="secondary")
        words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        words.setFixedWidth(_NAME)
        self.edit = InPlaceEdit(tr("{about}: {name}, points", about=about, name=name), _POINTS, right=True)
        self.edit.setObjectName(f"{about} {name}")
        self.edit.given.connect(self.given)
        self.note = label(theme, step=-1, kind="caption", wrap=True)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        self.edit.restored.connect(self._no_longer_wrong)
        line.addWidget(words)
        line.addWidget(self.edit)
        if can_go:
            away = IconButton(theme, "x", tr("Remove {name}", name=name))
            away.clicked.connect(self.removed)
            line.addWidget(away)
        line.addWidget(self.note, 1)
        line.addWidget(self.wrong, 1)

    def show_points(self, points: object, shipped: object) -> None:
        """Shows its points; `shipped` is None where nothing is shipped for it."""
        self.edit.show_text(str(points))
        self._no_longer_wrong()
        self.note.setText(tr("default {shipped}", shipped=shipped) if shipped is not None and shipped != points else "")

    def refuse(self, sentence: str) -> None:
        """Says what is allowed; what was typed stays."""
        self.edit.mark_wrong(sentence)
        self.wrong.setText(sentence)
        self._no_longer_wrong()

    def _no_longer_wrong(self) -> None:
        wrong = bool(self.edit.property("wrong"))
        self.wrong.setVisible(wrong)
        self.note.setVisible(not wrong)


class StepRow(QWidget):
    """“at least 280 characters: 5 points”: a threshold and its points, both to be changed."""

    threshold_given = Signal(str)
    points_given = Signal(str)

    def __init__(self, theme: Theme, before: str, unit: str, about: str, place: int) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 1, 0, 1)
        line.setSpacing(8)
        self.threshold = InPlaceEdit(f"{about}: {before}, {unit}", 58, right=True)
        self.threshold.setObjectName(f"{about} threshold {place}")
        self.threshold.given.connect(self.threshold_given)
        self.points = InPlaceEdit(tr("{about}: points", about=about), _POINTS, right=True)
        self.points.setObjectName(f"{about} points {place}")
        self.points.given.connect(self.points_given)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        for edit in (self.threshold, self.points):
            edit.restored.connect(self._no_longer_wrong)
        for part in (label(theme, before, kind="secondary"), self.threshold, label(theme, unit, kind="secondary"), self.points):
            line.addWidget(part)
        line.addWidget(self.wrong, 1)
        line.addStretch(1)

    def show_step(self, threshold: object, points: object) -> None:
        """Shows both."""
        self.threshold.show_text(str(threshold))
        self.points.show_text(str(points))
        self._no_longer_wrong()

    def refuse(self, edit: InPlaceEdit, sentence: str) -> None:
        """Says what is allowed for one of them."""
        edit.mark_wrong(sentence)
        self.wrong.setText(sentence)
        self._no_longer_wrong()

    def _no_longer_wrong(self) -> None:
        self.wrong.setVisible(bool(self.threshold.property("wrong") or self.points.property("wrong")))
