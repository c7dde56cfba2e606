"""What the onboarding report is computed from: the events of its six steps, as they are told to us (docs/rules.md, "Onboarding")."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.deals import deal_stages
from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import end_of
from journeydesk.storage.answers import made, within
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.reports import customers
from journeydesk.storage.reports.goals import QUARTER_DAYS, accepted_values
from journeydesk.storage.schema.layout import LIVING

JOURNEY = "Onboarding"
SUCCESS: Sequence[str] = (
    "assessment_completed",
    "payment_succeeded",
    "scenario_succeeded",
    "content_generated",
    "record_stored",
    "access_granted",
)
"""The event by which each step is seen working, in their order."""

FAILURE: Mapping[str, str] = {
    "payment_succeeded": "payment_failed",
    "scenario_succeeded": "scenario_failed",
    "content_generated": "content_failed",
}
"""The event by which a step is seen failing."""

_HELP_DAYS = 7
_NONE: Mapping[str, str] = {}
"""Most have no step yet, and are kept: one is there for all of them."""

_FROM = "FROM events e INDEXED BY ix_events_kinds WHERE e.deleted = 0"


@dataclass(frozen=True, slots=True)
class Customer:
    """One of who was accepted in the span: when each step was first seen working for them (stored moments by event), when one failed
    first, and whether they asked for help within a week of paying."""

    prospect: int
    company: str
    owner: str
    steps: Mapping[str, str]
    failed: Mapping[str, str]
    helped: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """When a step was last seen working and last seen failing, by anybody's event."""

    worked: str | None
    failed: str | None


@dataclass(frozen=True, slots=True)
class Inputs:
    """Who was accepted in the 90 days to the period's end, who paid in them, and in those before as counts (assessed, paid, accepted);
    each step as it was last seen; who stands in which step now, by number; all as of the day."""

    accepted: Sequence[Customer]
    paid: Sequence[Customer]
    before: tuple[int, int, int]
    seen: Mapping[str, Seen]
    standing: Mapping[int, int]
    day: date
    until: str


def read(connection: Connection, settings: TeamSettings, week: Period, owner: str | None, today: date) -> Inputs:
    """Everything for the 90 days to the end of a week, of one rep's prospects if `owner` is given."""
    zone, day = settings.time_zone, min(week.last, today)
    until, since = (end_of(day - timedelta(days=days), zone) for days in (0, QUARTER_DAYS))
    came = made(
        connection, ("onboarding", day, owner), settings, lambda view: _came(view, settings, day, (since, until), owner)
    )
    tests = _tests(connection)
    return Inputs(
        accepted=[customer for customer in came.accepted if customer.prospect not in tests],
        paid=[customer for customer in came.paid if customer.prospect not in tests],
        before=came.before,
        seen=came.seen,
        standing=_standing(connection, settings, owner),
        day=day,
        until=until,
    )


@dataclass(frozen=True, slots=True)
class _Came:
    """What is read of the 90 days to a day; the customers of the end-to-end check are among them."""

    accepted: Sequence[Customer]
    paid: Sequence[Customer]
    before: tuple[int, int, int]
    seen: Mapping[str, Seen]


def _came(connection: Connection, settings: TeamSettings, day: date, span: tuple[str, str], owner: str | None) -> _Came:
    events = _events(connection, *span)
    accepted, before = _accepted(connection, settings, day)
    paid = [prospect for prospect, of in events.items() if "payment_succeeded" in of]
    names = _names(connection, {*accepted, *paid}, paid, owner)
    # A day more: a week in which clocks are put forward is an hour shorter than one of seven times 24 hours.
    until = end_of(day + timedelta(days=_HELP_DAYS + 1), settings.time_zone)
    helped = _helped(connection, {prospect: events[prospect]["payment_succeeded"] for prospect in paid}, (span[0], until))
    return _Came(
        _customers(accepted, events, names, helped),
        _customers(paid, events, names, helped),
        before,
        {step: _seen(connection, step, span[1]) for step in SUCCESS},
    )


def _events(connection: Connection, since: str, until: str) -> dict[int, dict[str, str]]:
    """The first event of each type that anybody had in the span, by prospect."""
    first: dict[int, dict[str, str]] = defaultdict(dict)
    for kind in (*SUCCESS, *FAILURE.values()):
        for prospect, at in sql.rows(
            within(connection, "events", since, until),
            f"SELECT e.prospect, min(e.occurred_at) {_FROM} AND e.event = ? AND e.occurred_at >= ? AND e.occurred_at < ? "
            "AND e.prospect IS NOT NULL GROUP BY e.prospect",
            (kind, since, until),
        ):
            first[prospect][kind] = at
    return first


