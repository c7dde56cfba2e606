"""The weekly acquisition report: figures out of plain rows (docs/interface.md, "Weekly report")."""

from collections import Counter
from datetime import timedelta

from journeydesk.domain.statuses import TAKEN_IN
from journeydesk.domain.words import figure, short_figure, tr, within
from journeydesk.reports.acquisition import charts, measures
from journeydesk.reports.blocks.bars import Bar, Bars
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.columns import Columns, Stand
from journeydesk.reports.blocks.ranges import Ranges
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.tiles import Tiles
from journeydesk.reports.funnel.figures import stages_block
from journeydesk.reports.report import WEEKLY, Report, ReportSpec, Scope, brief, head
from journeydesk.reports.shared.activity import call_figures
from journeydesk.reports.shared.progress import Progress, of_cohort
from journeydesk.reports.shared.spans import days_words
from journeydesk.storage.reports.acquisition import COHORT_DAYS, Application, Inputs, read

_MOST_LISTED = 200
"""More lines than that nobody reads on paper; the list behind the figure has them all."""


def acquisition(scope: Scope, inputs: Inputs) -> Report:
    """The whole report."""
    settings, week = scope.settings, scope.period
    today = scope.now.astimezone(settings.time_zone).date()
    passed = min(7, max(1, (today - week.first).days + 1))
    progress, earlier = _progress(scope, inputs)
    now = measures.measures(inputs.current, passed, settings.score.qualified_above, progress)
    before = measures.measures(inputs.before, 7, settings.score.qualified_above, earlier)
    ranges, days = charts.stays(settings, progress), charts.per_day(settings, week, inputs)
    calls = call_figures(inputs.calls)
    return Report(
        head=head(
            "acquisition",
            tr("Acquisition"),
            scope,
            measures.lead(settings, now, before),
            tr("Summary, sources, by owner, prospects"),
        ),
        tiles=Tiles(
            tiles=(
                *measures.tiles(settings, now, before, week, progress),
                *measures.more_measures(settings, now, before, week),
                *measures.web_measures(inputs, settings, week),
                *measures.web_goals(scope, inputs),
                measures.meetings(inputs.calls),
            )
        ),
        blocks=(
            stages_block(progress, half=True),
            Ranges(
                title=tr("Time in stage"),
                note=tr("median, middle half"),
                paper_note=tr("bar: middle half, dashed: limit"),
                ranges=ranges,
            ),
            _entry_points(scope, charts.entry_points(scope, inputs, progress)),
            _days(scope, days),
            *_distributions(scope, inputs),
            charts.sources(scope, inputs.current),
        ),
        attention=charts.attention(progress, ranges, days),
        breakdown=(_by_owner(inputs, {rep.name: (rep.calls, rep.reached.part) for rep in calls.by_rep}),),
        method=_METHOD,
        appendix=(_prospects(scope, inputs),),
    )


def _progress(scope: Scope, inputs: Inputs) -> tuple[Progress, Progress]:
    """The cohort of 90 days to the end of the week, and the one a week before it."""
    journey = scope.settings.journeys[0]
    made = []
    for last, reaches, stays in (
        (scope.period.last, inputs.reaches, inputs.stays),
        (scope.period.previous().last, inputs.reaches_before, ()),
    ):
        words = days_words(last - timedelta(days=COHORT_DAYS - 1), last)
        made.append(Progress("cohort", inputs.span, words, of_cohort(journey, reaches, stays)))
    return made[0], made[1]


def _entry_points(scope: Scope, bars: tuple[Bar, ...]) -> Block:
    best = (
        tr("Best is {name} with {count} leads.", name=bars[0].name, count=figure(bars[0].count or 0))
        if bars
        else tr("No entry points in this time.")
    )
    return Bars(
        title=tr("Conversion by entry point"),
        note=tr("cohort of 90 days"),
        paper_note=tr("reached stage 2"),
        sentence=best,
        names=tr("Entry point"),
        measure=tr("Reached stage 2"),
        brief=tr("Rate", meaning="a share"),
        counted=tr("Leads"),
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
        names=tr("Day"),
        measure=tr("Applications"),
        bars=days,
        target=target,
        current_words=tr("week"),
        before_words=tr("week before"),
    )


