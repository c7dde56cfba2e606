"""A call session (docs/interface.md, "Call session"): one prospect after another, kept on this computer, so that it goes on
where it was left."""

from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_of, moment_text, start_of
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.storage.lists import call_sessions
from journeydesk.storage.lists.call_sessions import OpenSession

MOST = 1_000
"""Nobody calls more in a day; a longer list is taken up to here."""


@dataclass(frozen=True, slots=True)
class CallSession:
    """Where a session stands. `place` counts from 0; `prospect` is None when all are through. `logged` is the touchpoint of who is
    current where the next step was not asked yet, or where somebody went back; `step` whether a step came with it."""

    id: int
    name: str
    started_at: datetime
    place: int
    total: int
    prospect: RecordId | None
    logged: RecordId | None = None
    step: bool = False


@dataclass(frozen=True, slots=True)
class SessionResult:
    """What came of a session; `minutes` without pauses."""

    name: str
    calls: int
    reached: int
    steps: int
    minutes: int
    skipped: int
    colleagues: int
    total: int


@dataclass(frozen=True, slots=True)
class SpokenTo:
    """A colleague's touchpoint: whose, what, when."""

    owner: str
    kind: str
    at: datetime


def begin_session(context: Context, name: str, prospects: Sequence[RecordId]) -> CallSession:
    """Begins with these in their order, at most 1,000; one that was not over ends. Raises UserError for nobody."""
    members = _first_of(prospects)
    if not members:
        raise UserError(tr("There is nobody to call in this list. Clear a filter, or choose another view."))
    with context.database.write(counted=False) as connection:
        call_sessions.begin(connection, name, members, context.now())
    return _running(open_session(context))


def _first_of(prospects: Sequence[RecordId]) -> list[RecordId]:
    """The first that a session takes of them, each once, however many come behind."""
    taken = dict.fromkeys(prospects[:MOST])
    for prospect in islice(prospects, MOST, None) if len(taken) < MOST else ():
        taken.setdefault(prospect)
        if len(taken) == MOST:
            break
    return list(taken)


def open_session(context: Context) -> CallSession | None:
    """The session that is not over."""
    with context.database.read() as connection:
        row = call_sessions.unfinished(connection)
    if row is None:
        return None
    where = row.place, row.total, row.prospect, row.logged, bool(row.step)
    return CallSession(row.id, row.name, moment_of(row.started_at), *where)


def _running(session: CallSession | None) -> CallSession:
    if session is None:
        raise UserError(tr("There is no call session. Shift+L on a list begins one."))
    return session


def resume_session(context: Context) -> None:
    """The clock runs again; the time since the last step of one that was killed is not counted."""
    _clock(context, False, True)


def pause_session(context: Context) -> None:
    """The clock stands still."""
    _clock(context, True, False)


def _clock(context: Context, count: bool, runs: bool) -> None:
    with context.database.write(counted=False) as connection:
        row = call_sessions.unfinished(connection)
        if row is None:
            return
        passed = 0
        if count and row.resumed_at:
            passed = max(0, int((context.clock() - moment_of(row.resumed_at)).total_seconds()))
        call_sessions.set_time(connection, row.id, (row.active_seconds or 0) + passed, context.now() if runs else None)


def take_step(context: Context, state: str, interaction: RecordId | None = None, step_set: bool = False) -> CallSession:
    """What became of who is current (`logged`, `skipped`, `colleague` or `gone`), and on to the next."""
    _clock(context, True, True)
    with context.database.write(counted=False) as connection:
        row = _unfinished(call_sessions.unfinished(connection))
        # Who was called and is passed over on a second look was called all the same.
        if interaction is not None or row.logged is None:
            call_sessions.set_member(connection, row.id, row.place, state, interaction, step_set)
        call_sessions.go_to(connection, row.id, row.place + 1)
    return _running(open_session(context))


def note_log(context: Context, interaction: RecordId, step_set: bool) -> None:
    """Keeps that who is current was logged, before what comes next is asked: a kill in between forgets neither."""
    with context.database.write(counted=False) as connection:
        row = _unfinished(call_sessions.unfinished(connection))
        call_sessions.set_member(connection, row.id, row.place, "logged", interaction, step_set)


def step_back(context: Context) -> CallSession:
    """To the one before."""
    _clock(context, True, True)
    with context.database.write(counted=False) as connection:
        row = _unfinished(call_sessions.unfinished(connection))
        call_sessions.go_to(connection, row.id, max(0, row.place - 1))
    return _running(open_session(context))


def end_session(context: Context) -> SessionResult:
    """It is over; what came of it."""
    _clock(context, True, False)
    with context.database.write(counted=False) as connection:
        row = _unfinished(call_sessions.unfinished(connection))
        call_sessions.end(connection, row.id, context.now())
    with context.database.read() as connection:
        totals = call_sessions.result(connection, row.id)
    minutes = round((totals.active_seconds or 0) / 60)
    counts = totals.skipped, totals.colleagues, totals.total
    return SessionResult(totals.name, totals.calls, totals.reached, totals.steps, minutes, *counts)


def _unfinished(row: OpenSession | None) -> OpenSession:
    if row is None:
        raise UserError(tr("There is no call session. Shift+L on a list begins one."))
    return row


def spoken_meanwhile(context: Context, session: CallSession) -> SpokenTo | None:
    """The touchpoint of a colleague with who is current, of since the session began; one of today that came with a sync since
    counts, too."""
    if session.prospect is None:
        return None
    zone = context.settings.time_zone
    began = start_of(session.started_at.astimezone(zone).date(), zone)
    since = moment_text(session.started_at)
    with context.database.read() as connection:
        row = call_sessions.spoken_by_another(connection, session.prospect, context.actor, since, began)
    return SpokenTo(row.owner, row.type or "touchpoint", moment_of(row.date)) if row else None


def outcome_of(context: Context, interaction: RecordId) -> str:
    """What a call came to; empty where nobody said."""
    with context.database.read() as connection:
        return call_sessions.outcome_of(connection, interaction)
