"""Days, ISO weeks and months: their names, and when one begins in the team's time zone (docs/rules.md, "Periods")."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last` day, both included."""

    name: str
    first: date
    last: date

    @property
    def is_week(self) -> bool:
        """Whether this is an ISO week."""
        return "W" in self.name

    @property
    def is_day(self) -> bool:
        """Whether this is a single day."""
        return self.first == self.last

    @property
    def number(self) -> int:
        """The week's or the month's number in its year; of a day that in its month."""
        return self.first.isocalendar().week if self.is_week else self.first.day if self.is_day else self.first.month

    def previous(self) -> "Period":
        """The period before."""
        return self._that_holds(self.first - timedelta(days=1))

    def following(self) -> "Period":
        """The period after."""
        return self._that_holds(self.last + timedelta(days=1))

    def _that_holds(self, day: date) -> "Period":
        return week_of(day) if self.is_week else day_period(day) if self.is_day else month_of(day)

    def bounds(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """The instants in UTC at which it begins and at which the next begins; 167 or 169 hours where clocks change."""
        begins = datetime.combine(self.first, time(), zone).astimezone(UTC)
        ends = datetime.combine(self.last + timedelta(days=1), time(), zone).astimezone(UTC)
        return begins, ends

    def days(self) -> list[date]:
        """Each day of it."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


def week_of(day: date) -> Period:
    """The ISO week that holds this day."""
    year, week, weekday = day.isocalendar()
    first = day - timedelta(days=weekday - 1)
    return Period(f"{year}-W{week:02d}", first, first + timedelta(days=6))


def day_period(day: date) -> Period:
    """This day alone."""
    return Period(day.isoformat(), day, day)


def month_of(day: date) -> Period:
    """The calendar month that holds this day."""
    first = day.replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return Period(f"{day.year}-{day.month:02d}", first, last)


def add_months(day: date, count: int) -> date:
    """The same day so many months later, or the last one of a month that is too short."""
    place = day.month - 1 + count
    month = month_of(date(day.year + place // 12, place % 12 + 1, 1))
    return min(month.first + timedelta(days=day.day - 1), month.last)


_SHORT_MONTHS = (
    *(tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May", meaning="in dates"), tr("Jun")),
    *(tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec")),
)
_LONG_MONTHS = (
    *(tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June")),
    *(tr("July"), tr("August"), tr("September"), tr("October"), tr("November"), tr("December")),
)
TWO_LETTERS = (tr("Mo"), tr("Tu"), tr("We"), tr("Th"), tr("Fr"), tr("Sa"), tr("Su"))
"""Weekdays below columns, Monday first."""

SHORT_WEEKDAYS = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))
LONG_WEEKDAYS = (tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"))


def short_month(day: date) -> str:
    """A month's name as it stands in dates: May, Sep."""
    return _SHORT_MONTHS[day.month - 1]


def month_name(day: date) -> str:
    """A month's whole name."""
    return _LONG_MONTHS[day.month - 1]


def month_and_year(day: date) -> str:
    """May 2026."""
    return tr("{month} {year}", month=month_name(day), year=day.year)


def short_weekday(day: date) -> str:
    """Mon, Tue."""
    return SHORT_WEEKDAYS[day.weekday()]


def weekday_name(day: date) -> str:
    """Monday, Tuesday."""
    return LONG_WEEKDAYS[day.weekday()]


def day_and_month(day: date) -> str:
    """18 May."""
    return tr("{day} {month}", day=day.day, month=short_month(day))


def day_month_year(day: date) -> str:
    """18 May 2026."""
    return tr("{day} {month} {year}", day=day.day, month=short_month(day), year=day.year)


def parse_period(text: str) -> Period:
    """`2026-W46`, `2026-10` or `2026-05-18`. Raises UserError saying what was found and how to write it."""
    wrong = UserError(tr("“{words}” is not a period. Write a week like 2026-W46 or a month like 2026-10.", words=text))
    try:
        if match := _WEEK.fullmatch(text.strip().upper()):
            return week_of(date.fromisocalendar(int(match[1]), int(match[2]), 1))
        if match := _MONTH.fullmatch(text.strip()):
            return month_of(date(int(match[1]), int(match[2]), 1))
        if match := _DAY.fullmatch(text.strip()):
            return day_period(date(int(match[1]), int(match[2]), int(match[3])))
    except ValueError:
        raise wrong from None
    raise wrong
