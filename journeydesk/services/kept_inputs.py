"""What reports were computed from, kept while nothing of it was written: to step back, or to come again, reads nothing, and after a
change only what it touched is read."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from typing import Any

from journeydesk.storage.answers import Answers, Place
from journeydesk.storage.engine.connection import Connection

_MOST = 32


class KeptInputs:
    """The last few, and the answers that they were made of. Safe to use from any thread."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, tuple[Hashable, Mapping[Place, Hashable], Any]] = OrderedDict()
        self._guard = Lock()
        self.answers = Answers()

    def of(self, what: Hashable, version: Hashable, connection: Connection, read: Callable[[Connection], Any]) -> Any:
        """What `read` gives of a view of this transaction, or gave when `version` was the same, where nothing that it read was written
        since."""
        view = self.answers.over(connection)
        with self._guard:
            known = self._known.get(what)
            if known is not None and known[0] == version and view.holds(known[1]):
                self._known.move_to_end(what)
                return known[2]
        inputs = read(view)
        with self._guard:
            self._known.pop(what, None)
            if view.seen is not None:
                self._known[what] = version, view.seen, inputs
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
        return inputs
