"""Makes the places that were not opened yet while nobody touches key or mouse, so that their first opening is a second one."""

import math
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from journeydesk.ui.places import TABS
from journeydesk.ui.window.tab_stack import TabStack

QUIET_MS = 1_500
_PAINTED_MS = 50
_SHEETS = (
    "journeydesk.ui.dialogs.palette",
    "journeydesk.ui.dialogs.log_call.sheet",
    "journeydesk.ui.dialogs.outbox.drawer",
    "journeydesk.ui.window.menu.menu",
    "journeydesk.ui.dialogs.new_prospect",
    "journeydesk.ui.dialogs.bulk_edit",
    "journeydesk.ui.detail.panel_editing",
    "journeydesk.ui.detail.fields_page",
)
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class WhileIdle(QObject):
    """Takes one of `slices` after the other from `begin` on, and lets the window go on between them. A key, the mouse or its wheel stops
    it for `quiet_ms`, and for a moment more in which what that asked for is painted; nothing does once `at_most_ms` have passed.
    `done` is emitted after the last one."""

    done = Signal()

    def __init__(self, slices: Iterator[None], quiet_ms: int, parent: QObject, at_most_ms: int | None = None) -> None:
        super().__init__(parent)
        self._slices = slices
        self._quiet_ms = quiet_ms
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)
        self._was_touched = False
        self._at_most_s = math.inf if at_most_ms is None else at_most_ms / 1000
        self._until = math.inf

    def begin(self, after_ms: int | None = None) -> None:
        """Starts once nothing was touched for so long; for `quiet_ms` where nothing is said."""
        application = QCoreApplication.instance()
        if application is not None:
            self._until = time.monotonic() + self._at_most_s
            application.installEventFilter(self)
            self._next.start(self._quiet_ms if after_ms is None else after_ms)

    def stop(self) -> None:
        """Takes no more of them."""
        self._next.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT and self._next.isActive() and time.monotonic() < self._until:
            self._was_touched = True
            self._next.start(self._quiet_ms)
        return False

    def _go_on(self) -> None:
        if self._was_touched:
            # The time may have been spent in answering, with what was asked for not painted yet.
            self._was_touched = False
            self._next.start(_PAINTED_MS)
            return
        try:
            next(self._slices)
        except StopIteration:
            self.stop()
            self.done.emit()
        else:
            self._next.start(0)


class MakingAhead(WhileIdle):
    """The slices are a module, a tab, or a tab painted once beside the screen. `done` is emitted when every place is made."""

    def __init__(self, pages: TabStack, quiet_ms: int = QUIET_MS) -> None:
        super().__init__(self._work(), quiet_ms, pages)
        self._pages = pages

    def _work(self) -> Iterator[None]:
        for place, (module, _) in TABS.items():
            for name in _modules_beside(module):
                if name not in sys.modules:
                    import_module(name)
                    yield
            made = self._pages.is_made(place)
            tab = self._pages.tab(place)
            if not made:
                yield
                # Painted once: its style, its layout, its fonts and its icons are found then, which is half of a first opening.
                tab.resize(self._pages.size())
                tab.grab()
                yield
            tab.make_ready()
            yield
        for name in _SHEETS:
            import_module(name)
            yield


def _modules_beside(module: str) -> Iterator[str]:
    """The modules of the package that this one is in; itself last. What the packages in it hold is loaded by who needs it."""
    package = module.rpartition(".")[0]
    for known in iter_modules(import_module(package).__path__, f"{package}."):
        if not known.ispkg:
            yield known.name
    yield module
