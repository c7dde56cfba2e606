"""Undo and redo: the step is taken at once, what follows from it in the background."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.commands.undoing import follow, is_long, redo, undo
from journeydesk.services.context import Context
from journeydesk.ui.work import Background

if TYPE_CHECKING:
    from journeydesk.services.last_changes import TakenBack

T = TypeVar("T")
_BUSY = tr("A large change is being taken back or done again. Wait until it is done.")


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

    def undo_back_to(self, step: int) -> None:
        """Takes everything back up to and with a step of the list of changes."""
        from journeydesk.services.last_changes import undo_back_to

        self._several(partial(undo_back_to, self._context, step), tr("Undone"), tr("There is nothing to undo"))

    def redo_up_to(self, step: int) -> None:
        """Does again everything that was undone, up to and with a step of the list of changes."""
        from journeydesk.services.last_changes import redo_up_to

        self._several(partial(redo_up_to, self._context, step), tr("Done again"), tr("There is nothing to do again"))

    def take_back_alone(self, step: int) -> None:
        """Takes one step back and leaves what came after it."""
        from journeydesk.services.last_changes import take_back_alone

        def say(done: "TakenBack") -> None:
            words = tr("Took back: {label}", label=done.label)
            stayed = tr_count(
                "{count} field was changed since and stays", "{count} fields were changed since and stay", done.stayed
            )
            self.said.emit(f"{words} · {stayed}" if done.stayed else words)

        self._beside(partial(take_back_alone, self._context, step), say)

    def _several(self, command: Callable[[], list[str]], done: str, nothing: str) -> None:
        def say(labels: list[str]) -> None:
            if len(labels) < 2:
                self.said.emit(f"{done}: {labels[0]}" if labels else nothing)
                return
            count = tr_count("{count} change", "{count} changes", len(labels))
            self.said.emit(tr("{done}: {count}, the last “{label}”", done=done, count=count, label=labels[-1]))

        self._beside(command, say)

    def _beside(self, command: Callable[[], T], say: Callable[[T], None]) -> None:
        def tell(result: T) -> None:
            say(result)
            self._work.run("follow", partial(follow, self._context), lambda _: None, self._on_problem)

        if self._work.busy("undo"):
            self.failed.emit(_BUSY)
        else:
            self._work.run("undo", command, tell, self._on_problem)

    def _step(self, command: Callable[[Context], str | None], done: str, nothing: str, *, again: bool) -> None:
        def say(label: str | None) -> None:
            self.said.emit(f"{done}: {label}" if label else nothing)

        if self._work.busy("undo"):
            self.failed.emit(_BUSY)
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
