"""A planning review as a report of its own: out of plain values, without looking anywhere else."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from enum import Enum

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import short_weekday
from journeydesk.domain.planning import usage
from journeydesk.domain.planning.assets import AssetLine
from journeydesk.domain.planning.roadmap import Milestone, below_headline, headline
from journeydesk.domain.planning.usage import UsageOfWeek
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import day_in_words
from journeydesk.domain.words import figure, tr
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.columns import Columns, Stand
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.tiles import Tile, Tiles
from journeydesk.reports.planning.roadmap_block import Roadmap
from journeydesk.reports.report import Head, Report


class Page(Enum):
    """A part that is printed or left out."""

    ROADMAP = "roadmap"
    USAGE = "usage"
    NOTES = "notes"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class ReviewInputs:
    """A review in words and plain values: `facts` and `money` as (label, value), `notes` as (day, author, text)."""

    name: str
    subtitle: str
    today: date
    facts: tuple[tuple[str, str], ...]
    money: tuple[tuple[str, str], ...]
    milestones: tuple[Milestone, ...]
    weeks: tuple[UsageOfWeek, ...]
    notes: tuple[tuple[date, str, str], ...]
    assets: tuple[AssetLine, ...]


def planning(
    settings: TeamSettings, inputs: ReviewInputs, pages: Collection[Page], now: datetime, local_changes: int
) -> Report:
    """The report with these pages."""
    local = now.astimezone(settings.time_zone)
    blocks: list[Block] = []
    if Page.ROADMAP in pages:
        title = headline(inputs.milestones, inputs.today)
        blocks.append(Roadmap(title=title, note="", milestones=inputs.milestones, today=inputs.today, part=tr("Milestone")))
    if Page.USAGE in pages:
        blocks += [_usage(inputs.weeks), _assets(inputs.assets, inputs.today)]
    if Page.NOTES in pages:
        blocks.append(_notes(inputs.notes, inputs.today))
    facts = inputs.facts + (inputs.money if Page.MONEY in pages else ())
    head = Head(
        name="planning review",
        title=tr("Planning review, {name}", name=inputs.name),
        series=tr("Planning review"),
        period=inputs.today.isoformat(),
        period_words=day_in_words(inputs.today),
        span=inputs.subtitle,
        before="",
        team=settings.team_name,
        lead=f"{below_headline(inputs.milestones, inputs.today)}.",
        contents="",
        as_of=f"{short_weekday(local)} {day_in_words(local.date())}, {local:%H:%M}",
        stamp=int(now.timestamp()),
        local_changes=local_changes,
    )
    tiles = Tiles(tiles=tuple(Tile(label, value, "", "", "", "No data") for label, value in facts), part=tr("Fact"))
    return Report(head=head, tiles=tiles, blocks=tuple(blocks), page="planning")


def _usage(weeks: Sequence[UsageOfWeek]) -> Block:
    shown = tuple(weeks)
    last = usage.last_whole(shown)
    bars = tuple(
        Stand(f"W{week.week.number}", week.calls, "current" if place == last else "before", name=week.week.name)
        for place, week in enumerate(shown)
    )
    return Columns(
        title=usage.finding(shown),
        note=usage.beside(shown),
        part=tr("API calls"),
        names=tr("Week"),
        measure=tr("API calls"),
        bars=bars,
        current_words=tr("last whole week"),
        before_words=tr("other weeks"),
    )


def _assets(lines: Sequence[AssetLine], today: date) -> Block:
    columns = (Column(tr("Text")), Column(tr("State"), look="quiet"))
    return Table(
        title=tr("Assets"),
        note=tr("what this stage calls for"),
        columns=columns,
        lines=tuple(Line((line.asset.words, asset_words(line, today))) for line in lines),
        counted=tr("texts"),
        half=True,
    )


def asset_words(line: AssetLine, today: date) -> str:
    """The quiet line below a text: how and when it was made, or that the stage calls for one."""
    if line.made is None:
        return tr("recommended here, not made yet")
    day = day_in_words(line.made.made, today) if line.made.made is not None else ""
    how = {"Claude": tr("generated"), "Template": tr("template"), "Manual": tr("written by hand")}.get(line.made.origin, "")
    words = ", ".join(part for part in (how, day) if part) or tr("there")
    return tr("{words}, figures are old", words=words) if line.is_old(today) else words


def _notes(notes: Sequence[tuple[date, str, str]], today: date) -> Block:
    columns = (
        Column(tr("Day"), look="quiet", width=58),
        Column(tr("By"), look="quiet", width=84),
        Column(tr("What was agreed")),
    )
    lines = tuple(Line((day_in_words(day, today), author, " ".join(text.split()))) for day, author, text in notes)
    return Table(title=tr("Notes"), note=figure(len(lines)) if lines else "", columns=columns, lines=lines, counted=tr("notes"))
