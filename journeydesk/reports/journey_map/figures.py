"""The map of a journey out of plain rows: stages with who is there and how long they stay, flows as wide as their number of prospects
(docs/rules.md, "Cohorts and transitions")."""

from datetime import date

from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.reports.behind import Behind, behind
from journeydesk.reports.blocks.flows import Flows
from journeydesk.reports.blocks.moves import Flow, FlowStage
from journeydesk.reports.blocks.stages import days
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.tiles import Tile, Tiles
from journeydesk.reports.funnel.figures import method
from journeydesk.reports.report import JOURNEYS, PLAIN, Options, Report, ReportSpec, Scope, head
from journeydesk.reports.shared.progress import Progress, of_cohort
from journeydesk.reports.shared.shares import Share
from journeydesk.reports.shared.spans import days_words, journey_of, span_of
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.reports.cohorts import Flow as Move
from journeydesk.storage.reports.cohorts import Part
from journeydesk.storage.reports.funnel import FunnelInputs, read_map


def read(
    connection: Connection,
    settings: TeamSettings,
    period: Period,
    owner: str | None,
    today: date,
    options: Options = PLAIN,
) -> FunnelInputs:
    """The cohort of the 90 days to the end of `period`, with its moves."""
    journey = journey_of(settings, options.journey)
    span = span_of(settings, journey, JOURNEYS.first_day(period), period.last)
    return read_map(connection, journey, span, Part(owner, options.source))


def journey_map(scope: Scope, inputs: FunnelInputs) -> Report:
    """The whole report."""
    first = JOURNEYS.first_day(scope.period)
    words = days_words(first, scope.period.last)
    progress = Progress("cohort", inputs.span, words, of_cohort(inputs.journey, inputs.reaches, inputs.stays))
    flows = tuple(_flow(inputs, progress, move) for move in inputs.flows if _is_on_map(inputs, move))
    title = tr("Journey map, {journey}", journey=inputs.journey.name)
    note = tr("{words}; a flow is as wide as its number of prospects", words=progress.words)
    chart = Flows(note=note, stages=_stages(progress), flows=flows)
    return Report(
        head=head("map", title, scope, _lead(progress, flows), tr("Map, moves"), since=first),
        tiles=Tiles(tiles=_tiles(progress, flows), shown=4),
        blocks=(chart, _moves(progress, flows)),
        method=(
            *method(progress)[:-1],
            tr("A flow counts each prospect once, however often it moved that way. The map follows every change."),
        ),
    )


def _is_on_map(inputs: FunnelInputs, move: Move) -> bool:
    return {move.source, move.target} <= set(inputs.span.ladder) and move.source != move.target


def _stages(progress: Progress) -> tuple[FlowStage, ...]:
    last = len(progress.stages) - 1
    return tuple(
        FlowStage(
            stage.number,
            stage.name,
            stage.reached,
            stage.still,
            stage.left,
            tr("last stage") if place == last else tr("{days} median stay", days=days(stage.stay.median)),
            progress.behind(stage, "reached"),
        )
        for place, stage in enumerate(progress.stages)
    )


def _flow(inputs: FunnelInputs, progress: Progress, move: Move) -> Flow:
    return Flow(move.source, move.target, move.prospects, _behind(inputs, progress, move))


def _behind(inputs: FunnelInputs, progress: Progress, move: Move) -> Behind:
    names = {stage.number: stage.name for stage in progress.stages}
    words = tr(
        "{source} → {target}, entered {span}", source=names[move.source], target=names[move.target], span=progress.span_words
    )
    return behind("moved", words, {**inputs.span.values, "source": move.source, "target": move.target})


def _lead(progress: Progress, flows: tuple[Flow, ...]) -> str:
    if not progress.size:
        return tr("Nobody entered this journey from {span}.", span=progress.span_words)
    left = sum(stage.left for stage in progress.stages)
    entered = tr("{n} prospects entered from {span}.", n=figure(progress.size), span=progress.span_words)
    back = sum(flow.moves for flow in flows if flow.target < flow.source)
    gone = tr("{left} left.", left=figure(left))
    return (
        f"{entered} {gone}" if not back else f"{entered} {gone} {tr_count('{count} moved back.', '{count} moved back.', back)}"
    )


def _tiles(progress: Progress, flows: tuple[Flow, ...]) -> tuple[Tile, ...]:
    first, last = progress.stages[0], progress.stages[-1]
    left = Share(sum(stage.left for stage in progress.stages), progress.size)
    skipped = sum(flow.moves for flow in flows if flow.target > flow.source + 1)
    back = sum(flow.moves for flow in flows if flow.target < flow.source)
    here = sum(stage.still for stage in progress.stages)
    whole, reached = progress.total, tr("Reached {stage}", stage=last.name)
    return (
        _tile(tr("Entered"), figure(progress.size), progress.span_words, progress.behind(first, "reached")),
        _tile(tr("Here now"), figure(here), tr("open in any stage")),
        _tile(tr("Left", meaning="who left"), figure(left.part), left.whole_words),
        _tile(reached, whole.words, whole.parted_words, progress.behind(last, "reached")),
        _tile(tr("Skipped a stage"), figure(skipped)),
        _tile(tr("Moved back"), figure(back)),
    )


def _tile(label: str, value: str, note: str = "", opened: Behind | None = None) -> Tile:
    return Tile(label, value, "", "–", "", "No data", behind=opened, note=note)


def _moves(progress: Progress, flows: tuple[Flow, ...]) -> Table:
    stages = {stage.number: stage for stage in progress.stages}
    lines = []
    for flow in sorted(flows, key=lambda each: (-each.moves, each.source, each.target)):
        source, target = stages[flow.source], stages[flow.target]
        kind = _kind(flow)
        share = Share(min(flow.moves, source.reached), source.reached).whole_words
        cells = (f"{source.name} → {target.name}", kind, figure(flow.moves), share, days(source.stay.median))
        lines.append(Line(cells, flow.behind))
    columns = (
        Column(tr("Move"), look="strong"),
        Column(tr("Kind"), look="quiet", width=90),
        Column(tr("Prospects"), number=True, width=60),
        Column(tr("Of those who reached it"), number=True, width=110),
        Column(tr("Median stay before"), number=True, width=90),
    )
    title = tr("{move} is the most frequent move", move=lines[0].cells[0]) if lines else tr("Nobody moved")
    return Table(title=title, note=progress.words, columns=columns, lines=tuple(lines), counted=tr("moves"), part=tr("Moves"))


def _kind(flow: Flow) -> str:
    """Which way it goes."""
    if flow.target < flow.source:
        return tr("back")
    return tr("on", meaning="to the next stage") if flow.target == flow.source + 1 else tr("skipped a stage")


SPEC = ReportSpec(
    name="map",
    title=tr("Journey map"),
    heading=tr("Journey map"),
    cadence=JOURNEYS,
    icon="split",
    read=read,
    figures=journey_map,
    offers=frozenset({"journey", "source"}),
    wide=True,
    read_chosen=read,
    live=True,
)
