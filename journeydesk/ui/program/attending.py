"""What a window hears from outside: later starts of the same workspace, and the system's word to end."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journeydesk.ui.main_window import MainWindow

if TYPE_CHECKING:
    from journeydesk.ui.program.ending import EndSignals
    from journeydesk.ui.program.single_instance import InstanceServer


class Attending:
    """Listens from `begin` on: once the window stands, for a start that comes sooner waits for an answer, and a window that nothing was
    typed into may be ended by the system at once."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self._server: InstanceServer | None = None
        self._signals: EndSignals | None = None

    def begin(self) -> None:
        """Listens."""
        from journeydesk.ui.program.ending import EndSignals
        from journeydesk.ui.program.raising import raise_window
        from journeydesk.ui.program.single_instance import InstanceServer
        from journeydesk.ui.window.arrivals import open_in

        window = self._window
        self._server = InstanceServer(self._folder)
        self._server.raise_requested.connect(lambda: raise_window(window))
        self._server.open_requested.connect(partial(open_in, window))
        self._signals = EndSignals(window.quit)

    def hand_over_no_more(self) -> None:
        """Hands nobody over to a window that goes."""
        if self._server is not None:
            self._server.close()

    def end(self) -> None:
        """Leaves signals to the system again."""
        if self._signals is not None:
            self._signals.stop()
