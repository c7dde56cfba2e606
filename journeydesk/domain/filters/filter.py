"""One filter of a list."""

from journeydesk.domain.frozen_data import dataclass

Value = str | int | float


@dataclass(frozen=True, slots=True)
class Filter:
    """A column's key or field, an `Operator` that its kind has, and values as stored (ISO dates, minor units). A day may be words
    instead that stay relative, such as `next Friday`, and a span of time is always words: `2 weeks` (`when`)."""

    field: str
    operator: str
    values: tuple[Value, ...] = ()
