"""How list and reading pane share the width: side by side, or in a narrow window one step after the other."""

from journeydesk.ui.tabs.alerts.list_pane import LIST_WIDTH, ListPane
from journeydesk.ui.tabs.alerts.right_side import RightSide

_CONTEXT_BESIDE = 1100
_SIDE_BY_SIDE = 900
_NO_LIMIT = 16_777_215
"""Qt's own, which PySide does not name."""


class Steps:
    """Below 1,100 pixels the context stands under the history, below 900 only the list or only the reading pane is shown."""

    def __init__(self, list_pane: ListPane, right: RightSide) -> None:
        self._list = list_pane
        self._right = right
        self.one_at_a_time = False

    def fit(self, width: int) -> None:
        """Fits both into a tab of this width, in pixels."""
        self.one_at_a_time = width < _SIDE_BY_SIDE
        self._right.pane.set_narrow(width < _CONTEXT_BESIDE)
        self._list.setMinimumWidth(0 if self.one_at_a_time else LIST_WIDTH)
        self._list.setMaximumWidth(_NO_LIMIT if self.one_at_a_time else LIST_WIDTH)
        self.show(self._right.isVisible() and not self._list.isVisible())

    def show(self, reading: bool) -> None:
        """Shows the pane rather than the list where there is room for only one."""
        self._list.setVisible(not self.one_at_a_time or not reading)
        self._right.setVisible(not self.one_at_a_time or reading)
        if self.one_at_a_time and reading:
            self._right.pane.setFocus()
