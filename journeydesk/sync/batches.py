"""Many things, some at a time."""

import itertools
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of `size`, the last one shorter; each is taken when it is asked for."""
    left = iter(items)
    while group := list(itertools.islice(left, size)):
        yield group
