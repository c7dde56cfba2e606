"""Sums of deals, in whole numbers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DealSum:
    """How many deals stand in a stage, their revenue, that weighted by probability, how many have a probability, and the sum of
    those in ten-thousandths."""

    count: int = 0
    revenue: int = 0
    weighted: int = 0
    with_probability: int = 0
    probabilities: int = 0

    def plus(self, other: "DealSum", sign: int = 1) -> "DealSum":
        """The sum of both, or with -1 the difference."""
        return DealSum(
            self.count + sign * other.count,
            self.revenue + sign * other.revenue,
            self.weighted + sign * other.weighted,
            self.with_probability + sign * other.with_probability,
            self.probabilities + sign * other.probabilities,
        )


@dataclass(frozen=True, slots=True)
class Worth:
    """What a deal is worth: its revenue, None where nobody said, and its probability in ten-thousandths, None likewise."""

    revenue: int | None
    probability: int | None

    @property
    def summed(self) -> DealSum:
        """The deal as a sum of one."""
        revenue, chance = self.revenue or 0, self.probability
        return DealSum(1, revenue, revenue * (chance or 0), int(chance is not None), chance or 0)
