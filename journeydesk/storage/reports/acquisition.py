"""What the acquisition report is computed from, in a few statements over one consistent view."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date, datetime, time, timedelta

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.ladder import ladder
from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import moment_text
from journeydesk.storage.answers import within
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.reports import activity, cohorts
from journeydesk.storage.reports.activity import Calls
from journeydesk.storage.reports.behind.question import by_place
from journeydesk.storage.reports.cohorts import Part, Reach, Span, Stay

COHORT_DAYS = 90


@dataclass(frozen=True, slots=True)
class Application:
    """One application: when, where from, how scored, what became of it, when first called, and what it says of itself."""

    company: str
    contact: str
    owner: str
    source: str
    score: int | None
    status: str
    applied_on: str
    first_call: str | None
    industry: str
    capability: str
    phone: str
    website: str


@dataclass(frozen=True, slots=True)
class Visits:
    """How many prospects did any of a group of things in a span, by the events of the group; groups of which there is no event at all
    in the base are left out."""

    prospects: Mapping[tuple[str, ...], int]

    def of(self, *events: str) -> int | None:
        """How many did any of these; None where the base knows no such event."""
        return self.prospects.get(events)


@dataclass(frozen=True, slots=True)
class Led:
    """Of `n` prospects with one thing in a span, and not with the other before it: how many did the other after it, still within."""

    part: int
    n: int


@dataclass(frozen=True, slots=True)
class Inputs:
    """The week's and the week before's applications; the cohort of 90 days to the end of each of the two weeks, of this one by entry
    point, with its stays; the week's calls, and what was done on the web in both weeks."""

    span: Span
    current: Sequence[Application]
    before: Sequence[Application]
    reaches: Sequence[Reach]
    reaches_before: Sequence[Reach]
    stays: Sequence[Stay]
    calls: Sequence[Calls]
    visits: Visits
    visits_before: Visits
    goals: Mapping[str, Led] = field(default_factory=dict)
    goals_before: Mapping[str, Led] = field(default_factory=dict)


WATCHED: tuple[tuple[str, ...], ...] = (
    ("page_viewed",),
    ("gate_viewed",),
    ("form_submitted", "inquiry_submitted", "gate_submitted"),
    ("demo_requested",),
    ("api_key_created",),
    ("first_api_call",),
)
"""The events on the way to an application and from it to the first use, those together that mean the same."""

DID = (
    "SELECT DISTINCT e.prospect AS lid FROM events e INDEXED BY ix_events_kinds "
    "JOIN prospects p INDEXED BY ix_prospects_standing ON p.lid = e.prospect AND p.deleted = 0 "
    "WHERE e.deleted = 0 AND e.event IN (SELECT value FROM json_each(:events)) AND e.occurred_at >= :since "
    "AND e.occurred_at < :until"
)
"""The prospects of whom any of these events came in a span."""


GOALS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "form_completion": (WATCHED[1], WATCHED[2]),
    "documentation_to_application": (("documentation_viewed",), ("application_received",)),
    "demo_requests": (WATCHED[0], WATCHED[3]),
}
"""The goals of the website, by the name of their target: from which events to which."""

_GOAL = "SELECT 1 FROM events g WHERE g.prospect = s.lid AND g.deleted = 0 AND g.event IN (SELECT value FROM json_each(:goal))"
_BEGAN = (
    "FROM (SELECT e.prospect AS lid, min(e.occurred_at) AS seen FROM events e INDEXED BY ix_events_kinds "
    "JOIN prospects p INDEXED BY ix_prospects_standing ON p.lid = e.prospect AND p.deleted = 0 "
    "WHERE e.deleted = 0 AND e.event IN (SELECT value FROM json_each(:events)) AND e.occurred_at >= :since "
    "AND e.occurred_at < :until AND (:everybody OR p.owner = :owner) GROUP BY e.prospect) s "
    f"WHERE NOT EXISTS ({_GOAL} AND g.occurred_at < s.seen)"
)
BEGAN = f"SELECT s.lid {_BEGAN}"
"""The prospects with one of these events in a span, and none of the goal's before it."""

_LED = f"EXISTS ({_GOAL} AND g.occurred_at >= s.seen AND g.occurred_at < :until)"
LED = f"{BEGAN} AND {_LED}"
"""Those of them with one of the goal's events after it, still in the span."""

_COUNTS = f"SELECT count(*) FILTER (WHERE {_LED}), count(*) {_BEGAN}"
"""How many are led, and how many began: of one walk over the events of each."""


def span_to(settings: TeamSettings, last: date) -> Span:
    """The cohort's span: the 90 days to the end of a day, in the first journey."""
    zone, journey = settings.time_zone, settings.journeys[0]
    since = datetime.combine(last - timedelta(days=COHORT_DAYS - 1), time(), zone)
    until = datetime.combine(last + timedelta(days=1), time(), zone)
    return Span(journey.name, tuple(stage.number for stage in ladder(journey)), moment_text(since), moment_text(until))


