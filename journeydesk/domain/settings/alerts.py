"""Which alert rules are on, the numbers of each, and those that hold for every rule (docs/rules.md, "Alert rules")."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.settings.numbers import N, Number, read_number, value_of, whole
from journeydesk.domain.settings.reader import Reader
from journeydesk.domain.words import tr

EXPIRE_AFTER_DAYS = whole("alerts.expire_after_days", 1, 365, tr("A pending alert expires after"), tr("days"))
GROUP_ABOVE = whole("alerts.group_above", 1, 100, tr("At once, one summary for more than"), tr("alerts"))
CATCH_UP_HOURS = whole("alerts.catch_up_hours", 1, 168, tr("One digest per rule when later than"), tr("hours"))

FOR_ALL: tuple[Number[int], ...] = (EXPIRE_AFTER_DAYS, GROUP_ABOVE, CATCH_UP_HOURS)
"""The numbers that hold for every rule."""


@dataclass(frozen=True, slots=True)
class AlertSettings:
    """The table `alerts`. Shares are fractions; what ends in days, hours or minutes is of that unit.

    `on` are the rules that run, `silent` those of them that never notify. More than `group_above` at once become one
    summary or, where a rule catches up on what is older than `catch_up_hours`, one digest. `settings.alerts[NUMBER]` is the value
    of a number that a rule declares.
    """

    on: frozenset[str]
    silent: frozenset[str]
    expire_after_days: int
    group_above: int
    catch_up_hours: int
    fortune_500: tuple[str, ...]
    numbers: Mapping[str, int | float]

    def __getitem__(self, number: Number[N]) -> N:
        return value_of(self.numbers, number)


def read_alerts(reader: Reader, rules: frozenset[str], numbers: Iterable[Number[int] | Number[float]]) -> AlertSettings:
    """The table `alerts`, for these rules and their numbers."""
    return AlertSettings(
        on=reader.choices("on", rules),
        silent=reader.choices("silent", rules),
        expire_after_days=int(read_number(reader, EXPIRE_AFTER_DAYS)),
        group_above=int(read_number(reader, GROUP_ABOVE)),
        catch_up_hours=int(read_number(reader, CATCH_UP_HOURS)),
        fortune_500=reader.texts("fortune_500"),
        numbers=MappingProxyType({number.key: read_number(reader, number) for number in numbers}),
    )
