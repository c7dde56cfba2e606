"""Large blocks of memory go back to the system as they are freed, and leave no holes in the heap."""

import sys

_MMAP_THRESHOLD = -3
_LARGE_BYTES = 128 * 1024


def give_large_blocks_back() -> None:
    """Holds glibc to its first bound for blocks that it maps by themselves. Left alone it raises the bound to the largest block freed so
    far: pictures and pages of results then lie among small blocks that stay, and their room is never given back."""
    if sys.platform == "linux":
        import ctypes

        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_MMAP_THRESHOLD, _LARGE_BYTES)
