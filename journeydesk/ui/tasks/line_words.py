"""How a line of what is to be done is said."""

from datetime import date
from zoneinfo import ZoneInfo

from journeydesk.domain.words import figure, tr
from journeydesk.services.queries.tasks import MOST
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.ui.words.figures import near_day, short_day


def how_many(count: int) -> str:
    """A count as shown; from where the list is cut off, that there may be more."""
    return f"{figure(count)}+" if count >= MOST else figure(count)


def due_of(line: AgendaLine, zone: ZoneInfo, today: date) -> str:
    """Today 14:30, Fri 22 May, 12 May; empty without a date."""
    if line.day is None:
        return ""
    clock = f" {line.at.astimezone(zone):%H:%M}" if line.at else ""
    if line.day == today:
        return tr("today{clock}", clock=clock)
    return f"{short_day(line.day, today)}{clock}"


def near_of(line: AgendaLine, today: date) -> str:
    """In 3 d, 4 d late; empty for today and without a date."""
    return near_day(line.day, today) if line.day is not None and line.day != today and not line.done else ""


def spoken(line: AgendaLine, zone: ZoneInfo, today: date) -> str:
    """The whole line for a screen reader."""
    parts = [
        line.title,
        line.company or line.contact,
        tr("done") if line.done else due_of(line, zone, today) or tr("no date"),
        tr("late") if line.late and line.kind != "step" else "",
        line.owner,
        tr("saved here, not sent yet") if line.pending else "",
    ]
    return ", ".join(part for part in parts if part)
