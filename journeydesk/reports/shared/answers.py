"""What answers to surveys say: one definition for the board, the monthly reports and the weekly one (docs/rules.md, "Goals")."""

from collections.abc import Mapping

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, tr
from journeydesk.reports.judging import FEWEST

PROMOTERS_FROM, DETRACTORS_TO = 9, 6


@dataclass(frozen=True, slots=True)
class NetPromoter:
    """How many gave 9 or 10, 7 or 8, and 1 to 6."""

    promoters: int
    passive: int
    detractors: int

    @property
    def n(self) -> int:
        """All who gave a score."""
        return self.promoters + self.passive + self.detractors

    @property
    def score(self) -> int | None:
        """Promoters less detractors, in points of a hundred; None for fewer than ten answers (docs/rules.md, "Periods")."""
        return round((self.promoters - self.detractors) / self.n * 100) if self.n >= FEWEST else None

    @property
    def words(self) -> str:
        """42, or that there are too few answers."""
        return known(self.score, self.n)


def net_promoter(scores: Mapping[int, int]) -> NetPromoter:
    """Of the answers by score from 1 to 10."""
    promoters = sum(count for score, count in scores.items() if score >= PROMOTERS_FROM)
    detractors = sum(count for score, count in scores.items() if score <= DETRACTORS_TO)
    return NetPromoter(promoters, sum(scores.values()) - promoters - detractors, detractors)


def mean_score(scores: Mapping[int, int]) -> float | None:
    """The mean satisfaction; None without answers."""
    count = sum(scores.values())
    return sum(score * times for score, times in scores.items()) / count if count else None


def known(value: float | None, n: int) -> str:
    """A value as written, that there are too few answers, or that there are none."""
    if not n:
        return tr("no data")
    return tr("fewer than {fewest}", fewest=FEWEST) if value is None else figure(value)
