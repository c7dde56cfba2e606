"""APScheduler's timer, imported without what it loads for others: pools of processes and coroutines, of which we have none. asyncio, TLS
and multiprocessing would take three megabytes for as long as the window is open, and a tenth of a second soon after it stands.
"""

import inspect
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from importlib import import_module
from threading import get_ident
from types import ModuleType
from typing import Any

_ASKED: Mapping[str, Mapping[str, object]] = {
    # What APScheduler itself takes from inspect where asyncio's is on its way out.
    "asyncio": {"iscoroutinefunction": inspect.iscoroutinefunction},
    "concurrent.futures.process": {"BrokenProcessPool": BrokenExecutor},
    "multiprocessing": {},
}
"""What it asks of these modules as it is imported."""


class _StandIn(ModuleType):
    """A module in which a few names are there already. Whoever asks it for another, then or later, is given the real one's."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        vars(self).update(_ASKED[name])
        self._importer = get_ident()

    def __getattr__(self, name: str) -> Any:
        if name == "__path__" and get_ident() == self._importer:
            # Every import from a module asks for it, and goes on without.
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


@contextmanager
def _stood_in() -> Iterator[None]:
    stand_ins = {name: _StandIn(name) for name in _ASKED if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


with _stood_in():
    from apscheduler.schedulers.background import BackgroundScheduler
    from apscheduler.triggers.interval import IntervalTrigger

__all__ = ["BackgroundScheduler", "IntervalTrigger"]
