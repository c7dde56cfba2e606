"""The parts of the prospect list and where they stand: chips, filters, list, bulk bar, and the panel beside them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.services.context import Context
from journeydesk.ui import tokens
from journeydesk.ui.delegates.prospect_delegate import ProspectDelegate
from journeydesk.ui.detail.pane import DetailPane
from journeydesk.ui.models.prospect_model import ProspectModel
from journeydesk.ui.tabs.list_and_detail import ListAndDetail
from journeydesk.ui.tabs.prospects.bulk_bar import BulkBar
from journeydesk.ui.tabs.prospects.filters import FilterBar
from journeydesk.ui.tabs.prospects.selection import Selection
from journeydesk.ui.tabs.prospects.table import ProspectTable
from journeydesk.ui.tabs.prospects.view_chips import ViewChips
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import plain_label, rule

if TYPE_CHECKING:
    from journeydesk.ui.detail.panel import DetailPanel
    from journeydesk.ui.tabs.prospects.first_steps import FirstSteps

_BESIDE = 1180
FOLLOW_MS = 60
_UNPAINTED_MS = 1_000


class ListPage(Tab):
    """What is seen."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self.model = ProspectModel(context, self)
        self.table = ProspectTable(
            theme, self.model, ProspectDelegate(theme, self.model, context.today, context.settings.time_zone, self), self
        )
        self.filters = FilterBar(context, theme, self)
        self.bulk = BulkBar(theme, self)
        self._selection = Selection(context, self.table, self.bulk)
        self._pane = DetailPane(context, theme, self)
        self._chips = ViewChips(context, theme, self)
        self._empty = plain_label(parent=self)
        self._first_steps: FirstSteps | None = None
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(FOLLOW_MS)
        self._lay_out()

    def _lay_out(self) -> None:
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("kind", "secondary")
        self._empty.hide()
        left = QWidget(self)
        left.setProperty("kind", "base")
        # Said outright, or the widest bar inside would decide.
        left.setMinimumWidth(480)
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = self._left = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._filters_rule = rule()
        for widget in (self._chips, rule(), self.filters, self._filters_rule, self.table, self._empty, self.bulk):
            column.addWidget(widget, 1 if widget in (self.table, self._empty) else 0)
        self.splitter = ListAndDetail(self, left, self._pane)
        self._sized = False
        self._beside, self._opened = True, False

    @property
    def detail(self) -> "DetailPanel":
        """The panel beside the list."""
        return self._pane.panel

    @property
    def detail_beside(self) -> bool:
        """Whether the panel stands beside the list where there is room, also where nobody opened it."""
        return self._beside

    def keep_detail_beside(self, beside: bool) -> None:
        """Shows the panel beside the list, or only when somebody is opened."""
        if beside != self._beside:
            self._beside = beside
            self._place_detail(opened=False)

    def _place_detail(self, opened: bool) -> None:
        narrow = self.width() + tokens.RAIL < _BESIDE
        if not opened and not self._beside and self._pane.isAncestorOf(self._pane.window().focusWidget() or self):
            self.take_focus()
        self._opened = opened
        self._pane.setVisible(opened or (self._beside and not narrow))
        left = self.splitter.widget(0)
        if left is not None:
            left.setVisible(not (opened and narrow))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._follow.isActive() and not self.table.was_painted:
            # The list is painted before the panel is made, however long that takes; a list that is empty never is.
            self._follow.start(_UNPAINTED_MS)
            self.table.painted.connect(lambda: self._follow.start(FOLLOW_MS), Qt.ConnectionType.SingleShotConnection)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Below 1180 px the detail covers the list; on the first layout it gets its own width.
        super().resizeEvent(event)
        if not self._sized and self.width() > tokens.DETAIL:
            self.splitter.share_out()
            self._sized = True
        self._place_detail(opened=self._opened and not self._beside)

    def take_focus(self) -> None:
        """The list has the keys; where nobody is there the first way to begin."""
        if self._first_steps is not None and self._first_steps.isVisibleTo(self):
            self._first_steps.take_focus()
        else:
            self.table.setFocus()
