"""What a report is, and what it takes to make one: the same for screen, command and file."""

import re
from collections.abc import Callable, Iterator
from dataclasses import field
from datetime import date, datetime, timedelta
from typing import Any, Generic, Literal, TypeVar

from journeydesk.domain.field_kinds.team_words import TeamWords
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import (
    Period,
    day_and_month,
    day_month_year,
    day_period,
    month_and_year,
    month_name,
    month_of,
    short_weekday,
    week_of,
)
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.words import tr
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.tiles import Tiles
from journeydesk.storage.engine.connection import Connection

Inputs = TypeVar("Inputs")


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often a report is made: its group in the picker, the words for it, and the period of a day. One that looks back does so on
    `days` up to the end of the period; 0 where the period is all of it."""

    group: str
    adjective: str
    noun: str
    period_of: Callable[[date], Period]
    days: int = 0

    def first_day(self, period: Period) -> date:
        """The first day that the report looks at."""
        return period.last - timedelta(days=self.days - 1) if self.days else period.first


WEEKLY = Cadence(tr("Weekly"), "weekly", "week", week_of)
MONTHLY = Cadence(tr("Monthly"), "monthly", "month", month_of)
JOURNEYS = Cadence(tr("Journeys"), "weekly", "week", week_of, 90)
DAILY = Cadence(tr("Always current"), "daily", "day", day_period)

Basis = Literal["cohort", "period"]
Choice = Literal["journey", "basis", "source", "months"]


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen beside period and owner: a journey by its name (the first where it is empty), who is counted, one source, and
    whether a course is of months rather than of weeks."""

    journey: str = ""
    basis: Basis = "cohort"
    source: str | None = None
    months: bool = False


PLAIN = Options()
"""Nothing but period and owner is chosen."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is asked about; `owner` is one rep's figures, `local_changes` what has not been sent yet, `words` what the team calls
    choices, `conflicts` how many wait for a person."""

    settings: TeamSettings
    period: Period
    owner: str | None
    now: datetime
    local_changes: int
    words: TeamWords = field(default_factory=TeamWords)
    options: Options = field(default_factory=Options)
    conflicts: int = 0

    @property
    def before(self) -> Period:
        """The period to compare with."""
        return self.period.previous()


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top and the foot of every page; `lead` is the period in a sentence or two, `file` the file's name without
    period and ending. `only` says whose prospects are counted, where not all are; `chosen` tells the file from those of other choices."""

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
    file: str = ""
    only: str = ""
    chosen: str = ""
    conflicts: int = 0
    running: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A report, complete: head, tiles and blocks are the first page and the screen, then what needs attention as (strong
    words, the rest), a breakdown, how the figures are made, and the records behind them. `page` is its template in
    `resources/reports/`, `first_page` how many blocks that sets before it breaks."""

    head: Head
    tiles: Tiles
    blocks: tuple[Block, ...]
    attention: tuple[tuple[str, str], ...] = ()
    breakdown: tuple[Block, ...] = ()
    method: tuple[str, ...] = ()
    appendix: tuple[Block, ...] = ()
    page: str = "report"
    first_page: int = 0

    @property
    def file_name(self) -> str:
        """How its file is called."""
        chosen = f"-{self.head.chosen}" if self.head.chosen else ""
        return f"{self.head.file or file_words(self.head.name)}-{self.head.period}{chosen}.pdf"

    @property
    def has_thing_to_do(self) -> bool:
        """Whether a block offers what a key does wherever the focus is: then that is the first action."""
        return any(block.offer is not None and block.offer.by_key for block in self.blocks)


