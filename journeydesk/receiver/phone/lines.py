"""Lines of the lists: who, what about, when, and the number to call."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.columns import column_named
from journeydesk.domain.words import tr
from journeydesk.receiver.phone.wording import dialled, late_words, near_day
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import prospect_rows
from journeydesk.services.rows.agenda import AgendaLine
from journeydesk.services.rows.common import StageMark
from journeydesk.services.rows.prospects import ProspectRow


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """One line. `task` is the task's id where it is finished with a press, `address` empty where there is nobody to open."""

    title: str
    about: str
    when: str
    address: str = ""
    phone: str = ""
    dial: str = ""
    stage: StageMark | None = None
    done: bool = False
    pressing: bool = False
    task: RecordId | None = None


def prospect_address(prospect: int, **query: str) -> str:
    """The page of a prospect."""
    return f"/phone/prospects/{prospect}" + (f"?{urlencode(query)}" if query else "")


def phone_of(row: ProspectRow) -> str:
    """The number that stands in the row's column."""
    return str(row.others.get("phone") or "")


def rows_with_phones(context: Context, prospects: Sequence[RecordId]) -> dict[RecordId, ProspectRow]:
    """These prospects, each with its number."""
    phone = column_named("phone")
    return {row.id: row for row in prospect_rows(context, prospects, (phone,) if phone else ())}


def agenda_line(line: AgendaLine, row: ProspectRow | None, today: date, zone: ZoneInfo) -> PhoneLine:
    """A line of today's list, with the time of day where it has one."""
    company, contact = line.company, line.contact
    what = "" if line.kind == "follow_up" and line.detail else line.title
    kind = "" if _same(what, line.detail) else line.detail
    about = " · ".join(part for part in (contact if company else "", what, kind) if part)
    if line.done:
        when = tr("Done")
    elif line.day is None:
        when = tr("No date")
    elif line.day < today:
        when = late_words(line.day, today)
    else:
        when = near_day(line.day, today)
        when = when[:1].upper() + when[1:]
        if line.at is not None:
            when = f"{when}, {line.at.astimezone(zone):%H:%M}"
    phone = phone_of(row) if row is not None else ""
    return PhoneLine(
        title=company or contact or line.title,
        about=about,
        when=when,
        address=prospect_address(line.prospect) if line.prospect is not None and row is not None else "",
        phone=phone,
        dial=dialled(phone),
        done=line.done,
        pressing=line.at is not None and line.day is not None and line.day >= today and not line.done,
        task=line.id if line.kind == "task" and line.prospect is None and not line.done else None,
    )


def _same(one: str, other: str) -> bool:
    """Whether two texts differ by their signs and spaces alone: "Follow up" is of the kind "Follow-up"."""
    return [sign for sign in one.casefold() if sign.isalnum()] == [sign for sign in other.casefold() if sign.isalnum()]


def prospect_line(row: ProspectRow, today: date) -> PhoneLine:
    """A line of the prospect list."""
    phone = phone_of(row)
    when = tr("next step {day}", day=near_day(row.follow_up, today)) if row.follow_up else tr("no next step")
    return PhoneLine(
        title=row.company or row.contact,
        about=" · ".join(part for part in (row.contact if row.company else "", row.owner) if part),
        when=when,
        address=prospect_address(row.id),
        phone=phone,
        dial=dialled(phone),
        stage=row.stage,
    )
