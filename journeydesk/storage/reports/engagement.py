"""What the engagement report is computed from: the use of each day and of each customer, and what they asked for help with."""

from collections.abc import Sequence
from datetime import date

from journeydesk.domain import statuses
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import moment_text
from journeydesk.storage.answers import within
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

WEEKS = 8
"""So many weeks are shown, the report's own the last."""

_OF_CUSTOMERS = (
    "FROM usage u JOIN prospects p INDEXED BY ix_prospects_standing ON p.lid = u.prospect AND p.deleted = 0 "
    f"AND p.customer_status = '{statuses.CUSTOMER}' AND (:owner IS NULL OR p.owner = :owner) "
    "WHERE u.deleted = 0 AND u.date BETWEEN :first AND :last"
)
USED = f"SELECT DISTINCT u.prospect AS lid {_OF_CUSTOMERS.replace(' AND (:owner IS NULL OR p.owner = :owner)', '')} AND u.api_calls > 0"
"""The customers of today with a call in some days."""

SILENT = (
    f"SELECT p.lid FROM prospects p WHERE p.deleted = 0 AND p.customer_status = '{statuses.CUSTOMER}' AND p.lid NOT IN ({USED})"
)
"""The customers of today without a call in some days."""

ASKED = (
    "SELECT DISTINCT lid FROM (SELECT e.prospect AS lid FROM events e WHERE e.deleted = 0 AND e.event = 'support_ticket' "
    "AND e.occurred_at >= :since AND e.occurred_at < :until UNION ALL SELECT i.prospect FROM interactions i WHERE i.deleted = 0 "
    "AND i.type = 'Support' AND i.date >= :since AND i.date < :until) WHERE lid IN (SELECT lid FROM prospects WHERE deleted = 0)"
)
"""Who asked for help in a span."""


@dataclass(frozen=True, slots=True)
class UseDay:
    """The use of one day; `errors` are calls that failed, as far as the error rates tell."""

    day: str
    calls: int
    signs: int
    verifies: int
    errors: float


@dataclass(frozen=True, slots=True)
class Customer:
    """One customer's week: its calls, those of the week before, the calls that failed, and how often it asked for help."""

    prospect: int
    company: str
    owner: str
    calls: int
    calls_before: int
    errors: float
    tickets: int


@dataclass(frozen=True, slots=True)
class EngagementInputs:
    """`weeks` are the weeks shown, oldest first, with who used the product in each; `any_use` is whether the base knows of any."""

    weeks: Sequence[Period]
    active: Sequence[int]
    customers: int
    days: Sequence[UseDay]
    each: Sequence[Customer]
    tickets: int
    tickets_before: int
    any_use: bool


def read(connection: Connection, settings: TeamSettings, week: Period, owner: str | None, today: date) -> EngagementInputs:
    """Everything for a week, of one rep's customers if `owner` is given."""
    weeks = [week]
    while len(weeks) < WEEKS:
        weeks.insert(0, weeks[0].previous())
    spans = [(moment_text(begins), moment_text(ends)) for begins, ends in (each.bounds(settings.time_zone) for each in weeks)]
    values = {"owner": owner, "first": weeks[0].first.isoformat(), "last": week.last.isoformat()}
    active = [
        int(
            sql.scalar(
                connection,
                f"SELECT count(DISTINCT u.prospect) {_OF_CUSTOMERS} AND u.api_calls > 0",
                {"owner": owner, "first": each.first.isoformat(), "last": each.last.isoformat()},
            )
        )
        for each in weeks
    ]
    customers = sql.scalar(
        connection,
        f"SELECT count(*) FROM prospects WHERE deleted = 0 AND customer_status = '{statuses.CUSTOMER}' AND (? IS NULL OR owner = ?)",
        (owner, owner),
    )
    days = sql.typed(
        connection,
        UseDay,
        "SELECT u.date, coalesce(sum(u.api_calls), 0), coalesce(sum(u.sign_operations), 0), coalesce(sum(u.verify_operations), 0), "
        f"coalesce(sum(u.api_calls * coalesce(u.error_rate, 0)), 0) {_OF_CUSTOMERS} GROUP BY u.date ORDER BY u.date",
        values,
    )
    tickets, tickets_before = (_tickets(connection, *span, owner) for span in (spans[-1], spans[-2]))
    return EngagementInputs(
        weeks,
        active,
        int(customers or 0),
        days,
        _customers(connection, week, spans[-1], owner),
        tickets,
        tickets_before,
        sql.scalar(connection, "SELECT 1 FROM usage WHERE deleted = 0 LIMIT 1") is not None,
    )


def _tickets(connection: Connection, since: str, until: str, owner: str | None) -> int:
    values = {"since": since, "until": until, "owner": owner}
    connection = within(within(connection, "events", since, until), "interactions", since, until)
    of_owner = "AND (:owner IS NULL OR EXISTS (SELECT 1 FROM prospects p WHERE p.lid = prospect AND p.owner = :owner))"
    events = sql.scalar(
        connection,
        "SELECT count(*) FROM events WHERE deleted = 0 AND event = 'support_ticket' AND occurred_at >= :since "
        f"AND occurred_at < :until {of_owner}",
        values,
    )
    logged = sql.scalar(
        connection,
        "SELECT count(*) FROM interactions WHERE deleted = 0 AND type = 'Support' AND date >= :since AND date < :until "
        f"{of_owner}",
        values,
    )
    return int(events) + int(logged)


def _customers(connection: Connection, week: Period, span: tuple[str, str], owner: str | None) -> list[Customer]:
    """Every customer with use in this week or the one before, or who asked for help."""
    before = week.previous()
    values = {
        "owner": owner,
        "first": before.first.isoformat(),
        "last": week.last.isoformat(),
        "begins": week.first.isoformat(),
        "since": span[0],
        "until": span[1],
    }
    return sql.typed(
        within(within(connection, "events", *span), "interactions", *span),
        Customer,
        "WITH used AS (SELECT u.prospect AS lid, coalesce(sum(u.api_calls) FILTER (WHERE u.date >= :begins), 0) AS calls, "
        "coalesce(sum(u.api_calls) FILTER (WHERE u.date < :begins), 0) AS earlier, "
        "coalesce(sum(u.api_calls * coalesce(u.error_rate, 0)) FILTER (WHERE u.date >= :begins), 0) AS errors "
        f"{_OF_CUSTOMERS} GROUP BY u.prospect), asked AS (SELECT lid, count(*) AS tickets FROM (SELECT e.prospect AS lid FROM events e "
        "WHERE e.deleted = 0 AND e.event = 'support_ticket' AND e.occurred_at >= :since AND e.occurred_at < :until "
        "UNION ALL SELECT i.prospect FROM interactions i WHERE i.deleted = 0 AND i.type = 'Support' AND i.date >= :since "
        "AND i.date < :until) GROUP BY lid) "
        "SELECT p.lid, coalesce(p.company, p.contact_name, p.key, ''), coalesce(p.owner, ''), coalesce(used.calls, 0), "
        "coalesce(used.earlier, 0), coalesce(used.errors, 0), coalesce(asked.tickets, 0) FROM prospects p "
        "LEFT JOIN used USING (lid) LEFT JOIN asked USING (lid) WHERE p.deleted = 0 AND (:owner IS NULL OR p.owner = :owner) "
        "AND p.lid IN (SELECT lid FROM used UNION SELECT lid FROM asked) ORDER BY p.lid",
        values,
    )
