"""Memory that was freed goes back to the system, and leaves no holes in the heap."""

import sys

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8
_LARGE_BYTES = 128 * 1024


def hold_the_heap_together() -> None:
    """Holds glibc to its first bound for blocks that it maps by themselves, and to one heap for all threads.

    Left alone it raises the bound to the largest block freed so far: pictures and pages of results then lie among small blocks that
    stay, and their room is never given back. And it gives each thread a heap of its own, in which little is kept and much is free: some
    fifteen megabytes after a tour of the window.
    """
    if sys.platform == "linux":
        import ctypes

        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_MMAP_THRESHOLD, _LARGE_BYTES)
            mallopt(_ARENA_MAX, 1)
