"""Activity: calls by hour and weekday, by rep against the own median, by outcome."""

from itertools import pairwise

from journeydesk.domain.periods import LONG_WEEKDAYS, SHORT_WEEKDAYS, TWO_LETTERS
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.reports.blocks.bars import Bar, Bars
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.columns import Columns, Stand
from journeydesk.reports.blocks.heat_map import HeatMap, Strip
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.judging import FEWEST
from journeydesk.reports.report import Scope
from journeydesk.reports.shared.activity import CallFigures, Hours

_MOST_COLUMNS = 13
"""On half a page there is room for the counts of so many."""


def hours_block(hours: Hours) -> Block:
    """The map, with the share that reached somebody below each hour; where only days are known, the calls of each weekday."""
    if hours.untimed and not any(map(any, hours.counts)):
        return _days_block(hours)
    title, total = _hours_title(hours), sum(map(sum, hours.counts))
    paired = len(hours.hours) > _MOST_COLUMNS
    if paired:
        hours = hours.by_two()
    words = tuple(share.words if share.value is not None else "–" for share in hours.reached)
    known = [(share.value, -place) for place, share in enumerate(hours.reached) if share.value is not None]
    strong = frozenset(-place for _, place in sorted(known, reverse=True)[:2]) if len(known) > 2 else frozenset()
    return HeatMap(
        title=title,
        note=_hours_note(hours, total, paired=paired),
        part=tr("Calls by hour"),
        across=tuple(str(hour) for hour in hours.hours),
        down=tuple(SHORT_WEEKDAYS[day] for day in hours.days),
        counts=hours.counts,
        counted=tr("Calls"),
        strips=(Strip(tr("Reach"), words, strong),),
    )


def _days_block(hours: Hours) -> Columns:
    most = max(range(len(hours.by_day)), key=lambda day: (hours.by_day[day], -day))
    return Columns(
        title=tr(
            "Most calls are on {day}: {count} of {total}",
            day=LONG_WEEKDAYS[most],
            count=figure(hours.by_day[most]),
            total=figure(hours.untimed),
        ),
        note=tr("calls by weekday; the base keeps no time of day"),
        part=tr("Calls by weekday"),
        names=tr("Day"),
        measure=tr("Calls"),
        bars=tuple(
            Stand(TWO_LETTERS[day], count, words=f"{LONG_WEEKDAYS[day]}: {figure(count)}")
            for day, count in enumerate(hours.by_day)
        ),
        marked=True,
    )


def _hours_note(hours: Hours, total: int, *, paired: bool) -> str:
    words = (
        tr("calls by two hours, n = {n}; no reach under {fewest} calls", n=figure(total), fewest=FEWEST)
        if paired
        else tr("calls by hour, n = {n}; no reach under {fewest} calls", n=figure(total), fewest=FEWEST)
    )
    if not hours.untimed:
        return words
    return tr("{words}; {count} without a time of day", words=words, count=figure(hours.untimed))


def _hours_title(hours: Hours) -> str:
    """The two hours in a row that reach most, where there are enough calls to say so."""
    total = sum(map(sum, hours.counts))
    if not total:
        return tr("No call has a time of day") if hours.untimed else tr("No calls were logged")
    shares = [
        (share.value, first)
        for first, after in pairwise(hours.hours)
        if (share := hours.within(first, after + 1)).value is not None
    ]
    if len(shares) < 2:
        return tr_count("{count} call by hour", "{count} calls by hour", total)
    best, first = max(shares, key=lambda each: (each[0] or 0.0, -each[1]))
    if not best:
        return tr_count("{count} call, and nobody was reached", "{count} calls, and nobody was reached", total)
    share = hours.within(first, first + 2)
    return tr("Calls from {first} to {last} reach most people: {share}", first=first, last=first + 2, share=share.whole_words)


def reps_block(calls: CallFigures) -> Table:
    """Each rep's calls beside the median of the four weeks before."""
    lines = tuple(
        Line(
            (
                rep.name or tr("Nobody"),
                figure(rep.calls),
                "–" if rep.own_median is None else figure(rep.own_median, 0 if rep.own_median == int(rep.own_median) else 1),
                rep.reached.whole_words if rep.calls else "–",
            )
        )
        for rep in calls.by_rep
    )
    columns = (
        Column(tr("Owner")),
        Column(tr("Calls"), number=True, look="strong", width=36),
        Column(tr("Own median"), number=True, look="quiet", width=58),
        Column(tr("Reached"), number=True, width=66),
    )
    title = tr_count("{count} call", "{count} calls", calls.total)
    if calls.reached.value is not None:
        title = tr("{calls}, {share} reached someone", calls=title, share=calls.reached.words)
    note = tr("median of the 4 weeks before")
    return Table(title=title, note=note, columns=columns, lines=lines, counted=tr("reps"), part=tr("Calls by rep"), half=True)


def outcomes_block(scope: Scope, calls: CallFigures) -> Bars:
    """The calls by outcome, most first."""
    bars = tuple(
        Bar(scope.words.shown("interactions", "outcome", outcome) or tr("No outcome"), float(count), figure(count))
        for outcome, count in calls.by_outcome
    )
    lost = sum(count for outcome, count in calls.by_outcome if outcome == "No answer")
    title = (
        tr("{lost} of {total} calls got no answer", lost=figure(lost), total=figure(calls.total))
        if lost
        else tr("Calls by outcome")
    )
    return Bars(title=title, names=tr("Outcome"), measure=tr("Calls"), bars=bars, part=tr("Calls by outcome"))
