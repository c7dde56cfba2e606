"""Undo and redo: the step is taken at once, what follows from it in the background."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.services.commands.undoing import follow, is_long, redo, undo
from journeydesk.services.context import Context
from journeydesk.ui.work import Background


class Undoing(QObject):
    """`said` carries what was taken back; `failed` why it could not be."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, context: Context, work: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._work = work

    def undo(self) -> None:
        """Takes the last action back and says which."""
        self._step(partial(undo, following=False), tr("Undone"), tr("There is nothing to undo"), again=False)

    def redo(self) -> None:
        """Does the last undone action again and says which."""
        self._step(partial(redo, following=False), tr("Done again"), tr("There is nothing to do again"), again=True)

    def _step(self, command: Callable[[Context], str | None], done: str, nothing: str, *, again: bool) -> None:
        def say(label: str | None) -> None:
            self.said.emit(f"{done}: {label}" if label else nothing)

        if self._work.busy("undo"):
            self.failed.emit(tr("A large change is being taken back or done again. Wait until it is done."))
            return
        try:
            if is_long(self._context, again):
                self._work.run("undo", partial(command, self._context), say, self._on_problem)
                return
            say(command(self._context))
        except JourneydeskError as problem:
            self._on_problem(problem)
            return
        self._work.run("follow", partial(follow, self._context), lambda _: None, self._on_problem)

    def _on_problem(self, problem: JourneydeskError) -> None:
        self.failed.emit(str(problem))
