"""The funnel of a journey, of a cohort or a period: distribution, conversion and drop-off, time in stage and to advance, and how the
cohort of each entry point, source and owner went on (docs/rules.md, "Cohorts and transitions")."""

from datetime import date
from itertools import pairwise

from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.words import figure, tr
from journeydesk.reports.blocks.stages import StageLine, Stages, days
from journeydesk.reports.blocks.tiles import Tile, Tiles
from journeydesk.reports.funnel.groups import group_tables
from journeydesk.reports.report import JOURNEYS, PLAIN, Options, Report, ReportSpec, Scope, head
from journeydesk.reports.shared.progress import Progress, StageProgress, State, of_cohort, of_period, worst
from journeydesk.reports.shared.spans import days_words, journey_of, span_of
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.reports.cohorts import Part
from journeydesk.storage.reports.funnel import FunnelInputs, read_funnel


def read(
    connection: Connection,
    settings: TeamSettings,
    period: Period,
    owner: str | None,
    today: date,
    options: Options = PLAIN,
) -> FunnelInputs:
    """The cohort or the period of the 90 days to the end of `period`."""
    journey = journey_of(settings, options.journey)
    span = span_of(settings, journey, JOURNEYS.first_day(period), period.last)
    return read_funnel(connection, journey, span, Part(owner, options.source), options.basis == "period")


def progress_of(scope: Scope, inputs: FunnelInputs) -> Progress:
    """The figures of the chosen journey."""
    words = days_words(JOURNEYS.first_day(scope.period), scope.period.last)
    by_period = scope.options.basis == "period"
    stages = (
        of_period(inputs.journey, inputs.entries, inputs.stays)
        if by_period
        else of_cohort(inputs.journey, inputs.reaches, inputs.stays)
    )
    return Progress(scope.options.basis, inputs.span, words, stages)


def funnel(scope: Scope, inputs: FunnelInputs) -> Report:
    """The whole report."""
    progress = progress_of(scope, inputs)
    first = JOURNEYS.first_day(scope.period)
    title = tr("Funnel, {journey}", journey=inputs.journey.name)
    return Report(
        head=head("funnel", title, scope, _lead(progress), tr("Summary, by entry point, source and owner"), since=first),
        tiles=Tiles(tiles=_tiles(progress), shown=4),
        blocks=(stages_block(progress), group_tables(inputs, progress)),
        attention=_attention(progress),
        method=method(progress),
    )


def stages_block(progress: Progress, *, half: bool = False) -> Stages:
    """The stages as lines."""
    leak = worst(progress.stages)
    lines = tuple(
        StageLine(
            stage.number,
            stage.name,
            stage.went_on,
            stage.still,
            stage.left,
            stage.stay,
            stage.advance,
            place == len(progress.stages) - 1,
            stage is leak,
            progress.behind(stage, "reached" if place == len(progress.stages) - 1 else "stopped"),
        )
        for place, stage in enumerate(progress.stages)
    )
    said = tr("Cohort: ") if progress.basis == "cohort" else tr("Period: ")
    return Stages(note=said + progress.words, stages=lines, half=half)


def _lead(progress: Progress) -> str:
    if not progress.size:
        return tr("Nobody entered this journey from {span}.", span=progress.span_words)
    leak = worst(progress.stages)
    last = progress.stages[-1]
    words = tr(
        "{n} prospects entered from {span}; {share} reached {stage}.",
        n=figure(progress.size),
        span=progress.span_words,
        share=progress.total.whole_words,
        stage=last.name,
    )
    if progress.basis == "period":
        words = tr(
            "{n} prospects came into {stage} from {span}.",
            n=figure(progress.size),
            stage=progress.stages[0].name,
            span=progress.span_words,
        )
    if leak is None:
        return words
    lost = tr("Most leave or stay in {stage}: {share} did not go on so far.", stage=leak.name, share=leak.drop_off.whole_words)
    return f"{words} {lost}"


def _tiles(progress: Progress) -> tuple[Tile, ...]:
    first, last = progress.stages[0], progress.stages[-1]
    tiles = [
        _tile(progress, tr("Entered {stage}", stage=first.name), figure(first.reached), tr("in 90 days"), first, "reached")
    ]
    leak = worst(progress.stages)
    for stage, following in pairwise(progress.stages):
        if stage in (first, leak):
            share = stage.conversion
            tiles.append(_tile(progress, f"{stage.name} → {following.name}", share.words, share.parted_words, stage, "went on"))
    whole, label = progress.total, tr("Reached {stage}", stage=last.name)
    tiles.append(_tile(progress, label, whole.words, whole.parted_words, last, "reached"))
    return tuple(tiles)


def _tile(progress: Progress, label: str, value: str, words: str, stage: StageProgress, state: State) -> Tile:
    return Tile(label, value, "", "–", "", "No data", behind=progress.behind(stage, state), note=words)


def _attention(progress: Progress) -> tuple[tuple[str, str], ...]:
    leak = worst(progress.stages)
    points = []
    if leak is not None:
        rest = tr("{still} are still there, {left} left.", still=figure(leak.still), left=figure(leak.left))
        words = tr("{n} did not go on from {stage}:", n=figure(leak.stopped), stage=leak.name)
        points.append((words, rest))
    slow = [stage for stage in progress.stages if stage.stay.n >= 10]
    if slow:
        slowest = max(slow, key=lambda stage: stage.stay.median or 0)
        rest = tr("the median stay, of {n} stays that ended.", n=figure(slowest.stay.n))
        points.append((tr("{stage} takes longest, {days}:", stage=slowest.name, days=days(slowest.stay.median)), rest))
    return tuple(points)


def method(progress: Progress) -> tuple[str, ...]:
    """How these figures are made."""
    who = (
        tr("The cohort is everybody who entered the journey in the span, wherever they stand now.")
        if progress.basis == "cohort"
        else tr(
            "The period counts who entered each stage in the span, and of them who went on within it; each stage has its own n."
        )
    )
    return (
        who,
        tr("Who reached a stage passed those before it. Ends that are losses are no stages of the funnel."),
        tr(
            "Still here are open prospects whose furthest stage this is; left are those that were rejected, churned or exhausted."
        ),
        tr("Time in stage is of stays that have ended, to the hour; time to advance of those that led to a later stage."),
        tr("No percentage is shown for fewer than 10; then the two numbers stand in its place."),
        tr("By entry point, source and owner it is always the cohort. Owner and source are today's."),
    )


SPEC = ReportSpec(
    name="funnel",
    title=tr("Funnel"),
    heading=tr("Funnel"),
    cadence=JOURNEYS,
    icon="filter",
    read=read,
    figures=funnel,
    offers=frozenset({"journey", "basis", "source"}),
    wide=True,
    read_chosen=read,
)
