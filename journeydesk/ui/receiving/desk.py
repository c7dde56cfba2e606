"""The receiver beside the window: a process of its own, begun and ended with the window unless a person chose otherwise.

What it takes reaches the screens through the database: the window looks each second whether the inbox was folded, by whomever.
"""

import json
from functools import partial

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from journeydesk import config
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import language_code, tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.events import TOUCHED_KINDS
from journeydesk.services.context import Context
from journeydesk.services.phone.settings import phone_settings
from journeydesk.services.receiver.inbox import folds_so_far
from journeydesk.services.receiver.running import SERVICE_NAME, ask_to_stop, is_receiving
from journeydesk.services.receiver.settings import ReceiverSettings, receiver_settings
from journeydesk.services.sync.checking import note_result
from journeydesk.services.workspace.speaking import VARIABLE
from journeydesk.ui.receiving import DESK
from journeydesk.ui.work import Background

_LOOK_MS = 1_000
_AGAIN_MS = 1_500
_END_MS = 600


class ReceiverDesk(QObject):
    """`failed` carries why it does not receive; `changed` that it began or ended."""

    failed = Signal(str)
    changed = Signal()

    def __init__(self, context: Context, work: Background, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(DESK)
        self._context = context
        self._work = work
        self._process: QProcess | None = None
        self._folds = -1
        self._again = False
        self.address = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether the window's own receiver, or one that goes on by itself, is there."""
        return self._process is not None or is_receiving(self._context)

    def begin(self) -> None:
        """Starts it where it is switched on and nobody has started one; follows what comes in any case."""
        if self._is_wanted():
            if not self._timer.isActive():
                # What is folded from now on is news, also before the first look.
                self._folds = folds_so_far(self._context)
                self._timer.start()
            if not is_receiving(self._context):
                self._start(receiver_settings(self._context))

    def _is_wanted(self) -> bool:
        return receiver_settings(self._context).on or phone_settings(self._context).on

    def follow(self) -> None:
        """The settings changed: it begins, ends, or begins anew with them."""
        wanted = self._is_wanted()
        self._again = wanted
        if self.is_running:
            ask_to_stop(self._context)
            if self._process is None and wanted:
                # One of another process ends by itself; ours takes its place then.
                QTimer.singleShot(_AGAIN_MS, self, self._take_place)
        elif wanted:
            self.begin()
        if not wanted:
            self._timer.stop()

    def _take_place(self) -> None:
        if not self._is_wanted() or self._process is not None:
            return
        if is_receiving(self._context):
            QTimer.singleShot(_AGAIN_MS, self, self._take_place)
        else:
            self.begin()

    def end(self) -> None:
        """The window closes: its own receiver ends with it, what was accepted is on disk."""
        self._timer.stop()
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect()
        process.closeWriteChannel()
        if not process.waitForFinished(_END_MS):
            process.kill()
            process.waitForFinished(_END_MS)

    def _start(self, settings: ReceiverSettings) -> None:
        own = config.own_program()
        program, words = own[0], [*own[1:], "serve", "--json"]
        if not settings.on:
            words.append("--phone-only")
        if settings.stays_on:
            alone = _process(self, program, words)
            if not alone.startDetached()[0]:
                self._tell(tr("The receiver could not be started."))
            QTimer.singleShot(_AGAIN_MS, self, self.changed.emit)
            return
        process = self._process = _process(self, program, [*words, "--with-parent"])
        process.readyReadStandardOutput.connect(partial(self._on_started, process))
        process.finished.connect(partial(self._on_finished, process))
        process.start()

    def _on_started(self, process: QProcess) -> None:
        line = bytes(process.readAllStandardOutput().data()).decode(errors="replace").strip()
        try:
            self.address = str(json.loads(line)["address"])
        except (ValueError, KeyError, TypeError):
            return
        self._note(True, tr("Receives at {address}", address=self.address))
        self.changed.emit()

    def _on_finished(self, process: QProcess, code: int, _status: object) -> None:
        said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip().splitlines()
        process.deleteLater()
        self._process = None
        self.address = ""
        if self._again or code == 0:
            self._again = False
            if self._is_wanted():
                QTimer.singleShot(0, self, self.begin)
        else:
            self._tell(said[-1] if said else tr("The receiver ended by itself."))
        self.changed.emit()

    def _tell(self, sentence: str) -> None:
        self._note(False, sentence)
        self.failed.emit(sentence)

    def _note(self, ok: bool, text: str) -> None:
        work = partial(note_result, self._context, SERVICE_NAME, ok, text, 0.0)
        self._work.run("receiver check", work, lambda _done: None, lambda _problem: None)

    def _look(self) -> None:
        if not self._work.busy("inbox folds"):
            self._work.run("inbox folds", partial(folds_so_far, self._context), self._show, self._cannot_look)

    def _show(self, folds: int) -> None:
        before, self._folds = self._folds, folds
        if before not in (-1, folds):
            self._context.publish(Change(TOUCHED_KINDS | {"tasks", "surveys"}, None, "receiver"))

    def _cannot_look(self, _problem: JourneydeskError) -> None:
        """The next second looks again."""


def _process(parent: QObject, program: str, words: list[str]) -> QProcess:
    """A child that is not started yet; its pages for phones are in the language of the window."""
    process = QProcess(parent)
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert(VARIABLE, language_code())
    process.setProcessEnvironment(environment)
    process.setProgram(program)
    process.setArguments(words)
    return process
