"""Takes typed values out of a settings file's tables; a wrong one is told with its key, what was found and what is allowed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from journeydesk.domain.errors import SettingError


class Reader:
    """One table of the file. Every method raises SettingError for a value that does not fit."""

    def __init__(self, table: Mapping[str, Any], path: str = "") -> None:
        self._table = table
        self._path = path

    def key(self, name: str) -> str:
        """The whole key of a value in this table."""
        return f"{self._path}.{name}" if self._path else name

    def table(self, name: str) -> "Reader":
        """The table below this name."""
        found = self._table.get(name)
        if not isinstance(found, Mapping):
            raise SettingError(self.key(name), found, "a table")
        return Reader(found, self.key(name))

    def tables(self, name: str) -> list["Reader"]:
        """A list of tables, numbered from 1 in what is said of them."""
        found = self._table.get(name)
        if not isinstance(found, list) or not all(isinstance(item, Mapping) for item in found):
            raise SettingError(self.key(name), found, "a list of tables")
        return [Reader(item, f"{self.key(name)} {place}") for place, item in enumerate(found, 1)]

    def items(self) -> list[tuple[str, Any]]:
        """Every name with its value as it stands."""
        return list(self._table.items())

    def has(self, name: str) -> bool:
        """Whether the name is given."""
        return name in self._table

    def text(self, name: str) -> str:
        """A text that is not empty."""
        found = self._table.get(name)
        if not isinstance(found, str) or not found:
            raise SettingError(self.key(name), found, "a text")
        return found

    def yes(self, name: str, default: bool) -> bool:
        """True or false; the default where it is not given."""
        found = self._table.get(name, default)
        if not isinstance(found, bool):
            raise SettingError(self.key(name), found, "true or false")
        return found

    def whole(self, name: str, least: int, most: int) -> int:
        """A whole number of a range."""
        found = self._table.get(name)
        if isinstance(found, bool) or not isinstance(found, int) or not least <= found <= most:
            raise SettingError(self.key(name), found, f"a whole number from {least} to {most}", (least, most))
        return found

    def number(self, name: str, least: float, most: float) -> float:
        """A number of a range; shares are fractions, 0.05 for 5 %."""
        found = self._table.get(name)
        if isinstance(found, bool) or not isinstance(found, int | float) or not least <= found <= most:
            raise SettingError(self.key(name), found, f"a number from {least:g} to {most:g}", (least, most))
        return float(found)

    def points(self, most: int) -> Mapping[str, int]:
        """The whole table as points by name."""
        return MappingProxyType({name: self.whole(name, 0, most) for name in self._table})

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        found = self._table.get(name)
        if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
            raise SettingError(self.key(name), found, "a list of texts")
        return tuple(found)

    def choices(self, name: str, allowed: frozenset[str]) -> frozenset[str]:
        """A list of texts out of those allowed."""
        found = self.texts(name)
        unknown = sorted(set(found) - allowed)
        if unknown:
            raise SettingError(self.key(name), unknown, f"any of {', '.join(sorted(allowed))}")
        return frozenset(found)

    def steps(self, name: str) -> tuple[tuple[int, int], ...]:
        """Whole numbers with their points, such as `{ 280 = 5, 80 = 3 }`."""
        table = self.table(name)
        try:
            return tuple((int(key), table.whole(key, 0, 50)) for key, _ in table.items())
        except ValueError:
            raise SettingError(self.key(name), dict(table.items()), "whole numbers with their points") from None
