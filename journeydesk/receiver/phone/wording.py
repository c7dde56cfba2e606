"""Days, amounts and numbers as the phone's pages write them."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from journeydesk.domain.money import Money, in_few_words
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.rows.common import Amount

_WEEKDAYS = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))
_LONG_DAYS = (tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"))
_MONTHS = (tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"), tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"),
           tr("Dec"))  # fmt: skip


def heading_day(day: date) -> str:
    """Tuesday 19 May."""
    return tr("{weekday} {day} {month}", weekday=_LONG_DAYS[day.weekday()], day=day.day, month=_MONTHS[day.month - 1])


def short_day(day: date, today: date) -> str:
    """Tue 19 May, with the year where it is not this one's."""
    words = tr("{weekday} {day} {month}", weekday=_WEEKDAYS[day.weekday()], day=day.day, month=_MONTHS[day.month - 1])
    return words if day.year == today.year else f"{words} {day.year}"


def near_day(day: date, today: date) -> str:
    """today, tomorrow, yesterday, else the day."""
    near = {0: tr("today"), 1: tr("tomorrow"), -1: tr("yesterday")}.get((day - today).days)
    return near or short_day(day, today)


def when_words(moment: datetime, zone: ZoneInfo, today: date) -> str:
    """Today the time, else the day."""
    local = moment.astimezone(zone)
    return f"{local:%H:%M}" if local.date() == today else near_day(local.date(), today)


def late_words(day: date, today: date) -> str:
    """Due Thu 14 May, 5 days late."""
    days = (today - day).days
    late = tr_count("{count} day late", "{count} days late", days)
    return tr("Due {day}, {late}", day=short_day(day, today), late=late)


def money_words(amount: Amount | None) -> str:
    """An amount, without decimals that are all zero."""
    return in_few_words(Money(amount.minor, amount.currency)) if amount is not None else "–"


def dialled(number: str) -> str:
    """A number as `tel:` takes it: digits and a leading plus."""
    kept = re.sub(r"[^\d+]", "", number.split("ext")[0])
    return kept[:1] + kept[1:].replace("+", "")
