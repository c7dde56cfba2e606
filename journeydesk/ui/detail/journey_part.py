"""The journey of who is shown: which one, its steps, and what is lacking to the next."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.board import journeys
from journeydesk.services.rows.detail import ProspectDetail
from journeydesk.ui.detail.stepper import Stepper
from journeydesk.ui.mirror import under
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import plain_label
from journeydesk.ui.widgets.popovers.action_menu import ActionMenu
from journeydesk.ui.widgets.stage_chip import StageChip

_TALL, _NARROW = 101, 54


class JourneyPart(QWidget):
    """`chosen` carries the name of the journey that is wanted."""

    chosen = Signal(str)

    def __init__(self, context: Context, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self._is_narrow = self._has_begun = False
        self.stepper = Stepper(theme, self)
        self.setFixedHeight(_TALL)
        self.setObjectName("journeyBlock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 9, 16, 0)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._title = plain_label(tr("Journey"), self)
        self._title.setFont(theme.font(-1, 600))
        self._name = QPushButton(context.settings.journeys[0].name, self)
        self._name.setProperty("kind", "flat")
        self._name.setStyleSheet(
            "QPushButton { padding: 0; min-height: 18px; border: none; font-weight: 400; text-align: left; }"
        )
        self._name.setAccessibleName(tr("Choose the journey"))
        self._name.clicked.connect(self._choose)
        self._next = plain_label(parent=self)
        self._next.setFont(theme.font(-1))
        self._stage = StageChip(theme, 0, "")
        self._stage.hide()
        head.addWidget(self._title)
        head.addWidget(self._name)
        head.addWidget(self._stage)
        head.addStretch(1)
        head.addWidget(self._next)
        layout.addLayout(head)
        layout.addWidget(self.stepper)
        layout.addStretch(1)

    def fit(self, narrow: bool) -> None:
        """In a narrow panel the steps are a bar, and the stage stands above it by name."""
        self._is_narrow = narrow
        self.setFixedHeight(_NARROW if narrow else _TALL)
        self.stepper.show_as_bar(narrow)
        self._title.setVisible(not narrow)
        self._stage.setVisible(narrow and self._has_begun)

    def show_detail(self, detail: ProspectDetail) -> None:
        """Shows where they stand."""
        self.stepper.show_steps(detail.steps)
        self._name.setText(detail.journey)
        current = next((step.mark for step in detail.steps if step.state == "current"), None)
        self._stage.show_stage(current.number if current else 0, current.name if current else "")
        self._has_begun = current is not None
        self._stage.setVisible(self._is_narrow and self._has_begun)
        to, stage = detail.points_to_next, detail.next_stage
        self._next.setText(
            tr("{to} points to {number} {name}", to=to, number=stage.number, name=stage.name)
            if to is not None and stage is not None
            else ""
        )

    def _choose(self) -> None:
        menu = ActionMenu(self._theme, self)
        for name in journeys(self._context):
            menu.add(name, partial(self.chosen.emit, name))
        menu.popup(self._name.mapToGlobal(under(self._name.rect())))
