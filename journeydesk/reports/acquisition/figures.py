"""The weekly acquisition report: figures out of plain rows (docs/interface.md, "Weekly report")."""

from collections import Counter

from journeydesk.domain.statuses import ACCEPTED
from journeydesk.domain.words import figure, short_figure, tr
from journeydesk.reports.acquisition import charts, measures
from journeydesk.reports.blocks.bars import Bar, Bars
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.columns import Columns, Stand
from journeydesk.reports.blocks.funnel import Funnel
from journeydesk.reports.blocks.ranges import Ranges
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.tiles import Tiles
from journeydesk.reports.report import WEEKLY, Report, ReportSpec, Scope, brief, head
from journeydesk.storage.reports.acquisition import Application, Inputs, read


def acquisition(scope: Scope, inputs: Inputs) -> Report:
    """The whole report."""
    settings, week = scope.settings, scope.period
    today = scope.now.astimezone(settings.time_zone).date()
    passed = min(7, max(1, (today - week.first).days + 1))
    now = measures.measures(inputs.current, passed, settings.score.qualified_above)
    before = measures.measures(inputs.before, 7, settings.score.qualified_above)
    more = measures.more_measures(settings, now, before, week)
    stages = charts.funnel(settings, week, inputs.moves)
    ranges, days = charts.stays(settings.journeys[0], inputs.moves), charts.per_day(settings, week, inputs)
    lead = measures.lead(settings, now, before)
    return Report(
        head=head("acquisition", tr("Acquisition"), scope, lead, tr("Summary, by owner, prospects")),
        tiles=Tiles(tiles=(*measures.tiles(settings, now, before, week), *more)),
        blocks=(
            Funnel(title=tr("Funnel by stage"), note=tr("last 90 days"), stages=stages),
            Ranges(
                title=tr("Time in stage"),
                note=tr("median, middle half"),
                paper_note=tr("bar: middle half, dashed: limit"),
                ranges=ranges,
            ),
            _entry_points(scope, charts.entry_points(settings, week, inputs.quarter)),
            _days(scope, days),
        ),
        attention=charts.attention(stages, ranges, days),
        breakdown=(_by_owner(inputs),),
        method=_METHOD,
        appendix=(_prospects(scope, inputs),),
    )


def _entry_points(scope: Scope, bars: tuple[Bar, ...]) -> Block:
    best = (
        tr("Best is {name} with {count} leads.", name=bars[0].name, count=figure(bars[0].count or 0))
        if bars
        else tr("No entry points in this time.")
    )
    return Bars(
        title=tr("Conversion by entry point"),
        paper_note=tr("reached stage 2"),
        sentence=best,
        names=tr("Entry point"),
        measure=tr("Reached stage 2"),
        brief="Rate",
        counted="Leads",
        against=tr("vs {brief}", brief=brief(scope.before)),
        bars=bars,
    )


def _days(scope: Scope, days: tuple[Stand, ...]) -> Block:
    target = scope.settings.targets["applications_per_day"]
    now, before = (sum(day.amount for day in days if day.tone == tone) for tone in ("current", "before"))
    return Columns(
        title=tr("Applications per day"),
        note=tr("{brief} left, {brief_2} right", brief=brief(scope.before), brief_2=brief(scope.period)),
        sentence=tr("{now} applications in week {number}.", now=figure(now), number=scope.period.number),
        spoken=tr(
            "{now} applications in the week after {before} in the week before; the target is {target} a day.",
            now=now,
            before=before,
            target=short_figure(target),
        ),
        names="Day",
        measure="Applications",
        bars=days,
        target=target,
        current_words="week",
        before_words=tr("week before"),
    )


def _by_owner(inputs: Inputs) -> Table:
    received = Counter(application.owner for application in inputs.current)
    accepted = Counter(application.owner for application in inputs.current if application.status == ACCEPTED)
    lines = []
    for name in sorted({*received, *inputs.calls} - {""}):
        calls, reached = inputs.calls.get(name, (0, 0))
        lines.append(Line((name, *map(str, (received[name], accepted[name], calls, reached)))))
    counts = [Column(words, number=True, width=70) for words in (tr("Received"), "Accepted", tr("Calls"))]
    columns = (Column(tr("Rep")), *counts, Column(tr("Calls that reached"), number=True, width=90))
    return Table(title=tr("By owner"), columns=columns, lines=tuple(lines), counted="reps")


def _prospects(scope: Scope, inputs: Inputs) -> Table:
    columns = (
        Column(tr("Application"), width=-1),
        Column(tr("Company")),
        Column(tr("Contact")),
        Column(tr("Source"), width=66),
        Column(tr("Score"), number=True, width=36),
        Column(tr("Status"), width=60),
    )
    note = tr("{count} received", count=figure(len(inputs.current)))
    lines = tuple(Line(_cells(scope, application)) for application in inputs.current)
    return Table(title=tr("Prospects of the week"), note=note, columns=columns, lines=lines, counted="prospects", listing=True)


def _cells(scope: Scope, application: Application) -> tuple[str, ...]:
    score = "–" if application.score is None else str(application.score)
    source, status = (
        scope.words.shown("prospects", name, word)
        for name, word in (("source", application.source), ("status", application.status))
    )
    return (application.key, application.company, application.contact, source, score, status)


_METHOD = (
    tr("New prospects are applications received in the week, in the team's time zone."),
    tr("Discovery → Exploration is the share of the week's applications with a stage that reached stage 2 by now."),
    tr("Time to first call is the median of the hours from the application to the first logged call."),
    tr("The funnel counts, of the prospects that moved in the last 90 days, those that reached each stage or a later one."),
    tr("Time in stage takes stays that ended in the last 90 days; the bar is the middle half."),
    tr(
        "Conversion by entry point covers 90 days; rates of fewer than 10 leads are not shown. The change is against its first half."
    ),
)

SPEC = ReportSpec(
    name="acquisition",
    title=tr("Acquisition"),
    heading=tr("Weekly acquisition"),
    cadence=WEEKLY,
    icon="users",
    read=read,
    figures=acquisition,
)
