"""Saving what the team shares: written beside the window, one after the other, then everybody looked at again with progress."""

from collections import deque
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from journeydesk.domain.errors import JourneydeskError, NotNow
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.workspace.settings import is_to_evaluate
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.work import Background

Refused = Callable[[JourneydeskError], None]
_EVALUATED = frozenset({"prospects", "positions", "alerts", "tasks", "sync"})


class _Ended(NotNow):
    """Somebody ended the work; what it was for is remembered, and the background or the next save goes on with it."""


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], object]
    words: str
    label: str
    refused: Refused | None
    done: Callable[[object], None] | None


class Saving(QObject):
    """`counted` tells how many of how many prospects were looked at again, and 0 of 0 when that is over.

    A newer save ends the looking at everybody of an older one, for it would be by settings that no longer hold.
    """

    said = Signal(str, bool)
    failed = Signal(str)
    counted = Signal(int, int)
    _step = Signal(int, int, int)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._work = Background(self)
        self._jobs: deque[_Job] = deque()
        self._running = False
        self._turn = 0
        self._label = ""
        self._step.connect(self._show_step)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether something is being saved or looked at again."""
        return self._running or bool(self._jobs) or self._work.busy("evaluate")

    @property
    def can_cancel(self) -> bool:
        """Whether what everybody is looked at again for can be taken back."""
        return bool(self._label)

    def change(self, changes: Mapping[str, Any], label: str, refused: Refused | None = None, words: str = "") -> None:
        """Changes settings by key as one undo step; None stands for the shipped value. `words` are said instead of the label."""
        self.save(partial(change_settings, self._context, dict(changes), label), words or label, refused, label=label)

    def save(
        self,
        work: Callable[[], object],
        words: str = "",
        refused: Refused | None = None,
        done: Callable[[object], None] | None = None,
        label: str = "",
    ) -> None:
        """Runs a command beside the window; `words` are said with Undo when it is done. What it refuses is told to `refused`.

        `label` is its undo step's where that is not what is said.
        """
        self._jobs.append(_Job(work, words, label or words, refused, done))
        self._next()

    def cancel(self) -> None:
        """Ends looking at everybody and takes back the change that it was for, unless something else was done meanwhile."""
        label, self._label = self._label, ""
        self._turn += 1

        def tell(outcome: object) -> None:
            words = (
                tr("Taken back: {label}", label=label)
                if outcome
                else tr("Stopped. The rest follows within a minute; {label} takes the change back.", label=Action.UNDO.label)
            )
            self.said.emit(words, False)

        self.save(partial(undo, self._context, label), done=tell)

    def stop(self) -> None:
        """Ends what runs; waits for the batch at hand."""
        self._turn += 1
        self._jobs.clear()
        self._work.wait()

    def _next(self) -> None:
        if self._running or not self._jobs:
            return
        job = self._jobs.popleft()
        self._turn += 1
        self._running = True
        self._work.run("save", job.work, partial(self._saved, job), partial(self._refused, job))

    def _saved(self, job: _Job, result: object) -> None:
        self._running = False
        if job.words:
            self.said.emit(job.words, True)
        if job.done is not None:
            job.done(result)
        self._label = job.label
        self._go_on()

    def _refused(self, job: _Job, problem: JourneydeskError) -> None:
        self._running = False
        if job.refused is not None:
            job.refused(problem)
        else:
            self.failed.emit(str(problem))
        self._go_on()

    def _go_on(self) -> None:
        if self._jobs:
            self._next()
            return
        self._turn += 1
        self._work.run("evaluate", partial(self._follow, self._turn), self._followed, self._not_followed)

    def _follow(self, turn: int) -> bool:
        context = self._context
        with context.database.read() as connection:
            to_evaluate = is_to_evaluate(connection)
        if to_evaluate:
            evaluate(context, progress=partial(self._tell, turn))
            context.publish(Change(_EVALUATED))
        return to_evaluate

    def _tell(self, turn: int, done: int, every: int) -> None:
        if turn != self._turn:
            raise _Ended(tr("Ended by a newer change."))
        self._step.emit(turn, done, every)

    def _show_step(self, turn: int, done: int, every: int) -> None:
        if turn == self._turn and not self._running:
            self.counted.emit(done, every)

    def _followed(self, _wanted: bool) -> None:
        self._label = ""
        self.counted.emit(0, 0)

    def _not_followed(self, problem: JourneydeskError) -> None:
        self.counted.emit(0, 0)
        if not isinstance(problem, _Ended):
            self.failed.emit(str(problem))
