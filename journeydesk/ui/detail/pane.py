"""The place beside a list where the detail panel comes once somebody is shown."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.ui.theme import Theme

if TYPE_CHECKING:
    from journeydesk.ui.detail.panel import DetailPanel


class DetailPane(QWidget):
    """Empty until its panel is asked for: the first painted list does not wait for the panel. Its signals are the panel's."""

    said = Signal(str, bool)
    failed = Signal(str)
    closed = Signal()
    step_requested = Signal(int, str)
    conflict_requested = Signal(int, str)

    def __init__(self, context: Context, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._made = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    @cached_property
    def panel(self) -> "DetailPanel":
        """The panel, made when it is asked for the first time."""
        from journeydesk.ui.detail.panel import DetailPanel

        panel = DetailPanel(self._context, self._theme, self)
        panel.said.connect(self.said)
        panel.failed.connect(self.failed)
        panel.closed.connect(self.closed)
        panel.step_requested.connect(self.step_requested)
        panel.conflict_requested.connect(self.conflict_requested)
        column = self.layout()
        assert column is not None
        column.addWidget(panel)
        # At once, for the keyboard may be given to it next.
        panel.show()
        self._made = True
        return panel

    @property
    def prospect(self) -> RecordId | None:
        """Who is shown; nobody while there is no panel."""
        return self.panel.prospect if self._made else None

    @property
    def has_keyboard(self) -> bool:
        """Whether somebody is at work in it."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def refresh(self, change: Change) -> None:
        """Reads again where the change may touch who is shown."""
        if self._made:
            self.panel.refresh(change)
