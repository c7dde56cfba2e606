"""What stands in the place of the rows while a file is read or written, and where there is none: progress, or why not, and a button."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import figure, tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label

_TICK_MS = 100
_WORDS = 560


class Stopped(UserError):
    """Raised in the work that somebody stopped."""


class PausePage(QWidget):
    """`report` is called beside the window, and raises Stopped once somebody stopped the work."""

    choose_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._progress = (0, 0)
        self._stopped = False
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show_progress)
        self.title = label(theme, step=2, weight=600)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(360, 4)
        self.words = label(theme, wrap=True)
        # A label that breaks lines is as narrow as it may be beside a centre, and its height that of another width.
        self.words.setFixedWidth(_WORDS)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.choose = KeyButton(theme, tr("Choose a file…"), icon="file", kind="primary", parent=self)
        self.choose.clicked.connect(self.choose_requested)
        center = QVBoxLayout(self)
        center.addStretch(2)
        for line in (self.title, self._bar, self.words, self.choose):
            center.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
        center.setSpacing(12)
        center.addStretch(3)

    @property
    def is_working(self) -> bool:
        """Whether something is waited for."""
        return self._tick.isActive()

    def begin(self, said: str) -> None:
        """Something is waited for."""
        self._stopped = False
        self._progress = (0, 0)
        self.title.setText(said)
        self._bar.setRange(0, 0)
        self._bar.show()
        self.words.setText(tr("{label} stops it; nothing is changed then.", label=Action.IMPORT_LEAVE.label))
        self.choose.hide()
        self._tick.start()

    def end(self) -> None:
        """Nothing is waited for any more."""
        self._tick.stop()

    def stop(self) -> None:
        """Somebody stops what is waited for."""
        self._stopped = True

    def report(self, done: int, of: int) -> None:
        """So many of so many are done. Raises Stopped."""
        self._progress = (done, of)
        if self._stopped:
            raise Stopped(tr("Stopped. Nothing was changed."))

    def _show_progress(self) -> None:
        done, of = self._progress
        if of:
            self._bar.setRange(0, of)
            self._bar.setValue(done)
            self.words.setText(
                tr(
                    "{done} of {of} rows. {label} stops it; nothing is changed then.",
                    done=figure(done),
                    of=figure(of),
                    label=Action.IMPORT_LEAVE.label,
                )
            )

    def say(self, why: str) -> None:
        """There is no file, and why."""
        self.end()
        self.title.setText(tr("Import"))
        self._bar.hide()
        self.words.setText(why)
        self.choose.show()
