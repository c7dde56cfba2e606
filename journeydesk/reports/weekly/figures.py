"""The weekly sales report out of plain rows (docs/interface.md, "Weekly sales")."""

from dataclasses import replace
from datetime import timedelta

from journeydesk.domain.time import moment_text
from journeydesk.domain.words import figure, short_percent, tr, tr_count
from journeydesk.reports.behind import Behind, behind, calls_of, these
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.tiles import Change, Tile, Tiles
from journeydesk.reports.funnel.figures import stages_block
from journeydesk.reports.judging import signed, state_of
from journeydesk.reports.money.amounts import whole_words
from journeydesk.reports.money.new_mrr import forecast_block
from journeydesk.reports.pipeline.blocks import risks_block, waterfall_block
from journeydesk.reports.pipeline.facts import standing
from journeydesk.reports.pipeline.measures import win_rate
from journeydesk.reports.pipeline.movement import LOST, NEW, WON
from journeydesk.reports.report import WEEKLY, Report, ReportSpec, Scope, brief, head
from journeydesk.reports.shared.activity import by_hour, call_figures
from journeydesk.reports.shared.progress import Progress, of_cohort
from journeydesk.reports.shared.prospects import applied_in
from journeydesk.reports.shared.spans import days_words
from journeydesk.reports.weekly import activity_blocks, closed_block, coverage_blocks, money_blocks, pace_block
from journeydesk.reports.weekly.appendix import appendix
from journeydesk.reports.weekly.facts import Compared, DealFigures, deal_figures, new_mrr_forecast, pace
from journeydesk.reports.weekly.lead import lead
from journeydesk.reports.weekly.method import method
from journeydesk.reports.weekly.things import things
from journeydesk.storage.reports.weekly_read import COHORT_DAYS, WeeklyInputs, read

_FIRST_PAGE = 2


def weekly(scope: Scope, inputs: WeeklyInputs) -> Report:
    """The whole report."""
    deals = deal_figures(scope, inputs)
    new_mrr = new_mrr_forecast(scope, inputs)
    month = pace(scope, inputs, new_mrr)
    calls = call_figures(inputs.calls, inputs.calls_before)
    progress = _progress(scope, inputs)
    todo = things(scope, inputs, deals)
    blocks: list[Block] = [pace_block.pace_block(scope, month), todo]
    if deals is not None:
        blocks.append(waterfall_block(scope, deals.facts))
    blocks.append(stages_block(progress, half=True))
    blocks.append(activity_blocks.hours_block(by_hour(inputs.slots, scope.settings.time_zone)))
    blocks.append(activity_blocks.reps_block(calls))
    blocks.append(activity_blocks.outcomes_block(scope, calls))
    if deals is not None:
        blocks += [closed_block.closed_block(scope, inputs, deals), risks_block(scope, deals.facts)]
    blocks.append(coverage_blocks.payers_block(scope, inputs))
    if inputs.coverage is not None and deals is not None:
        blocks += coverage_blocks.accounts_blocks(scope, inputs.coverage, deals.facts)
    blocks += [money_blocks.money_block(scope, inputs), replace(forecast_block(new_mrr), half=False)]
    return Report(
        head=head(
            "weekly",
            tr("Weekly sales"),
            scope,
            lead(scope, inputs, deals, month),
            tr("Decision page, everything behind it, rows"),
        ),
        tiles=Tiles(tiles=(*_five(scope, deals), *_measures(scope, inputs, deals, calls.total)), shown=9),
        blocks=tuple(blocks),
        method=method(scope, inputs, new_mrr),
        appendix=appendix(scope, inputs),
        page="weekly",
        first_page=_FIRST_PAGE,
    )


def _progress(scope: Scope, inputs: WeeklyInputs) -> Progress:
    first = scope.period.last - timedelta(days=COHORT_DAYS - 1)
    stages = of_cohort(scope.settings.journeys[0], inputs.reaches, inputs.stays)
    return Progress("cohort", inputs.span, days_words(first, scope.period.last), stages)


def _five(scope: Scope, deals: DealFigures | None) -> tuple[Tile, ...]:
    """New, moved, won, lost, pipeline: each with its change against last week and against the median of the four weeks before."""
    if deals is None:
        return (Tile(tr("Pipeline"), tr("no data"), "", "–", tr("The team has no deal journey"), "No data"),)
    facts, movement = deals.facts, deals.movements[0]
    tiles = []
    for kind, label in ((NEW, tr("New deals")), (WON, tr("Won")), (LOST, tr("Lost"))):
        moved = movement.of(kind)
        note = facts.unit.words(abs(moved.amount)) if moved.count else tr("none this week")
        said = (
            these(moved.prospects, f"{label}, {tr('week {number}', number=scope.period.number)}") if moved.prospects else None
        )
        tiles.append(_compared_tile(scope, label, figure(moved.count), note, deals.count(kind), said))
    moves = deals.moves[0]
    note = tr("{forward} forward, {back} back", forward=figure(moves.forward), back=figure(moves.back))
    tiles.insert(1, _compared_tile(scope, tr("Moved"), figure(moves.deals), note, deals.moved, _behind_moves(scope, deals)))
    return (*tiles, _pipeline_tile(scope, deals))


