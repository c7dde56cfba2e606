"""A share with the number that it is of: no percentage stands without it, and none is shown for fewer than ten."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, percent, tr
from journeydesk.reports.judging import FEWEST


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `n`. Raises ValueError where a part is more than the whole."""

    part: int
    n: int

    def __post_init__(self) -> None:
        if not 0 <= self.part <= self.n:
            raise ValueError(f"{self.part} of {self.n} is no share")

    @property
    def value(self) -> float | None:
        """As a fraction; None where there are fewer than ten (docs/rules.md, "Periods")."""
        return self.part / self.n if self.n >= FEWEST else None

    @property
    def words(self) -> str:
        """65%, or 5 of 9 where there are fewer than ten, or no data where there are none."""
        if not self.n:
            return tr("no data")
        return tr("{part} of {n}", part=figure(self.part), n=figure(self.n)) if self.value is None else percent(self.value)

    @property
    def whole_words(self) -> str:
        """65% of 1,240, or 5 of 9, or no data."""
        return self.words if self.value is None else tr("{words} of {n}", words=self.words, n=figure(self.n))

    @property
    def parted_words(self) -> str:
        """806 of 1,240."""
        return tr("{part} of {n}", part=figure(self.part), n=figure(self.n))
