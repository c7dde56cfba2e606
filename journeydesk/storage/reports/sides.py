"""What is told of a stage of the funnel and of a flow of the map, of exactly the prospects that the figure counts."""

from collections.abc import Sequence
from dataclasses import replace

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.reports.behind.membership import members
from journeydesk.storage.reports.behind.question import Question, Value
from journeydesk.storage.reports.cohorts import Part

_MOST_REASONS = 5
_BY_HAND = "by hand"
_BY_PERSON = "EXISTS (SELECT 1 FROM events e INDEXED BY ix_events_key WHERE e.key = h.event_key AND e.event = 'stage_set')"


@dataclass(frozen=True, slots=True)
class Person:
    """A prospect in a list: since when it is where it is, or when it moved (a stored moment), why it moved, and whether a person did
    it."""

    prospect: int
    company: str
    contact: str
    owner: str
    score: int | None
    at: str | None
    reason: str = ""
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Stopped:
    """Who did not go on from a stage: how many are still there and how many left; why these left, as (reason, how many), the reason that a
    person gave or, failing that, how the last touch ended; how many of all were never called; who is there longest."""

    still: int
    left: int
    reasons: Sequence[tuple[str, int]]
    uncalled: int
    longest: Sequence[Person]


@dataclass(frozen=True, slots=True)
class Moved:
    """Who moved one way: how many at the last by a person and by a rule, the hours that each of them had stayed before, and who moved
    last."""

    by_person: int
    by_rule: int
    hours: Sequence[int]
    latest: Sequence[Person]


def stopped(connection: Connection, question: Question, part: Part, limit: int) -> Stopped:
    """Of the question that counts who did not go on from a stage."""
    basis = question.name.partition(" ")[0]
    still, left, everybody = (_of(replace(question, name=f"{basis} {state}"), part) for state in ("still", "left", "stopped"))
    uncalled = sql.scalar(
        connection,
        f"SELECT count(*) FROM ({everybody[0]}) m WHERE NOT EXISTS (SELECT 1 FROM interactions i INDEXED BY ix_interactions_calls "
        "WHERE i.prospect = m.lid AND i.deleted = 0 AND i.type = 'Call')",
        everybody[1],
    )
    reasons = sql.rows(
        connection,
        "SELECT coalesce((SELECT h.reason FROM stage_history h WHERE h.prospect = m.lid AND h.reason NOT IN ('', ?) "
        f"AND {_BY_PERSON} ORDER BY h.at DESC, h.id DESC LIMIT 1), p.last_touch_outcome, '') AS why, count(*) FROM ({left[0]}) m "
        "JOIN prospects p ON p.lid = m.lid GROUP BY 1 ORDER BY 2 DESC, 1",
        (_BY_HAND, *left[1]),
    )
    return Stopped(
        int(sql.scalar(connection, f"SELECT count(*) FROM ({still[0]})", still[1])),
        sum(row[1] for row in reasons),
        [(row[0], row[1]) for row in reasons[:_MOST_REASONS]],
        int(uncalled),
        _longest(connection, question, still, limit),
    )


def _longest(
    connection: Connection, question: Question, still: tuple[str, tuple[Value | None, ...]], limit: int
) -> list[Person]:
    return sql.typed(
        connection,
        Person,
        "SELECT p.lid, coalesce(p.company, p.contact_name, p.key, ''), coalesce(p.contact_name, ''), coalesce(p.owner, ''), p.score, "
        "(SELECT max(h.at) FROM stage_history h WHERE h.prospect = p.lid AND h.journey = ? AND h.to_stage = ?) AS entered "
        f"FROM ({still[0]}) m JOIN prospects p ON p.lid = m.lid ORDER BY entered IS NULL, entered, p.lid LIMIT ?",
        (question.values["journey"], question.values["stage"], *still[1], limit),
    )


def moved(connection: Connection, question: Question, part: Part, limit: int) -> Moved:
    """Of the question that counts who moved one way."""
    whom, values = _of(question, part)
    moves = (
        f"SELECT h.prospect, h.at, h.hours, h.reason, {_BY_PERSON} AS by_person, "
        "row_number() OVER (PARTITION BY h.prospect ORDER BY h.at DESC, h.id DESC) AS place "
        f"FROM ({whom}) m JOIN stage_history h ON h.prospect = m.lid AND h.journey = ? AND h.at >= ? AND h.from_stage = ? "
        "AND h.to_stage = ?"
    )
    bounds = (*values, *(question.values[name] for name in ("journey", "since", "source", "target")))
    rows = sql.rows(connection, f"SELECT hours, by_person, place FROM ({moves})", bounds)
    latest = sql.typed(
        connection,
        Person,
        "SELECT p.lid, coalesce(p.company, p.contact_name, p.key, ''), coalesce(p.contact_name, ''), coalesce(p.owner, ''), p.score, "
        f"v.at, coalesce(v.reason, ''), v.by_person FROM ({moves}) v JOIN prospects p ON p.lid = v.prospect WHERE v.place = 1 "
        "ORDER BY v.at DESC, p.lid LIMIT ?",
        (*bounds, limit),
    )
    last = [bool(row[1]) for row in rows if row[2] == 1]
    return Moved(sum(last), len(last) - sum(last), [row[0] for row in rows if row[0] is not None], latest)


def _of(question: Question, part: Part) -> tuple[str, tuple[Value | None, ...]]:
    """Whom the question counts, of one rep's prospects or one source's where the figure is of these."""
    statement, values = members(question)
    for field, value in (("owner", part.owner), ("source", part.source)):
        if value is not None:
            statement = f"SELECT lid FROM ({statement}) WHERE lid IN (SELECT lid FROM prospects WHERE {field} = ?)"
            values = (*values, value)
    return statement, values
