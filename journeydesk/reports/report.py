"""What a report is, and what it takes to make one: the same for screen, command and file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from journeydesk.domain.field_kinds.team_words import TeamWords
from journeydesk.domain.periods import MONTHS, Period, month_of, short_month, week_of
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.words import tr
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.tiles import Tiles
from journeydesk.storage.engine.connection import Connection

Inputs = TypeVar("Inputs")


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often a report is made: its group in the picker, the words for it, and the period of a day."""

    group: str
    adjective: str
    noun: str
    period_of: Callable[[date], Period]


WEEKLY = Cadence(tr("Weekly"), "weekly", "week", week_of)
MONTHLY = Cadence(tr("Monthly"), "monthly", "month", month_of)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is asked about; `owner` is one rep's figures, `local_changes` what has not been sent yet, `words` what the team calls
    choices."""

    settings: TeamSettings
    period: Period
    owner: str | None
    now: datetime
    local_changes: int
    words: TeamWords = field(default_factory=TeamWords)

    @property
    def before(self) -> Period:
        """The period to compare with."""
        return self.period.previous()


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top and the foot of every page; `lead` is the period in a sentence or two."""

    name: str
    title: str
    series: str
    period: str
    period_words: str
    span: str
    before: str
    team: str
    lead: str
    contents: str
    as_of: str
    stamp: int
    local_changes: int


@dataclass(frozen=True, slots=True)
class Report:
    """A report, complete: head, tiles and blocks are the first page and the screen, then what needs attention as (strong
    words, the rest), a breakdown, how the figures are made, and the records behind them. `page` is its template in
    `resources/reports/`."""

    head: Head
    tiles: Tiles
    blocks: tuple[Block, ...]
    attention: tuple[tuple[str, str], ...] = ()
    breakdown: tuple[Block, ...] = ()
    method: tuple[str, ...] = ()
    appendix: tuple[Block, ...] = ()
    page: str = "report"

    @property
    def file_name(self) -> str:
        """How its file is called."""
        return f"{self.head.name.capitalize()}_{self.head.period}.pdf"


@dataclass(frozen=True, slots=True)
class ReportSpec(Generic[Inputs]):
    """One report of the catalogue. `read` gets its inputs over one consistent view of the database, with the period, whose figures and
    the day of today; `figures` makes the report of them without looking anywhere else."""

    name: str
    title: str
    heading: str
    cadence: Cadence
    icon: str
    read: Callable[[Connection, TeamSettings, Period, str | None, date], Inputs]
    figures: Callable[[Scope, Inputs], Report]


AnySpec = ReportSpec[Any]


def head(spec_name: str, title: str, scope: Scope, lead: str, contents: str = "Summary") -> Head:
    """The head of a report about this period; `title` is followed by it: "Acquisition, week 20"."""
    local = scope.now.astimezone(scope.settings.time_zone)
    return Head(
        name=spec_name,
        title=f"{title}, {period_words(scope.period)}",
        series=tr("{weekly} report", weekly=tr("Weekly") if scope.period.is_week else tr("Monthly")),
        period=scope.period.name,
        period_words=period_words(scope.period).capitalize(),
        span=span_words(scope.period),
        before=period_words(scope.before),
        team=scope.settings.team_name,
        lead=lead,
        contents=contents,
        as_of=f"{local:%a} {day_words(local)} {local:%Y, %H:%M}",
        stamp=int(scope.now.timestamp()),
        local_changes=scope.local_changes,
    )


def period_words(period: Period) -> str:
    """Week 20, or May 2026."""
    return tr("week {number}", number=period.number) if period.is_week else f"{MONTHS[period.number - 1]} {period.first.year}"


def brief(period: Period) -> str:
    """W20, or May."""
    return f"W{period.number}" if period.is_week else MONTHS[period.number - 1]


def day_words(day: date) -> str:
    """11 May."""
    return f"{day.day} {short_month(day)}"


def span_words(period: Period) -> str:
    """11–17 May 2026."""
    first, last = period.first, period.last
    if first.month == last.month:
        return f"{first.day}–{last.day} {MONTHS[last.month - 1]} {last.year}"
    return f"{day_words(first)} – {day_words(last)} {last.year}"