def read(connection: Connection, settings: TeamSettings, week: Period, owner: str | None, today: date) -> Inputs:
    """Everything for a week; of one rep's prospects if `owner` is given, and of calls those that the rep made."""
    begins, ends = week.bounds(settings.time_zone)
    earlier, _ = week.previous().bounds(settings.time_zone)
    first, until, before = (moment_text(at) for at in (begins, ends, earlier))
    received = applications(connection, before, until, owner, f"{today:%Y-%m}-01")
    span, part = span_to(settings, week.last), Part(owner)
    reaches_before, reaches = cohorts.reaches_of_both(
        connection, (span_to(settings, week.previous().last), span), part, "entry"
    )
    return Inputs(
        span=span,
        current=[application for application in received if first <= application.applied_on],
        before=[application for application in received if application.applied_on < first],
        reaches=reaches,
        reaches_before=reaches_before,
        stays=cohorts.stays_of_cohort(connection, span, part),
        calls=activity.calls(connection, first, until, owner),
        visits=visits(connection, first, until, owner),
        visits_before=visits(connection, before, first, owner),
        goals=goals(connection, first, until, owner),
        goals_before=goals(connection, before, first, owner),
    )


def goals(connection: Connection, since: str, until: str, owner: str | None) -> dict[str, Led]:
    """What came of each goal of the website in a span."""
    return {name: _led(connection, goal_values(name, since, until, owner)) for name in GOALS}


def goal_values(name: str, since: str, until: str, owner: str | None) -> dict[str, str | int]:
    """The values that `BEGAN` and `LED` ask for."""
    events, goal = GOALS[name]
    return {
        "events": json.dumps(events),
        "goal": json.dumps(goal),
        "since": since,
        "until": until,
        "owner": owner or "",
        "everybody": int(owner is None),
    }


def _led(connection: Connection, values: Mapping[str, str | int]) -> Led:
    connection = within(connection, "events", until=str(values["until"]))
    part, n = sql.only(connection, *by_place(_COUNTS, values))
    return Led(part, n)


def applications(connection: Connection, since: str, until: str, owner: str | None, settled: str) -> list[Application]:
    """The applications of a span of stored moments, oldest first. Calls from the moment `settled` on are looked for apart: nearly all
    that is written is written then, and what was found of the time before is kept."""
    rows = sql.rows(
        connection,
        "SELECT p.lid, p.company, p.contact_name, p.owner, p.source, p.score, p.status, p.applied_on, p.industry, "
        "p.technical_capability, p.phone, p.website FROM prospects p WHERE p.deleted = 0 AND p.applied_on >= ? AND p.applied_on < ? "
        "AND coalesce(p.owner = ?, ?) ORDER BY p.applied_on, p.lid",
        (since, until, owner, owner is None),
    )
    settled = max(since, settled)
    applied = {row[0]: row[7] for row in rows}
    called = _first_calls(connection, applied, since, settled)
    called |= _first_calls(
        connection, {prospect: at for prospect, at in applied.items() if prospect not in called}, settled, "9999"
    )
    words: dict[str | None, str] = {None: ""}

    def word(text: str | None) -> str:
        # Thousands come from a few sources, and are kept.
        return words.setdefault(text, text or "")

    return [
        Application(
            r[1] or "",
            r[2] or "",
            word(r[3]),
            word(r[4]),
            r[5],
            word(r[6]),
            r[7],
            called.get(r[0]),
            word(r[8]),
            word(r[9]),
            r[10] or "",
            r[11] or "",
        )
        for r in rows
    ]


def _first_calls(connection: Connection, applied: Mapping[int, str], since: str, until: str) -> dict[int, str]:
    """When those who applied at these moments were first called after it, of the calls of a span."""
    rows = sql.rows(
        within(connection, "interactions", since, until),
        "SELECT m.key, (SELECT min(i.date) FROM interactions i INDEXED BY ix_interactions_calls WHERE i.prospect = CAST(m.key AS INTEGER) "
        "AND i.deleted = 0 AND i.type = 'Call' AND i.date >= max(m.value, ?) AND i.date < ?) FROM json_each(?) m",
        (since, until, json.dumps(applied)),
    )
    return {int(prospect): called for prospect, called in rows if called is not None}


def visits(connection: Connection, since: str, until: str, owner: str | None) -> Visits:
    """How many prospects did each of the watched things."""
    counts: dict[tuple[str, ...], int] = {}
    of_owner, values = ("", ()) if owner is None else (" AND p.owner = ?", (owner,))
    for events in WATCHED:
        listed = json.dumps(events)
        ever = sql.first(
            connection,
            "SELECT 1 FROM events INDEXED BY ix_events_kinds WHERE deleted = 0 AND event IN (SELECT value FROM json_each(?)) LIMIT 1",
            (listed,),
        )
        if ever is not None:
            statement, bounds = by_place(DID, {"events": listed, "since": since, "until": until})
            counts[events] = int(
                sql.scalar(
                    within(connection, "events", since, until),
                    f"SELECT count(*) FROM ({statement}{of_owner})",
                    (*bounds, *values),
                )
            )
    return Visits(counts)