def _accepted(connection: Connection, settings: TeamSettings, day: date) -> tuple[list[int], tuple[int, int, int]]:
    """Who was accepted in the 90 days to a day; and of the 90 days before, how many were assessed, paid and accepted."""
    stages = deal_stages(settings)
    earlier = day - timedelta(days=QUARTER_DAYS)
    first, since, until = (end_of(at, settings.time_zone) for at in (earlier - timedelta(days=QUARTER_DAYS), earlier, day))
    values = None if stages is None else accepted_values(settings, stages, first, until)
    if values is None:
        return [], (0, 0, 0)
    times = customers.acceptances(connection, values)
    became = customers.became_customers(connection, str(values["status_journey"]), int(values["customer"]))
    before = {prospect for prospect, at in times if at < since}
    assessed = sql.scalars(
        within(connection, "events", first, since),
        f"SELECT DISTINCT e.prospect {_FROM} AND e.event = 'assessment_completed' AND e.occurred_at >= ? AND e.occurred_at < ?",
        (first, since),
    )
    paid = sum(became.get(prospect, since) < since for prospect in before)
    return sorted({prospect for prospect, at in times if at >= since}), (len(before.intersection(assessed)), paid, len(before))


def _names(connection: Connection, prospects: set[int], named: Sequence[int], owner: str | None) -> dict[int, tuple[str, str]]:
    """The owner of each of these that lives, with the company of those that are named."""
    owners = sql.rows(
        connection,
        "SELECT p.lid, coalesce(p.owner, '') FROM json_each(?) m CROSS JOIN prospects p INDEXED BY ix_prospects_standing "
        f"ON p.lid = m.value AND p.{LIVING}",
        (json.dumps(sorted(prospects)),),
    )
    companies = sql.rows(
        connection,
        "SELECT p.lid, coalesce(p.company, p.contact_name, p.key, '') FROM json_each(?) m JOIN prospects p ON p.lid = m.value",
        (json.dumps(sorted(named)),),
    )
    words = {row[0]: row[1] for row in companies}
    reps: dict[str, str] = {}
    return {row[0]: (words.get(row[0], ""), reps.setdefault(row[1], row[1])) for row in owners if owner in (None, row[1])}


def _tests(connection: Connection) -> frozenset[int]:
    """The customers of the end-to-end check, which nobody is."""
    return frozenset(
        sql.scalars(
            connection,
            "SELECT p.lid FROM end_to_end_run r JOIN prospects p INDEXED BY ix_prospects_key ON p.key = r.customer",
        )
    )


def _helped(connection: Connection, paid: Mapping[int, str], span: tuple[str, str]) -> frozenset[int]:
    """Who asked for help within a week of paying: a support ticket, or a touchpoint of type Support. Nobody paid before the span, and
    every such week is over at its end."""
    listed = json.dumps([[prospect, at] for prospect, at in paid.items()])
    week = f"strftime('%Y-%m-%dT%H:%M:%fZ', m.value ->> 1, '+{_HELP_DAYS} days')"
    rows = sql.scalars(
        within(within(connection, "events", *span), "interactions", *span),
        "SELECT m.value ->> 0 FROM json_each(?) m WHERE EXISTS (SELECT 1 FROM events e WHERE e.prospect = m.value ->> 0 AND e.deleted = 0 "
        f"AND e.event = 'support_ticket' AND e.occurred_at >= m.value ->> 1 AND e.occurred_at < {week}) "
        "OR EXISTS (SELECT 1 FROM interactions i WHERE i.prospect = m.value ->> 0 AND i.deleted = 0 AND i.type = 'Support' "
        f"AND i.date >= m.value ->> 1 AND i.date < {week})",
        (listed,),
    )
    return frozenset(int(each) for each in rows)


def _customers(
    prospects: Sequence[int],
    events: Mapping[int, Mapping[str, str]],
    names: Mapping[int, tuple[str, str]],
    helped: frozenset[int],
) -> list[Customer]:
    failures = frozenset(FAILURE.values())
    return [
        Customer(
            prospect,
            *names[prospect],
            {kind: at for kind, at in events.get(prospect, _NONE).items() if kind not in failures} or _NONE,
            {kind: at for kind, at in events.get(prospect, _NONE).items() if kind in failures} or _NONE,
            prospect in helped,
        )
        for prospect in sorted(prospects)
        if prospect in names
    ]


def _seen(connection: Connection, step: str, until: str) -> Seen:
    def last(kind: str | None) -> str | None:
        if kind is None:
            return None
        value = sql.scalar(
            within(connection, "events", until=until),
            f"SELECT max(e.occurred_at) {_FROM} AND e.event = ? AND e.occurred_at < ?",
            (kind, until),
        )
        return None if value is None else str(value)

    return Seen(last(step), last(FAILURE.get(step)))


def _standing(connection: Connection, settings: TeamSettings, owner: str | None) -> dict[int, int]:
    journey = settings.journey(JOURNEY)
    if journey is None:
        return {}
    rows = sql.rows(
        connection,
        "SELECT stage, sum(count) FROM board_count WHERE journey = ? AND (? IS NULL OR owner = ?) GROUP BY stage",
        (journey.name, owner, owner),
    )
    return {row[0]: row[1] for row in rows}
