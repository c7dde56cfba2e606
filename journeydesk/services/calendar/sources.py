"""The calendars of this computer: adding, reading and forgetting them. What was read stays until something newer is there."""

import contextlib
import json
from datetime import timedelta
from pathlib import Path

from journeydesk import credentials
from journeydesk.domain.errors import JourneydeskError, KeyringMissing, UserError, WorldError
from journeydesk.domain.time import moment_text
from journeydesk.domain.words import tr
from journeydesk.services.calendar.meetings import LARGEST, Meeting, meetings_in
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.team import calendars
from journeydesk.storage.team.calendars import CalendarSource as CalendarSource

BEHIND, AHEAD = timedelta(days=1), timedelta(days=30)
"""What is read: from yesterday to a month ahead."""
EVERY = timedelta(minutes=15)
_MOST = 20
CALENDAR_SECRETS = tuple(f"calendar {number}" for number in range(1, _MOST + 1))
"""What the passwords of calendars are kept as in the keyring; a calendar has the smallest number that is free."""


def calendar_sources(context: Context) -> list[CalendarSource]:
    """All of them, in the order in which they were added."""
    with context.database.read() as connection:
        return calendars.sources(connection)


def add_calendar(context: Context, typed: str, *, name: str = "", user: str = "", password: str = "") -> CalendarSource:
    """Adds a calendar by its address, or by the path of an `.ics` file, once it could be read. The password goes to the keyring.
    Raises UserError or WorldError; nothing is kept then."""
    known = calendar_sources(context)
    if len(known) >= _MOST:
        raise UserError(tr("There are {most} calendars already. Remove one first.", most=_MOST))
    path = _file_of(typed)
    if path is None:
        from journeydesk.remote.calendar.fetching import calendar_address

        address = calendar_address(typed)
    else:
        address = str(path)
    if any(each.address == address and each.user == user for each in known):
        raise UserError(tr("This calendar is there already."))
    called = name.strip() or (path.stem if path is not None else address.split("/")[2])
    draft = CalendarSource(0, called, "address" if path is None else "file", address, user, "", None, None, None)
    try:
        meetings, tag = _read(context, draft, password)
    except WorldError as problem:
        words = tr("{problem} Nothing was added: check the address, and try again.", problem=problem)
        raise WorldError(words) from problem
    with context.database.write(counted=False) as connection:
        number = calendars.add_source(connection, called, draft.kind, address, user)
        _put(context, connection, number, meetings, tag)
    if user:
        try:
            credentials.keep_secret(context.database.folder, _secret(number), password)
        except JourneydeskError:
            remove_calendar(context, number)
            raise
    _tell(context)
    return next(each for each in calendar_sources(context) if each.id == number)


def remove_calendar(context: Context, source: int) -> None:
    """Forgets a calendar, its meetings and its password; the calendar itself is not touched."""
    had_password = any(each.id == source and each.user for each in calendar_sources(context))
    with context.database.write(counted=False) as connection:
        calendars.remove_source(connection, source)
    if had_password:
        # Where no keyring answers there is nothing of it to be found either.
        with contextlib.suppress(KeyringMissing):
            credentials.forget(context.database.folder, [_secret(source)])
    _tell(context)


def read_calendars(context: Context, *, only: int | None = None, force: bool = False, offline: bool = False) -> list[str]:
    """Reads those whose turn it is, one after another; returns what is wrong, a sentence each. `offline` leaves addresses alone."""
    problems = []
    changed = False
    for source in calendar_sources(context):
        if only not in (None, source.id) or (offline and source.kind == "address"):
            continue
        if not force and source.tried_at and source.tried_at > _stored(context, -EVERY):
            continue
        try:
            password = _password(context, source)
            meetings, tag = _read(context, source, password)
        except JourneydeskError as problem:
            by_itself = isinstance(problem, WorldError)
            words = tr("{problem} It is tried again by itself.", problem=problem) if by_itself else str(problem)
            problems.append(f"{source.name}: {words}")
            with context.database.write(counted=False) as connection:
                calendars.note_problem(connection, source.id, context.now(), words)
            changed = True
            continue
        with context.database.write(counted=False) as connection:
            _put(context, connection, source.id, meetings, tag)
        changed = True
    if changed:
        _tell(context)
    return problems


def _password(context: Context, source: CalendarSource) -> str:
    if not source.user:
        return ""
    secret = credentials.secret_of(context.database.folder, _secret(source.id))
    if secret is None:
        raise UserError(tr("The password of {user} is no longer in the keyring. Add the calendar again.", user=source.user))
    return secret


def _read(context: Context, source: CalendarSource, password: str) -> tuple[list[Meeting] | None, str]:
    """The meetings and the answer's tag; None for what has not changed."""
    zone = context.settings.time_zone
    since, until = context.clock() - BEHIND, context.clock() + AHEAD
    if source.kind == "file":
        return meetings_in(_bytes(Path(source.address)), source.name, since, until, zone), ""
    from journeydesk.remote.calendar.fetching import fetch

    # What was read a day ago has other days in it, so a file that did not change is read again then.
    fresh = source.read_at is not None and source.read_at[:10] == context.now()[:10]
    fetched = fetch(source.address, source.user, password, source.tag if fresh else "", since, until)
    if fetched.unchanged:
        return None, fetched.tag
    meetings: dict[tuple[str, str], Meeting] = {}
    for data in _joined(fetched.files):
        for meeting in meetings_in(data, source.name, since, until, zone):
            meetings[meeting.uid, meeting.starts] = meeting
    return list(meetings.values()), fetched.tag


def _joined(files: tuple[bytes, ...]) -> list[bytes]:
    """A collection gives a calendar for each meeting; one process reads them all."""
    return [b"\r\n".join(file.strip() for file in files)] if files else []


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise UserError(
                tr("{name} is larger than {most} MB. Export fewer years.", name=path.name, most=LARGEST // 1024 // 1024)
            )
        return path.read_bytes()
    except OSError as problem:
        words = tr("{path} cannot be read: {reason}. Choose the file again.", path=path, reason=problem.strerror)
        raise UserError(words) from problem


def _put(context: Context, connection: Connection, source: int, meetings: list[Meeting] | None, tag: str) -> None:
    if meetings is not None:
        rows = [
            (each.uid, each.starts, each.ends, int(each.all_day), each.title, each.place, each.link, json.dumps(each.attendees))
            for each in meetings
        ]
        calendars.put_meetings(connection, source, rows)
    calendars.note_read(connection, source, context.now(), tag)


def _file_of(typed: str) -> Path | None:
    text = typed.strip().strip('"')
    if "://" in text:
        return None
    try:
        return Path(text).expanduser().resolve()
    except (OSError, RuntimeError):
        # A home of somebody whom this computer does not know is a name like any other; reading it says what is wrong.
        return Path(text).absolute()


def _stored(context: Context, span: timedelta) -> str:
    return moment_text(context.clock() + span)


def _secret(source: int) -> str:
    return f"calendar {source}"


def _tell(context: Context) -> None:
    context.publish(Change(frozenset({"calendar"}), None, "calendar"))
