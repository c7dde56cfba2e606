"""What rows of several screens are made of."""

from datetime import datetime

from journeydesk.domain.frozen_data import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in integer minor units of `currency` (ISO 4217)."""

    minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Since:
    """A moment, and how many of the team's working days it is ago."""

    at: datetime
    days: int


@dataclass(frozen=True, slots=True)
class StageMark:
    """A stage as screens show it: always number, name and colour. `count` is how many stages the journey has."""

    number: int
    name: str
    journey: str
    count: int


@dataclass(frozen=True, slots=True)
class EntryPointView:
    """First touch: the CTA, page and campaign that brought the prospect, and when."""

    cta: str
    page: str
    utm: str
    at: datetime | None
