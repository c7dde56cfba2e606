"""Work of the set-up beside the window."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from journeydesk.domain.errors import JourneydeskError
from journeydesk.ui.work import Background

T = TypeVar("T")
_KINDS = ("token", "base", "stripe", "connect")


class SetUpWork(QObject):
    """Drops the results that come after the set-up was closed. `changed` is emitted when work begins and when it has ended."""

    changed = Signal()

    def __init__(self, work: Background, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._work = work
        self._dialog = dialog

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return any(map(self._work.busy, _KINDS))

    @property
    def holds_step(self) -> bool:
        """Whether the base is being read or connected: no way back until that has ended."""
        return any(map(self._work.busy, ("base", "connect")))

    def run(
        self, kind: str, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[JourneydeskError], None]
    ) -> None:
        """Starts work of one of the kinds; its result goes to `done`, a problem to `failed`."""

        def if_here(tell: Callable[..., None]) -> Callable[[object], None]:
            def on_result(value: object) -> None:
                if isValid(self._dialog) and self._dialog.isVisible():
                    tell(value)
                    self.changed.emit()

            return on_result

        self._work.run(kind, work, if_here(done), if_here(failed))
        self.changed.emit()
