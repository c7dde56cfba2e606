"""To whom a template is due, and what may be merged into it."""

import json
from collections.abc import Sequence

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.mail.templates import APPLICATION_RECEIVED, UNDER_REVIEW, WELCOME
from journeydesk.domain.statuses import CUSTOMER, TAKEN_IN, USING
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.statuses import is_one_of, is_open

_REVIEWING = "Reviewing"
assert _REVIEWING in BY_SLUG["prospects"].by_slug["status"].choices


@dataclass(frozen=True, slots=True)
class Addressee:
    """A prospect as a template is filled for it. `calls_week` are API calls since a day, None where none are known."""

    prospect: RecordId
    key: str
    company: str
    contact_name: str
    email: str
    job_title: str
    stage: str
    tier: str
    owner: str
    calls_week: int | None


_SELECT = (
    "SELECT p.lid, p.key, coalesce(p.company, ''), coalesce(p.contact_name, ''), coalesce(p.email, ''), coalesce(p.job_title, ''), "
    "coalesce(p.journey_stage, ''), coalesce(p.tier, ''), coalesce(p.owner, ''), "
    "(SELECT sum(u.api_calls) FROM usage u WHERE u.prospect = p.lid AND u.deleted = 0 AND u.date >= :usage_since) "
    "FROM prospects p WHERE p.deleted = 0 "
)


def addressees(connection: Connection, prospects: Sequence[RecordId], usage_since: str) -> list[Addressee]:
    """These prospects, as far as they are there; `usage_since` is an ISO date."""
    return sql.typed(
        connection,
        Addressee,
        f"{_SELECT} AND p.lid IN (SELECT value FROM json_each(:prospects)) ORDER BY p.lid",
        {"usage_since": usage_since, "prospects": json.dumps(list(prospects))},
    )


def any_addressee(connection: Connection, usage_since: str) -> Addressee | None:
    """Somebody with an address, for an example."""
    return sql.first_typed(
        connection,
        Addressee,
        f"{_SELECT} AND p.email IS NOT NULL AND p.contact_name IS NOT NULL ORDER BY p.lid DESC LIMIT 1",
        {"usage_since": usage_since},
    )


def users(connection: Connection, usage_since: str) -> list[Addressee]:
    """Everybody who pays for the product or is set up to use it, and has an address."""
    return sql.typed(
        connection,
        Addressee,
        f"{_SELECT} AND p.email IS NOT NULL AND {is_open('p')} AND (p.customer_status = '{CUSTOMER}' OR {is_one_of('p.status', USING)}) "
        "ORDER BY p.lid",
        {"usage_since": usage_since},
    )


_ENTERED = (
    "coalesce((SELECT min(h.at) FROM field_history h WHERE h.table_slug = 'prospects' AND h.lid = p.lid AND h.field = 'status' "
    "AND h.new IN (SELECT json_quote(value) FROM json_each(:statuses))), "
    "(SELECT min(e.occurred_at) FROM events e WHERE e.prospect = p.lid AND e.deleted = 0 AND e.event = :event))"
)
_CAUSES = {
    UNDER_REVIEW: ((_REVIEWING,), "application_reviewed"),
    WELCOME: (tuple(sorted(TAKEN_IN)), "application_accepted"),
}


def reached(connection: Connection, template: str, since: str, usage_since: str) -> list[Addressee]:
    """Who came since a moment (stored) to where this template is due: applied, went into review, or was accepted."""
    if template == APPLICATION_RECEIVED:
        return sql.typed(
            connection,
            Addressee,
            f"{_SELECT} AND p.email IS NOT NULL AND {is_open('p')} AND p.applied_on >= :since ORDER BY p.lid",
            {"usage_since": usage_since, "since": since},
        )
    statuses, event = _CAUSES[template]
    return sql.typed(
        connection,
        Addressee,
        f"{_SELECT} AND p.email IS NOT NULL AND {is_open('p')} AND {is_one_of('p.status', statuses)} AND {_ENTERED} >= :since "
        "ORDER BY p.lid",
        {"usage_since": usage_since, "since": since, "statuses": json.dumps(statuses), "event": event},
    )
