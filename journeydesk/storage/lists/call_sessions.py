"""Call sessions as they are kept on this computer: whom, in which order, where it stands."""

from collections.abc import Iterable, Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.statuses import REACHED
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.statuses import is_one_of

WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class OpenSession:
    """The session that is not over: its time, its place of `total`, and who is there with what was logged of them."""

    id: int
    name: str
    started_at: str
    resumed_at: str | None
    active_seconds: int | None
    place: int
    total: int
    prospect: RecordId | None
    logged: RecordId | None
    step: int | None


@dataclass(frozen=True, slots=True)
class SessionCounts:
    """What came of a session."""

    name: str
    active_seconds: int | None
    calls: int
    reached: int
    steps: int
    skipped: int
    colleagues: int
    total: int


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """Who spoke to a prospect, how and when (a stored moment)."""

    owner: str
    type: str | None
    date: str


def begin(connection: Connection, name: str, prospects: Sequence[RecordId], now: str) -> int:
    """A new session that runs; any other is over with it."""
    sql.run(connection, "UPDATE call_session SET ended_at = ?, resumed_at = NULL WHERE ended_at IS NULL", (now,))
    session = sql.run(
        connection, "INSERT INTO call_session (name, started_at, resumed_at, place) VALUES (?, ?, ?, 0)", (name, now, now)
    )
    sql.run_many(
        connection,
        "INSERT INTO call_session_member (session, place, prospect, state, step) VALUES (?, ?, ?, ?, 0)",
        [(session, place, prospect, WAITING) for place, prospect in enumerate(prospects)],
    )
    return int(session)


def unfinished(connection: Connection) -> OpenSession | None:
    """The session that is not over, with how many it has and who is next."""
    return sql.first_typed(
        connection,
        OpenSession,
        "SELECT s.id, s.name, s.started_at, s.resumed_at, s.active_seconds, s.place, "
        "(SELECT count(*) FROM call_session_member m WHERE m.session = s.id) AS total, "
        "(SELECT prospect FROM call_session_member m WHERE m.session = s.id AND m.place = s.place) AS prospect, "
        "(SELECT i.lid FROM call_session_member m JOIN interactions i ON i.lid = m.interaction AND i.deleted = 0 "
        "WHERE m.session = s.id AND m.place = s.place AND m.state = 'logged') AS logged, "
        "(SELECT m.step FROM call_session_member m WHERE m.session = s.id AND m.place = s.place) AS step "
        "FROM call_session s WHERE s.ended_at IS NULL ORDER BY s.id DESC LIMIT 1",
    )


def hand_over(connection: Connection, loser: RecordId, survivor: RecordId) -> list[tuple[int, int]]:
    """The places (session and number) of one that was merged become the other's. Where that one has a place of its own, it is called
    once: the other's place stays who is gone, and is passed over."""
    places = sql.rows(
        connection,
        "SELECT session, place FROM call_session_member m WHERE prospect = ? "
        "AND NOT EXISTS (SELECT 1 FROM call_session_member o WHERE o.session = m.session AND o.prospect = ?)",
        (loser, survivor),
    )
    return _give(connection, places, loser, survivor)


def hand_back(connection: Connection, survivor: RecordId, loser: RecordId, places: Iterable[Sequence[int]]) -> None:
    """Those places are the other's again."""
    _give(connection, places, survivor, loser)


def _give(connection: Connection, places: Iterable[Sequence[int]], before: RecordId, after: RecordId) -> list[tuple[int, int]]:
    given = [(int(session), int(place)) for session, place in places]
    sql.run_many(
        connection,
        "UPDATE call_session_member SET prospect = ? WHERE session = ? AND place = ? AND prospect = ?",
        [(after, session, place, before) for session, place in given],
    )
    return given


def set_time(connection: Connection, session: int, active_seconds: int, resumed_at: str | None) -> None:
    """How long it has run, and since when it runs; None while it is paused."""
    sql.run(
        connection,
        "UPDATE call_session SET active_seconds = ?, resumed_at = ? WHERE id = ?",
        (active_seconds, resumed_at, session),
    )


def set_member(connection: Connection, session: int, place: int, state: str, interaction: RecordId | None, step: bool) -> None:
    """What became of one."""
    sql.run(
        connection,
        "UPDATE call_session_member SET state = ?, interaction = ?, step = ? WHERE session = ? AND place = ?",
        (state, interaction, int(step), session, place),
    )


def go_to(connection: Connection, session: int, place: int) -> None:
    """Who is next."""
    sql.run(connection, "UPDATE call_session SET place = ? WHERE id = ?", (place, session))


def end(connection: Connection, session: int, now: str) -> None:
    """It is over."""
    sql.run(connection, "UPDATE call_session SET ended_at = ?, resumed_at = NULL WHERE id = ?", (now, session))


def result(connection: Connection, session: int) -> SessionCounts:
    """What came of it. A log that was taken back counts no more."""
    row = sql.only(
        connection,
        "SELECT s.name, s.active_seconds, "
        "coalesce(sum(m.state = 'logged' AND i.lid IS NOT NULL), 0) AS calls, "
        f"coalesce(sum({is_one_of('i.outcome', REACHED)}), 0) AS reached, "
        "coalesce(sum(m.step = 1 AND i.lid IS NOT NULL), 0) AS steps, coalesce(sum(m.state = 'skipped'), 0) AS skipped, "
        "coalesce(sum(m.state = 'colleague'), 0) AS colleagues, count(*) AS total "
        "FROM call_session s JOIN call_session_member m ON m.session = s.id "
        "LEFT JOIN interactions i ON i.lid = m.interaction AND i.deleted = 0 WHERE s.id = ?",
        (session,),
    )
    return SessionCounts(*row)


def spoken_by_another(connection: Connection, prospect: RecordId, actor: str, since: str, day_began: str) -> Touchpoint | None:
    """A colleague's touchpoint of since then, or of the same day that came in since then."""
    return sql.first_typed(
        connection,
        Touchpoint,
        "SELECT owner, type, date FROM interactions WHERE prospect = ? AND deleted = 0 AND owner IS NOT NULL AND owner <> ? "
        "AND (date >= ? OR (date >= ? AND created_at >= ?)) ORDER BY date DESC LIMIT 1",
        (prospect, actor, since, day_began, since),
    )


def outcome_of(connection: Connection, interaction: RecordId) -> str:
    """What a touchpoint came to; empty where nobody said, or it is gone."""
    return str(sql.scalar(connection, "SELECT outcome FROM interactions WHERE lid = ?", (interaction,)) or "")
