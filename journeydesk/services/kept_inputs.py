"""What reports were computed from, kept for as long as nothing was written: to step back, or to come again, reads nothing."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

_MOST = 8


class KeptInputs:
    """The last few. Safe to use from any thread."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, tuple[Hashable, Any]] = OrderedDict()
        self._guard = Lock()

    def of(self, what: Hashable, version: Hashable, read: Callable[[], Any]) -> Any:
        """What `read` gives, or gave when `version` was the same: of what is written since, nothing is in it."""
        with self._guard:
            known = self._known.get(what)
            if known is not None and known[0] == version:
                self._known.move_to_end(what)
                return known[1]
        inputs = read()
        with self._guard:
            self._known[what] = version, inputs
            self._known.move_to_end(what)
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
        return inputs
