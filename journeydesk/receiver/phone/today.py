"""The first page: the rep's own day."""

from collections.abc import Sequence

from starlette.responses import Response

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.receiver.phone.lines import PhoneLine, agenda_line, prospect_address, rows_with_phones
from journeydesk.receiver.phone.rendering import page
from journeydesk.receiver.phone.wording import heading_day
from journeydesk.services.context import Context
from journeydesk.services.queries.agenda import agenda
from journeydesk.services.queries.alerts import alert_counts
from journeydesk.services.rows.agenda import Agenda, AgendaLine

_SHOWN = 25
"""Lines of a section: who has more late reads on at the computer."""


@dataclass(frozen=True, slots=True)
class _Section:
    kind: str
    icon: str
    title: str
    count: str
    lines: tuple[PhoneLine, ...]
    more: str


@dataclass(frozen=True, slots=True)
class _Way:
    address: str
    words: str


def today_page(context: Context, said: str = "") -> Response:
    """What is late, today, next, and done."""
    day = context.today()
    own = agenda(context, context.actor)
    next_day = own.upcoming[0].day if own.upcoming else None
    upcoming = [line for line in own.upcoming if line.day == next_day]
    tomorrow = next_day is not None and (next_day - day).days == 1
    parts = (
        ("late", "clock", tr("Late"), own.overdue),
        ("today", "calendar", tr("Today"), (*own.today, *own.without_step)),
        ("next", "arrow-right", tr("Tomorrow") if tomorrow else tr("Next days"), upcoming),
        ("done", "check", tr("Done"), own.done),
    )
    shown = [line.prospect for _, _, _, lines in parts for line in lines[:_SHOWN] if line.prospect is not None]
    rows = rows_with_phones(context, shown)

    def section(kind: str, icon: str, title: str, lines: Sequence[AgendaLine]) -> _Section:
        left = len(lines) - _SHOWN
        more = tr_count("{count} more on the computer", "{count} more on the computer", left) if left > 0 else ""
        zone = context.settings.time_zone
        made = tuple(
            agenda_line(line, rows.get(line.prospect) if line.prospect else None, day, zone) for line in lines[:_SHOWN]
        )
        return _Section(kind, icon, title, figure(len(lines)), made, more)

    queue = _queue(own)
    return page(
        "today.html",
        place="today",
        title=tr("Today"),
        heading=heading_day(day),
        standing=_standing(len(queue), len(own.overdue), len(own.today) + len(own.without_step), len(own.done)),
        start=_start(queue) if queue else None,
        sections=[section(*part) for part in parts if part[3]],
        unread=alert_counts(context)["Pending"],
        said=said,
    )


def _start(queue: Sequence[RecordId]) -> _Way:
    return _Way(prospect_address(queue[0], queue="1"), tr_count("Start {count} call", "Start {count} calls", len(queue)))


def call_queue(context: Context) -> list[RecordId]:
    """Whom to call today, in the order of the list, each once."""
    return _queue(agenda(context, context.actor))


def _queue(own: Agenda) -> list[RecordId]:
    lines = (*own.overdue, *own.today, *own.without_step)
    return list(dict.fromkeys(line.prospect for line in lines if line.prospect is not None and not line.lost))


def _standing(calls: int, late: int, today: int, done: int) -> str:
    if not (calls or late or today or done):
        return tr("Nothing is due")
    parts = [
        tr_count("{count} late", "{count} late", late) if late else "",
        tr_count("{count} today", "{count} today", today) if today else "",
    ]
    due = ", ".join(part for part in parts if part)
    finished = tr_count("{count} done", "{count} done", done) if done else ""
    left = tr_count("{count} call left", "{count} calls left", calls)
    return " · ".join(part for part in (left, due, finished) if part)
