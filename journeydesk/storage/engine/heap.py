"""Memory that was freed in small pieces goes back to the system."""

import functools
import sys
from collections.abc import Callable
from typing import Any


def give_back() -> None:
    """Has glibc look through its heap for whole pages that nothing is in: some ten milliseconds where much was freed, one otherwise.
    Unasked it gives back only what lies at the end."""
    trim = _trim()
    if trim is not None:
        trim(0)


@functools.cache
def _trim() -> Callable[[int], Any] | None:
    if sys.platform != "linux":
        return None
    import ctypes

    trim: Callable[[int], Any] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return trim