def _pipeline_tile(scope: Scope, deals: DealFigures) -> Tile:
    facts, change = deals.facts, deals.pipeline
    worth, count = deals.movements[0].closing

    def against(other: float | None) -> str:
        return "" if other is None else "±0" if other == worth else facts.unit.signed(round(worth - other))

    words = tr("open deals, end of week {number}", number=scope.period.number)
    return Tile(
        tr("Pipeline"),
        whole_words(facts.unit, worth),
        "",
        "–",
        _versus(scope, against(change.before)) if change.before is not None else "",
        "No data",
        behind=standing(scope, facts, facts.deals.stages.open, True, words),
        note=tr_count("{count} open deal", "{count} open deals", count),
        second=_median(against(change.median)) if change.median is not None else "",
    )


def _versus(scope: Scope, change: str) -> Change:
    return Change(tr("{change} vs {before}", change=change, before=brief(scope.before)), change)


def _median(change: str) -> Change:
    return Change(tr("{change} vs median", change=change), change)


def _compared_tile(scope: Scope, label: str, value: str, note: str, change: Compared, opened: Behind | None) -> Tile:
    before = "" if change.before is None else _versus(scope, signed(change.now - change.before))
    middle = (
        ""
        if change.median is None
        else _median(signed(change.now - change.median, 0 if change.median == int(change.median) else 1))
    )
    return Tile(label, value, "", "–", before, "No data", behind=opened, note=note, second=middle)


def _behind_moves(scope: Scope, deals: DealFigures) -> Behind | None:
    if not deals.moves[0].deals:
        return None
    stages = deals.facts.deals.stages
    since, until = week_moments(scope)
    words = tr("deals that moved, week {number}", number=scope.period.number)
    return behind(
        "moved deals",
        words,
        {"journey": stages.journey.name, "since": since, "until": until, "numbers": str(list(stages.open))},
    )


def week_moments(scope: Scope) -> tuple[str, str]:
    """The stored moments at which the week begins and is over."""
    begins, ends = scope.period.bounds(scope.settings.time_zone)
    return moment_text(begins), moment_text(ends)


def _measures(scope: Scope, inputs: WeeklyInputs, deals: DealFigures | None, calls: int) -> tuple[Tile, ...]:
    """Those with a target: new prospects, calls, win rate, applications per day."""
    targets, close = scope.settings.targets, scope.settings.targets["close_within"]
    received, before = inputs.received[0], inputs.received[1]
    passed = min(7, max(1, (inputs.today - scope.period.first).days + 1))
    per_day, per_day_before = received / passed, before / 7
    applied = Behind(applied_in(scope.period, scope.settings))
    since, until = week_moments(scope)
    who = calls_of(tr("called in week {number}", number=scope.period.number), calls)
    called = behind("called", who, {"since": since, "until": until})
    calls_before = sum(inputs.calls_before[-1].values()) if inputs.calls_before else None
    tiles = [
        Tile(
            tr("New prospects"),
            figure(received),
            "",
            figure(targets["new_prospects_week"]),
            _versus(scope, signed(received - before)),
            state_of(received, targets["new_prospects_week"], close),
            behind=applied,
        ),
        Tile(
            tr("Calls logged"),
            figure(calls),
            "",
            figure(targets["calls_week"]),
            "" if calls_before is None else _versus(scope, signed(calls - calls_before)),
            state_of(calls, targets["calls_week"], close),
            behind=called,
        ),
    ]
    if deals is not None:
        rate = win_rate(deals.facts.deals.closed, deals.facts.deals.stages)
        tiles.append(
            Tile(
                tr("Win rate, 4 weeks"),
                rate.words,
                "" if rate.value is None else rate.parted_words,
                short_percent(targets["win_rate"]),
                "",
                state_of(rate.value, targets["win_rate"], close),
            )
        )
    tiles.append(
        Tile(
            tr("Applications per day"),
            figure(per_day, 1),
            "",
            figure(targets["applications_per_day"], 1),
            _versus(scope, signed(per_day - per_day_before, 1)),
            state_of(per_day, targets["applications_per_day"], close),
            behind=applied,
        )
    )
    return tuple(tiles)


SPEC = ReportSpec(
    name="weekly",
    title=tr("Weekly sales"),
    heading=tr("Weekly sales"),
    cadence=WEEKLY,
    icon="file",
    read=read,
    figures=weekly,
)
