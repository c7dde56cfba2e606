"""Actions on thousands of prospects: beside the window, with how far they are and Cancel."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from journeydesk.domain.errors import JourneydeskError, UserError
from journeydesk.domain.words import figure, tr
from journeydesk.services.commands.long_steps import Progress
from journeydesk.services.commands.many import AT_ONCE
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.work import Background


class Stopped(UserError):
    """A person stopped it; everything is as it was."""


class BulkWork(QObject):
    """One at a time. Few are done at once, many on another thread. `said` carries the sentence and whether it can be undone."""

    said = Signal(str, bool)
    failed = Signal(str)
    counted = Signal(int, int)
    """How many of how many are done; none of none at the end."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work = Background(self)
        self._stop = threading.Event()

    def run(self, count: int, words: str, work: Callable[[Progress], None], then: Callable[[], None] = lambda: None) -> None:
        """Does `work` on so many; `words` say that it is done, `then` is called before."""

        def done(_: object) -> None:
            self.counted.emit(0, 0)
            then()
            self.said.emit(words, True)

        if count <= AT_ONCE:
            work(lambda _done, _all: None)
            done(None)
            return
        if self._work.busy("bulk"):
            raise UserError(tr("Another change of many prospects is still under way. Wait for it, or cancel it."))
        self._stop.clear()
        self.counted.emit(0, count)
        self._work.run("bulk", lambda: work(self._count), done, self._ended)

    def cancel(self) -> None:
        """Stops what is under way; what was written of it is taken back."""
        self._stop.set()

    def _count(self, done: int, every: int) -> None:
        # On the thread that works; Qt queues the signal.
        if self._stop.is_set():
            raise Stopped(tr("Stopped. Nothing was changed."))
        self.counted.emit(done, every)

    def _ended(self, problem: JourneydeskError) -> None:
        self.counted.emit(0, 0)
        if isinstance(problem, Stopped):
            self.said.emit(str(problem), False)
        else:
            self.failed.emit(str(problem))


class BulkProgress(QWidget):
    """How far a `BulkWork` is, below the list; hidden while there is nothing to tell."""

    def __init__(self, theme: Theme, work: BulkWork, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(40)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(12)
        self._words = label(theme)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(tr("Changing the selected prospects"))
        self.cancel = KeyButton(theme, tr("Cancel"), parent=self)
        self.cancel.clicked.connect(work.cancel)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel)
        work.counted.connect(self._show)
        self.hide()

    def _show(self, done: int, every: int) -> None:
        self.setVisible(every > 0)
        if every:
            self._bar.setRange(0, every)
            self._bar.setValue(done)
            self._words.setText(tr("{done} of {every} changed", done=figure(done), every=figure(every)))
