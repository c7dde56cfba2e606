"""An open transaction, as everybody outside of storage sees it: a token to hand on, without a method."""

from typing import Any


class Connection:
    """One connection to the database, in a transaction. Only `storage` reads and writes through it, with `engine.sql`.

    `memory` is for what a reader has worked out and would work out again; whoever keeps something there says until when it holds.
    """

    __slots__ = ("_driver", "memory")

    def __init__(self, driver: Any) -> None:
        self._driver = driver
        self.memory: dict[str, object] = {}
