"""The records behind a figure that counts several of one prospect: calls, requests for help, answers, payers.

Each question gives exactly as many rows as its figure says, with those of which no prospect is known.
"""

from collections.abc import Mapping
from typing import Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.reports.behind.question import Question
from journeydesk.storage.schema.layout import LIVING

Kind = Literal["call", "request", "score", "fit", "testimonial", "payer"]


@dataclass(frozen=True, slots=True)
class Record:
    """One of them: when (a stored moment, of answers an ISO day), whose, and what. `number` is a score from 1 to 10, a fit as a fraction
    or, with a `currency`, the minor units that a payer pays a month; `change` is what these were more or less by."""

    at: str
    prospect: int | None
    company: str
    owner: str
    words: str
    number: float | None = None
    currency: str | None = None
    change: int | None = None


_WHOM = "p.lid, coalesce(p.company, p.contact_name, p.key, '')"
_OF_REP = "(:owner IS NULL OR p.owner = :owner)"


def _of(table: str) -> str:
    return f"LEFT JOIN prospects p ON p.lid = {table}.prospect AND p.{LIVING}"


_CALLS = (
    f"SELECT i.date, {_WHOM}, coalesce(i.owner, ''), coalesce(i.outcome, '') FROM interactions i {_of('i')} "
    f"WHERE i.{LIVING} AND i.type = 'Call' AND i.date >= :since AND i.date < :until AND (:owner IS NULL OR i.owner = :owner) "
    "ORDER BY i.date DESC, i.lid DESC"
)
_REQUESTS = (
    f"SELECT t.at, {_WHOM}, coalesce(p.owner, ''), t.words FROM (SELECT prospect, occurred_at AS at, '' AS words FROM events "
    f"WHERE {LIVING} AND event = 'support_ticket' AND occurred_at >= :since AND occurred_at < :until UNION ALL "
    f"SELECT prospect, date, coalesce(summary, '') FROM interactions WHERE {LIVING} AND type = 'Support' AND date >= :since "
    f"AND date < :until) t {_of('t')} WHERE {_OF_REP} ORDER BY t.at DESC"
)


def _answers(words: str, number: str, condition: str) -> str:
    return (
        f"SELECT s.date_responded, {_WHOM}, coalesce(p.owner, ''), coalesce({words}, ''), {number} "
        f"FROM surveys s INDEXED BY ix_surveys_answered {_of('s')} WHERE s.{LIVING} AND s.date_responded IS NOT NULL "
        f"AND s.date_responded BETWEEN :first AND :last AND {condition} AND {_OF_REP} ORDER BY s.date_responded DESC, s.lid DESC"
    )


def _payers(condition: str) -> str:
    # SQLite takes the MRR from the row of the last change.
    return (
        f"SELECT max(s.at), {_WHOM}, coalesce(p.owner, ''), '', s.minor, s.currency, sum(s.change) FROM mrr_step s "
        f"LEFT JOIN stripe_payer y ON y.payer = s.payer {_of('y')} WHERE s.at >= :since AND s.at < :until "
        f"AND (:currency = '' OR s.currency = :currency) AND {condition} AND {_OF_REP} GROUP BY s.payer, s.currency "
        "ORDER BY abs(sum(s.change)) DESC, s.payer"
    )


_PAYING = (
    f"SELECT max(s.at), {_WHOM}, coalesce(p.owner, ''), '', sum(s.change), s.currency FROM mrr_step s "
    f"LEFT JOIN stripe_payer y ON y.payer = s.payer {_of('y')} WHERE s.at < :until "
    f"AND (:currency = '' OR s.currency = :currency) AND {_OF_REP} GROUP BY s.payer, s.currency HAVING sum(s.change) > 0 "
    "ORDER BY sum(s.change) DESC, s.payer"
)

QUESTIONS: Mapping[str, tuple[Kind, str]] = {
    "called": ("call", _CALLS),
    "asked for help": ("request", _REQUESTS),
    "score answers": (
        "score",
        _answers("s.feature_requests", "s.satisfaction", "s.satisfaction BETWEEN :least AND :most"),
    ),
    "fit answers": ("fit", _answers("s.feature_requests", "s.pmf_score", "s.pmf_score IS NOT NULL")),
    "testimonials": ("testimonial", _answers("s.testimonial", "s.satisfaction", "coalesce(s.testimonial, '') <> ''")),
    "new MRR": ("payer", _payers("s.minor = s.change")),
    "more MRR": ("payer", _payers("s.change > 0 AND s.minor <> s.change")),
    "less MRR": ("payer", _payers("s.change < 0 AND s.minor > 0")),
    "lost MRR": ("payer", _payers("s.minor = 0")),
    "pays": ("payer", _PAYING),
}
"""By the name of the question that tells the prospects (`membership`): what its figure counts, and the rows."""


def records_behind(connection: Connection, question: Question, owner: str | None) -> list[Record]:
    """The records that a figure of one of `QUESTIONS` counts, of one rep if `owner` is given: calls newest first, payers by what
    changed."""
    return sql.typed(connection, Record, QUESTIONS[question.name][1], {**question.values, "owner": owner})
