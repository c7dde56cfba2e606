"""What was done last: from here everything since a change is taken back, or that change alone, or done again."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from journeydesk.domain.words import tr, tr_count
from journeydesk.services.last_changes import KEPT_DAYS, can_take_back_alone
from journeydesk.ui.dialogs.changes.list import ROW, ChangeList
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from journeydesk.ui.window.host import Host

_MOST_ROWS = 14


class LastChanges(FramedSheet):
    """Enter undoes back to the chosen line, or does again up to it; the button says how much that is."""

    def __init__(self, window: "Host") -> None:
        super().__init__(window.theme, window, 680, tr("Last changes"), icon="history")
        self._host = window
        self.list = ChangeList(window.context, window.theme, self.sheet)
        count = self.list.lines.rowCount()
        self._keys = KeyMap(Scope.DIALOGS, {Action.TAKE_BACK_ALONE: self._alone})
        self.button = KeyButton(window.theme, "", key=Action.TAKE.cap, kind="primary", parent=self.sheet)
        self.button.clicked.connect(self._take)
        self.alone = KeyButton(window.theme, tr("Undo only this"), key=Action.TAKE_BACK_ALONE.cap, parent=self.sheet)
        self.alone.clicked.connect(self._alone)
        self.list.current_changed.connect(self._follow)
        self.list.taken.connect(self._take)
        self.accepted.connect(self._take)
        if count:
            self.list.setFixedHeight(min(count, _MOST_ROWS) * ROW)
            self.body.setContentsMargins(0, 0, 0, 0)
            self.body.addWidget(self.list)
            kept = tr("Kept for {days} days, over restarts", days=KEPT_DAYS)
        else:
            self.list.hide()
            self.body.addWidget(label(window.theme, tr("Nothing was changed yet."), kind="secondary"))
            kept = ""
        beside: QWidget = label(window.theme, kept, step=-1, kind="secondary")
        self.out = self.offer(self.alone, self.button, leave=tr("Close"), beside=beside)
        self.list.choose_newest()
        self._follow()

    def take_focus(self) -> None:
        """The list has the keyboard."""
        (self.list if self.list.isVisibleTo(self.sheet) else self.out).setFocus()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def _follow(self) -> None:
        chosen = self.list.chosen
        if chosen is None:
            self.button.hide()
            self.alone.hide()
            return
        count = len(self.list.lines.with_it(self.list.currentIndex().row()))
        again, back = tr_count("Do it again", "Do {count} again", count), tr_count("Undo it", "Undo {count} changes", count)
        words = again if chosen.undone else back
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.updateGeometry()
        self.alone.setEnabled(count > 1 and not chosen.undone and can_take_back_alone(self._host.context, chosen.id))

    def _take(self) -> None:
        chosen = self.list.chosen
        if chosen is None:
            return
        self.done()
        (self._host.undoing.redo_up_to if chosen.undone else self._host.undoing.undo_back_to)(chosen.id)

    def _alone(self) -> None:
        chosen = self.list.chosen
        if chosen is not None and self.alone.isEnabled():
            self.done()
            self._host.undoing.take_back_alone(chosen.id)
