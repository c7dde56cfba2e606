"""What customers answered: how likely they are to recommend, how well the product fits, what they would tell others.

Days are ISO dates, both ends included. Answers count by the day on which they came.
"""

from collections.abc import Mapping, Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.schema.layout import LIVING

_ANSWERED = f"s.{LIVING} AND s.date_responded IS NOT NULL AND s.date_responded BETWEEN :first AND :last"
_OWNED = (
    "(:owner IS NULL OR EXISTS (SELECT 1 FROM prospects p WHERE p.lid = s.prospect AND p.deleted = 0 AND p.owner = :owner))"
)
_SOURCE = "FROM surveys s INDEXED BY ix_surveys_answered"

ANSWERED = f"SELECT DISTINCT s.prospect AS lid {_SOURCE} WHERE {_ANSWERED} AND s.satisfaction BETWEEN :least AND :most"
"""Who gave a satisfaction score between two in a span."""

FITTING = f"SELECT DISTINCT s.prospect AS lid {_SOURCE} WHERE {_ANSWERED} AND s.pmf_score IS NOT NULL"
"""Who answered how well the product fits in a span."""

TESTIMONIALS = f"SELECT DISTINCT s.prospect AS lid {_SOURCE} WHERE {_ANSWERED} AND coalesce(s.testimonial, '') <> ''"
"""Who gave a testimonial in a span."""

CASE_STUDIES = f"SELECT DISTINCT s.prospect AS lid {_SOURCE} WHERE {_ANSWERED} AND s.case_study = 1"
"""Who is willing to be a case study, of a span."""


def scores(connection: Connection, first: str, last: str, owner: str | None = None) -> dict[int, int]:
    """How many answers gave each satisfaction score from 1 to 10."""
    rows = sql.rows(
        connection,
        f"SELECT s.satisfaction, count(*) {_SOURCE} WHERE {_ANSWERED} AND s.satisfaction BETWEEN 1 AND 10 AND {_OWNED} "
        "GROUP BY s.satisfaction",
        {"first": first, "last": last, "owner": owner},
    )
    counts: dict[int, int] = {}
    for score, count in rows:
        counts[round(score)] = counts.get(round(score), 0) + count
    return counts


@dataclass(frozen=True, slots=True)
class Fit:
    """The sum of the PMF scores (fractions) and how many there were."""

    total: float
    count: int

    @property
    def mean(self) -> float | None:
        """The score; None without answers."""
        return self.total / self.count if self.count else None


def fit(connection: Connection, first: str, last: str, owner: str | None = None) -> Fit:
    """The PMF score of the answers of a span."""
    row = sql.only(
        connection,
        f"SELECT coalesce(sum(s.pmf_score), 0), count(s.pmf_score) {_SOURCE} WHERE {_ANSWERED} AND {_OWNED}",
        {"first": first, "last": last, "owner": owner},
    )
    return Fit(float(row[0]), row[1])


def fit_by(connection: Connection, column: str, first: str, last: str, owner: str | None = None) -> dict[str, Fit]:
    """The PMF score of a span by `industry` or `source` of who answered; "" where there is none."""
    if column not in ("industry", "source"):
        raise ValueError(column)
    rows = sql.rows(
        connection,
        f"SELECT coalesce(p.{column}, ''), sum(s.pmf_score), count(*) {_SOURCE} JOIN prospects p ON p.lid = s.prospect "
        f"WHERE {_ANSWERED} AND s.pmf_score IS NOT NULL AND (:owner IS NULL OR p.owner = :owner) GROUP BY 1 ORDER BY 3 DESC, 1",
        {"first": first, "last": last, "owner": owner},
    )
    return {row[0]: Fit(float(row[1]), row[2]) for row in rows}


def given(connection: Connection, days: Sequence[str], owner: str | None = None) -> list[tuple[int, int]]:
    """How many testimonials had come and how many customers were willing to be a case study up to each of these days."""
    rows = sql.rows(
        connection,
        f"SELECT s.date_responded, coalesce(s.testimonial, '') <> '', s.case_study = 1, s.prospect {_SOURCE} WHERE {_ANSWERED} "
        f"AND (coalesce(s.testimonial, '') <> '' OR s.case_study = 1) AND {_OWNED}",
        {"first": "", "last": max(days), "owner": owner},
    )
    counts = []
    for day in days:
        known = [row for row in rows if row[0] <= day]
        counts.append((sum(row[1] for row in known), len({row[3] for row in known if row[2]})))
    return counts


def sent_and_answered(connection: Connection, first: str, last: str) -> Mapping[str, tuple[int, int]]:
    """Of the surveys sent in a span: how many of each type, and how many of them were answered by now."""
    rows = sql.rows(
        connection,
        "SELECT coalesce(survey_type, ''), count(*), count(date_responded) FROM surveys INDEXED BY ix_surveys_sent "
        f"WHERE {LIVING} AND date_sent BETWEEN ? AND ? GROUP BY survey_type ORDER BY 1",
        (first, last),
    )
    return {row[0]: (row[1], row[2]) for row in rows}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: who gave it, the score, what they asked for or said, and the next call that is planned with them (a stored
    moment)."""

    prospect: int
    company: str
    owner: str
    score: int | None
    words: str
    at: str
    call: str | None


_CALL = (
    "(SELECT min(t.due) FROM tasks t WHERE t.prospect = s.prospect AND t.deleted = 0 AND t.done_at IS NULL AND t.due >= :now)"
)


def detractors(connection: Connection, first: str, last: str, now: str, owner: str | None = None) -> list[Answer]:
    """Who gave 1 to 6 in a span, each by the lowest of their scores, lowest first; `now` is a stored moment from which planned steps
    count."""
    return sql.typed(
        connection,
        Answer,
        "SELECT s.prospect, coalesce(p.company, p.contact_name, p.key, ''), coalesce(p.owner, ''), min(s.satisfaction), "
        f"coalesce(s.feature_requests, ''), s.date_responded, {_CALL} {_SOURCE} JOIN prospects p ON p.lid = s.prospect AND p.deleted = 0 "
        f"WHERE {_ANSWERED} AND s.satisfaction BETWEEN 1 AND 6 AND (:owner IS NULL OR p.owner = :owner) "
        "GROUP BY s.prospect ORDER BY 4, 2",
        {"first": first, "last": last, "now": now, "owner": owner},
    )


def testimonials(connection: Connection, first: str, last: str, owner: str | None = None) -> list[Answer]:
    """Who gave a testimonial in a span, newest first; the score is the answer's, `call` when somebody spoke to them after it."""
    return sql.typed(
        connection,
        Answer,
        "SELECT s.prospect, coalesce(p.company, p.contact_name, p.key, ''), coalesce(p.owner, ''), s.satisfaction, s.testimonial, "
        "s.date_responded, (SELECT min(i.date) FROM interactions i WHERE i.prospect = s.prospect AND i.deleted = 0 "
        f"AND i.date >= s.date_responded) {_SOURCE} JOIN prospects p ON p.lid = s.prospect AND p.deleted = 0 "
        f"WHERE {_ANSWERED} AND coalesce(s.testimonial, '') <> '' AND (:owner IS NULL OR p.owner = :owner) "
        "ORDER BY s.date_responded DESC, 2",
        {"first": first, "last": last, "owner": owner},
    )