@dataclass(frozen=True, slots=True)
class ReportSpec(Generic[Inputs]):
    """One report of the catalogue. `read` gets its inputs over one consistent view of the database, with the period, whose figures and
    the day of today; `figures` makes the report of them without looking anywhere else. One that `offers` choices reads by them, with
    `read_chosen`; one that is `wide` needs the room of the preview. What one `of_team` counts is the team's, whoever owns. One that is
    `live` is looked at while it changes, and says so."""

    name: str
    title: str
    heading: str
    cadence: Cadence
    icon: str
    read: Callable[[Connection, TeamSettings, Period, str | None, date], Inputs]
    figures: Callable[[Scope, Inputs], Report]
    offers: frozenset[Choice] = frozenset()
    wide: bool = False
    read_chosen: Callable[[Connection, TeamSettings, Period, str | None, date, Options], Inputs] | None = None
    of_team: bool = False
    live: bool = False

    def owner_of(self, owner: str | None) -> str | None:
        """Whose figures these are where somebody is chosen; None is the team."""
        return None if self.of_team else owner

    def offered(self, options: Options) -> Options:
        """Of what was chosen what this report offers."""
        kept: dict[str, Any] = {name: getattr(options, name) for name in self.offers}
        return Options(**kept)

    def read_for(
        self, connection: Connection, settings: TeamSettings, period: Period, owner: str | None, today: date, options: Options
    ) -> Inputs:
        """Its inputs, by what was chosen."""
        if self.read_chosen is not None:
            return self.read_chosen(connection, settings, period, owner, today, options)
        return self.read(connection, settings, period, owner, today)


AnySpec = ReportSpec[Any]


_FILES = {"weekly": "Weekly-Sales", "map": "Journey-Map", "health": "Daily-Health"}


def file_words(name: str) -> str:
    """A report's name as its file has it."""
    if name in _FILES:
        return _FILES[name]
    return "-".join(part.capitalize() for part in name.split("-"))


def head(spec_name: str, title: str, scope: Scope, lead: str, contents: str = "Summary", since: date | None = None) -> Head:
    """The head of a report about this period; `title` is followed by it: "Acquisition, week 20". One that looks back further says since
    which day below it."""
    local = scope.now.astimezone(scope.settings.time_zone)
    words = period_words(scope.period)
    span = span_words(scope.period if since is None else Period("", since, scope.period.last))
    return Head(
        name=spec_name,
        title=f"{title}, {period_words(scope.period)}" if since is None else title,
        series=series_words(scope.period),
        period=scope.period.name,
        period_words=words[:1].upper() + words[1:],
        span=span,
        before=period_words(scope.before) if since is None else "",
        team=scope.settings.team_name,
        lead=lead,
        contents=contents,
        as_of=f"{short_weekday(local)} {day_month_year(local)}, {local:%H:%M}",
        stamp=int(scope.now.timestamp()),
        local_changes=scope.local_changes,
        conflicts=scope.conflicts,
        running=f"{title} · {span}",
        only=" · ".join(_only(scope)),
        chosen="-".join(_chosen(scope)),
    )


def _only(scope: Scope) -> Iterator[str]:
    if scope.owner:
        yield tr("only prospects of {owner}", owner=scope.owner)
    if scope.options.source:
        yield tr("only from {source}", source=scope.words.shown("prospects", "source", scope.options.source))


def _chosen(scope: Scope) -> Iterator[str]:
    """Words for the name of a file: letters and digits of any script, nothing that a file system minds."""
    options, journeys = scope.options, scope.settings.journeys
    other = options.journey if journeys and options.journey != journeys[0].name else ""
    basis, months = "period" if options.basis == "period" else "", "months" if options.months else ""
    for words in (other, basis, months, options.source or "", scope.owner or ""):
        plain = re.sub(r"\W+", "-", words).strip("-_")[:40]
        if plain:
            yield plain


def series_words(period: Period) -> str:
    """How often such a report comes."""
    return tr("Weekly report") if period.is_week else tr("Daily report") if period.is_day else tr("Monthly report")


def period_words(period: Period) -> str:
    """Week 20, or May 2026, or Mon 18 May 2026."""
    if period.is_day:
        return f"{short_weekday(period.first)} {day_month_year(period.first)}"
    return tr("week {number}", number=period.number) if period.is_week else month_and_year(period.first)


def brief(period: Period) -> str:
    """W20, or May, or 18 May."""
    if period.is_day:
        return day_words(period.first)
    return tr("W{number}", number=period.number) if period.is_week else month_name(period.first)


def day_words(day: date) -> str:
    """11 May."""
    return day_and_month(day)


def span_words(period: Period) -> str:
    """11–17 May 2026, or 18 May 2026."""
    first, last = period.first, period.last
    if first == last:
        return f"{day_words(first)} {first.year}"
    if first.year != last.year:
        return f"{day_words(first)} {first.year} – {day_words(last)} {last.year}"
    if first.month == last.month:
        return tr("{first}–{last} {month}", first=first.day, last=last.day, month=month_and_year(last))
    return f"{day_words(first)} – {day_words(last)} {last.year}"