def _distributions(scope: Scope, inputs: Inputs) -> tuple[Block, ...]:
    kinds = (
        (tr("Industry"), charts.distribution(scope, inputs.current, lambda a: a.industry, "industry", tr("not said"))),
        (
            tr("Capability"),
            charts.distribution(scope, inputs.current, lambda a: a.capability, "technical_capability", tr("not said")),
        ),
        (tr("Country"), charts.distribution(scope, inputs.current, charts.country, "", tr("not known"))),
    )
    blocks = []
    for names, bars in kinds:
        known = [bar for bar in bars if bar.length]
        title = tr("By {names}", names=within(names))
        if known:
            whole = figure(len(inputs.current))
            title = tr(
                "{names}: {first} is first, {count} of {n}", names=names, first=known[0].name, count=known[0].words, n=whole
            )
        blocks.append(Bars(title=title, names=names, measure=tr("Received"), bars=bars, part=names))
    return tuple(blocks)


def _by_owner(inputs: Inputs, calls: dict[str, tuple[int, int]]) -> Table:
    received = Counter(application.owner for application in inputs.current)
    accepted = Counter(application.owner for application in inputs.current if application.status in TAKEN_IN)
    lines = []
    for name in sorted({*received, *calls} - {""}):
        made, reached = calls.get(name, (0, 0))
        lines.append(Line((name, *map(str, (received[name], accepted[name], made, reached)))))
    counts = [Column(words, number=True, width=70) for words in (tr("Received"), tr("Accepted"), tr("Calls"))]
    columns = (Column(tr("Rep")), *counts, Column(tr("Calls that reached"), number=True, width=90))
    return Table(title=tr("By owner"), columns=columns, lines=tuple(lines), counted=tr("reps"))


def _prospects(scope: Scope, inputs: Inputs) -> Table:
    columns = (
        Column(tr("Company")),
        Column(tr("Contact")),
        Column(tr("Owner"), width=92),
        Column(tr("Source"), width=66),
        Column(tr("Score"), number=True, width=36),
        Column(tr("Status"), width=60),
    )
    received = len(inputs.current)
    note = tr("{count} received", count=figure(received))
    if received > _MOST_LISTED:
        note = tr("the first {shown} of {n}", shown=figure(_MOST_LISTED), n=figure(received))
    lines = tuple(Line(_cells(scope, application)) for application in inputs.current[:_MOST_LISTED])
    return Table(
        title=tr("Prospects of the week"), note=note, columns=columns, lines=lines, counted=tr("prospects"), listing=True
    )


def _cells(scope: Scope, application: Application) -> tuple[str, ...]:
    score = "–" if application.score is None else str(application.score)
    source, status = (
        scope.words.shown("prospects", name, word)
        for name, word in (("source", application.source), ("status", application.status))
    )
    return (application.company, application.contact, application.owner, source, score, status)


_METHOD = (
    tr("New prospects are applications received in the week, in the team's time zone."),
    tr(
        "Stages, time in stage and conversion by entry point are of the cohort that entered in the 90 days to the end of the week."
    ),
    tr("Discovery → Exploration is of the same cohort, and its change is against the cohort that ended a week before."),
    tr("Time to first call is the median of the hours from the application to the first logged call."),
    tr("Accepted ÷ received is of the week's applications; accepted ÷ decided leaves out those that wait."),
    tr(
        "Visitors, forms and keys are prospects of whom such an event came, each counted once; gated content that was seen is a form."
    ),
    tr(
        "Of a form started, documentation read or a visit, those are counted who had not done what is aimed at before; it counts when "
        "it came after, in the same week."
    ),
    tr("Meetings agreed are calls that ended with one, of the calls that reached somebody."),
    tr("The cost of an application is the spend entered for the month, by the week's days in it, ÷ applications."),
    tr("A country is that of the phone number's calling code, else of the website's address."),
    tr("No percentage is shown for fewer than 10."),
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
