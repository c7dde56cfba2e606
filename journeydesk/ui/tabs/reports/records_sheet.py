"""What a figure counts where that is not prospects: each call, each answer, each payer, and the way to the prospects."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journeydesk.domain.words import first_up, tr, tr_count
from journeydesk.services.context import Context
from journeydesk.services.reports.records import Counted, Record
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.tabs.reports.records_list import ROW, RecordList
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.window.geometry import ground_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_MOST_ROWS, _AROUND = 14, 220


class RecordsSheet(FramedSheet):
    """Enter opens the prospect of a line (`prospect_requested`), Ctrl+Enter all of them (`prospects_requested`), Ctrl+C copies."""

    prospect_requested = Signal(int)
    prospects_requested = Signal()

    def __init__(self, context: Context, theme: Theme, window: QWidget, counted: Counted) -> None:
        super().__init__(theme, window, 680, first_up(counted.words), icon="chart")
        prospects = len({each.prospect for each in counted.records if each.prospect is not None})
        self.list = RecordList(context, theme, counted, self.sheet)
        self._keys = KeyMap(Scope.DIALOGS, {Action.COPY_LINES: self._copy})
        self.prospects = KeyButton(
            theme,
            tr_count("Show the prospect", "Show {count} prospects", prospects),
            icon="users",
            key=Action.ACCEPT.cap,
            kind="primary",
            parent=self.sheet,
        )
        self.prospects.clicked.connect(self._show)
        self.prospects.setVisible(bool(prospects))
        self._beside = label(theme, step=-1, kind="secondary")
        if counted.records:
            rows = min(len(counted.records), _MOST_ROWS, (ground_of(window).height() - _AROUND) // ROW)
            self.list.setFixedHeight(max(3, rows) * ROW)
            self.body.setContentsMargins(0, 0, 0, 0)
            self.body.addWidget(self.list)
            self._beside.setText(tr("{key} copies the lines", key=Action.COPY_LINES.label))
        else:
            self.list.hide()
            self.body.addWidget(label(theme, tr("There are none."), kind="secondary"))
        self.out = self.offer(self.prospects, leave=tr("Close"), beside=self._beside)
        self.list.opened.connect(self._open)
        self.accepted.connect(self._show)

    def take_focus(self) -> None:
        """The list has the keyboard."""
        (self.list if self.list.isVisibleTo(self.sheet) else self.out).setFocus()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def _copy(self) -> None:
        self.list.copy()
        self._beside.setText(tr_count("{count} line copied", "{count} lines copied", len(self.list.records)))

    def _open(self, record: Record) -> None:
        if record.prospect is not None:
            self.done()
            self.prospect_requested.emit(record.prospect)

    def _show(self) -> None:
        if self.prospects.isVisibleTo(self.sheet):
            self.done()
            self.prospects_requested.emit()
