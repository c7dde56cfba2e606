"""The parts of the page of duplicates and where they stand: the pairs, the two side by side, the buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.duplicates import words
from journeydesk.ui.tabs.duplicates.grid import PairGrid
from journeydesk.ui.tabs.duplicates.pair_list import PairListView, PairModel
from journeydesk.ui.tabs.duplicates.reasons import ReasonChips
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.chips import ViewChip
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule

_LEFT, _NARROW_LEFT, _WIDE_FROM = 428, 290, 1240


class DuplicatesPage(Tab):
    """What is seen; `DuplicatesTab` says what it does."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self._wide: bool | None = None
        self._make(theme)
        self._lay_out(theme)

    def _make(self, theme: Theme) -> None:
        self.chips: dict[str, ViewChip] = {}
        for said, name in words.LISTS:
            chip = ViewChip(theme, name, self)
            chip.setAutoExclusive(True)
            self.chips[said] = chip
        self.model = PairModel(self)
        self.list = PairListView(theme, self.model, self)
        self.title = ElidedLabel(theme, step=2, weight=600)
        self.place = label(theme, kind="secondary")
        self.up = IconButton(theme, "up", tr("Previous pair"), flat=False, parent=self)
        self.down = IconButton(theme, "down", tr("Next pair"), flat=False, parent=self)
        self.reasons = ReasonChips(theme, self)
        self.all_left = KeyButton(theme, tr("All left"), key=Action.ALL_LEFT.cap, parent=self)
        self.all_right = KeyButton(theme, tr("All right"), key=Action.ALL_RIGHT.cap, parent=self)
        self.grid = PairGrid(self.context, theme, self)
        self.promise = ElidedLabel(theme, kind="secondary")
        self.no = KeyButton(theme, tr("Different"), key=Action.PAIR_DIFFERENT.cap, parent=self)
        self.yes = KeyButton(theme, tr("Same, merge later"), key=Action.PAIR_SAME.cap, parent=self)
        self.one = KeyButton(theme, tr("Merge into one"), icon="split", key=Action.PAIR_MERGE.cap, kind="primary", parent=self)
        self.apart = KeyButton(theme, tr("Take apart again"), icon="undo", parent=self)
        self.empty = label(theme, kind="secondary", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _lay_out(self, theme: Theme) -> None:
        left = _ground("base")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._chips = QGridLayout()
        self._chips.setContentsMargins(16, 9, 8, 9)
        self._chips.setHorizontalSpacing(4)
        self._chips.setVerticalSpacing(6)
        column.addLayout(self._chips)
        column.addWidget(rule())
        column.addWidget(self.list, 1)
        right = _ground("base")
        side = QVBoxLayout(right)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(20, 10, 20, 10)
        head.setSpacing(8)
        first = QHBoxLayout()
        first.addWidget(self.title, 1)
        for part in (self.place, self.up, self.down):
            first.addWidget(part)
        second = QHBoxLayout()
        second.addWidget(self.reasons, 1)
        second.addWidget(self.all_left)
        second.addWidget(self.all_right)
        head.addLayout(first)
        head.addLayout(second)
        side.addLayout(head)
        side.addWidget(rule())
        self.area = QScrollArea(self)
        self.area.setWidget(self.grid)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.addWidget(self.area, 1)
        side.addWidget(self.empty, 1)
        foot = _ground("panel")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(20, 12, 20, 12)
        buttons.setSpacing(8)
        buttons.addWidget(self.promise, 1)
        for button in (self.no, self.yes, self.one, self.apart):
            buttons.addWidget(button)
        side.addWidget(rule())
        side.addWidget(foot)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setHandleWidth(1)
        split.setSizes([_LEFT, 1000])
        left.setMinimumWidth(_NARROW_LEFT)
        self._split = split
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE_FROM
        if wide != self._wide:
            self._wide = wide
            # Four chips stand in a row where there is room, else two and two.
            for number, chip in enumerate(self.chips.values()):
                row, column = (0, number) if wide else divmod(number, 2)
                self._chips.addWidget(chip, row, column)
            self._chips.setColumnStretch(4 if wide else 2, 1)
            self._chips.setColumnStretch(2 if wide else 4, 0)
            left = _LEFT if wide else _NARROW_LEFT
            self._split.setSizes([left, max(self.width() - left, 1)])


def _ground(kind: str) -> QWidget:
    ground = QWidget()
    ground.setProperty("kind", kind)
    ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return ground
