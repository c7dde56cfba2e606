"""A number of the settings, declared once: its key, its range, and what the settings page calls it."""

from collections.abc import Mapping
from typing import Generic, Literal, TypeVar

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings.reader import Reader

N = TypeVar("N", int, float)


@dataclass(frozen=True, slots=True)
class Number(Generic[N]):
    """A number under `key`, such as `alerts.no_answer_days`, from `least` to `most`, both allowed.

    `words` and `unit` stand before and behind its field. A `share` is kept as a fraction and shown in per cent.
    """

    key: str
    least: N
    most: N
    words: str
    unit: str = ""
    kind: Literal["whole", "decimal", "share"] = "whole"

    @property
    def table(self) -> str:
        """The table of the settings file that holds it."""
        return self.key.partition(".")[0]


def whole(key: str, least: int, most: int, words: str, unit: str = "") -> Number[int]:
    """A whole number."""
    return Number(key, least, most, words, unit)


def decimal(key: str, least: float, most: float, words: str, unit: str = "") -> Number[float]:
    """Any number of the range."""
    return Number(key, float(least), float(most), words, unit, "decimal")


def share(key: str, least: float, most: float, words: str) -> Number[float]:
    """A fraction, 0.05 for 5 %."""
    return Number(key, float(least), float(most), words, "%", "share")


def read_number(reader: Reader, number: Number[int] | Number[float]) -> int | float:
    """The number as it stands in its table, which `reader` reads. Raises SettingError."""
    name = number.key.partition(".")[2]
    if number.kind == "whole":
        return reader.whole(name, int(number.least), int(number.most))
    return reader.number(name, number.least, number.most)


def value_of(values: Mapping[str, int | float], number: Number[N]) -> N:
    """The value of a number among values by key, in the number's own type."""
    return type(number.least)(values[number.key])
