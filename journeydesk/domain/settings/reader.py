"""Takes typed values out of a settings file's tables; a wrong one is reported with its key, its value and what is allowed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from journeydesk.domain.errors import SettingError
from journeydesk.domain.words import short_figure, tr


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
        value = self._table.get(name)
        if not isinstance(value, Mapping):
            raise SettingError(self.key(name), value, tr("a table"))
        return Reader(value, self.key(name))

    def tables(self, name: str) -> list["Reader"]:
        """A list of tables, numbered from 1 in what is said of them."""
        value = self._table.get(name)
        if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
            raise SettingError(self.key(name), value, tr("a list of tables"))
        return [Reader(item, f"{self.key(name)} {place}") for place, item in enumerate(value, 1)]

    def items(self) -> list[tuple[str, Any]]:
        """Every name with its value as it stands."""
        return list(self._table.items())

    def has(self, name: str) -> bool:
        """Whether the name is given."""
        return name in self._table

    def text(self, name: str) -> str:
        """A text that is not empty."""
        value = self._table.get(name)
        if not isinstance(value, str) or not value:
            raise SettingError(self.key(name), value, tr("a text"))
        return value

    def yes(self, name: str, default: bool) -> bool:
        """True or false; the default where it is not given."""
        value = self._table.get(name, default)
        if not isinstance(value, bool):
            raise SettingError(self.key(name), value, tr("true or false"))
        return value

    def whole(self, name: str, least: int, most: int) -> int:
        """A whole number of a range."""
        value = self._table.get(name)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise SettingError(
                self.key(name), value, tr("a whole number from {least} to {most}", least=least, most=most), (least, most)
            )
        return value

    def number(self, name: str, least: float, most: float) -> float:
        """A number of a range; shares are fractions, 0.05 for 5 %."""
        value = self._table.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise SettingError(
                self.key(name),
                value,
                tr("a number from {least} to {most}", least=short_figure(least), most=short_figure(most)),
                (least, most),
            )
        return float(value)

    def points(self, most: int) -> Mapping[str, int]:
        """The whole table as points by name."""
        return MappingProxyType({name: self.whole(name, 0, most) for name in self._table})

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self._table.get(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise SettingError(self.key(name), value, tr("a list of texts"))
        return tuple(value)

    def choices(self, name: str, allowed: frozenset[str]) -> frozenset[str]:
        """A list of texts out of those allowed."""
        texts = self.texts(name)
        unknown = sorted(set(texts) - allowed)
        if unknown:
            raise SettingError(self.key(name), unknown, tr("any of {allowed}", allowed=", ".join(sorted(allowed))))
        return frozenset(texts)

    def steps(self, name: str) -> tuple[tuple[int, int], ...]:
        """Whole numbers with their points, such as `{ 280 = 5, 80 = 3 }`."""
        table = self.table(name)
        try:
            return tuple((int(key), table.whole(key, 0, 50)) for key, _ in table.items())
        except ValueError:
            raise SettingError(self.key(name), dict(table.items()), tr("whole numbers with their points")) from None
