"""What a team's own words are when filters are said and understood."""

from dataclasses import dataclass
from datetime import date

from journeydesk.domain.columns import Column


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The day as of which it is said, who says it, the stages of the engagement journey from the first on, who owns prospects, the
    sign of the currency, and the fields of the base that are not ours."""

    today: date
    me: str = ""
    stages: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    sign: str = "€"
    others: tuple[Column, ...] = ()
