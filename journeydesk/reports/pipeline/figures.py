"""The weekly revenue pipeline out of plain rows (docs/interface.md, "Revenue pipeline")."""

from dataclasses import replace

from journeydesk.domain.words import tr, tr_count
from journeydesk.reports.blocks.tiles import Tiles
from journeydesk.reports.money.new_mrr import NewMrrForecast, forecast, forecast_block
from journeydesk.reports.pipeline.blocks import is_wide, risks_block, stages_block, waterfall_block
from journeydesk.reports.pipeline.facts import PipelineFacts, facts_of
from journeydesk.reports.pipeline.tiles import tiles
from journeydesk.reports.report import WEEKLY, Report, ReportSpec, Scope, head
from journeydesk.storage.reports.pipeline import RISKY_DAYS
from journeydesk.storage.reports.pipeline_read import WIN_WEEKS, Inputs, read


def pipeline(scope: Scope, inputs: Inputs) -> Report:
    """The whole report."""
    settings = scope.settings
    new_mrr = forecast(inputs.new_mrr, settings.payments.rates, settings.currency, inputs.today > scope.period.last)
    facts = None if inputs.deals is None else facts_of(scope, inputs.deals)
    chart = forecast_block(new_mrr)
    blocks = (
        () if facts is None else (waterfall_block(scope, facts), stages_block(scope, facts)),
        (replace(chart, half=False) if facts is not None and is_wide(facts) else chart,),
        () if facts is None else (risks_block(scope, facts),),
    )
    return Report(
        head=head("pipeline", tr("Revenue pipeline"), scope, _lead(scope, facts), tr("Summary, deals")),
        tiles=Tiles(tiles=tiles(scope, facts, new_mrr)),
        blocks=tuple(block for some in blocks for block in some),
        method=(*_METHOD, *_notes(facts, new_mrr)),
    )


def _lead(scope: Scope, facts: PipelineFacts | None) -> str:
    if facts is None:
        return tr("The team has no deal journey, so there is no pipeline.")
    change = facts.movement.closing[0] - facts.movement.opening[0]
    worth = facts.worth_words(facts.movement.closing[0])
    if change:
        moved = (
            tr("The pipeline grew by {amount} to {worth}.") if change > 0 else tr("The pipeline fell by {amount} to {worth}.")
        )
        first = moved.replace("{amount}", facts.unit.words(abs(change))).replace("{worth}", worth)
    else:
        first = tr("The pipeline is worth {worth}, as a week ago.", worth=worth)
    won, lost = facts.movement.of("Won").count, facts.movement.of("Lost").count
    second = (
        tr(
            "{won} and {lost}.",
            won=tr_count("{count} deal was won", "{count} deals were won", won),
            lost=tr_count("{count} was lost", "{count} were lost", lost),
        )
        if won or lost
        else tr("No deal was won and none was lost.")
    )
    risks = facts.deals.risks
    if not risks.count:
        return f"{first} {second}"
    third = tr_count(
        "{count} open deal worth {worth} needs a step.",
        "{count} open deals worth {worth} need a step.",
        risks.count,
        worth=facts.unit.words(risks.revenue),
    )
    return f"{first} {second} {third}"


def _notes(facts: PipelineFacts | None, new_mrr: NewMrrForecast | None) -> list[str]:
    notes = []
    if facts is not None and (silent := facts.closing.count - facts.closing.with_probability):
        notes.append(
            tr_count(
                "{count} open deal has no probability and adds nothing to what is expected.",
                "{count} open deals have no probability and add nothing to what is expected.",
                silent,
            )
        )
    if new_mrr is not None and new_mrr.missing:
        notes.append(
            tr("Amounts in {currencies} have no rate and are left out of the forecast.", currencies=", ".join(new_mrr.missing))
        )
    if new_mrr is not None and new_mrr.covered[1]:
        inside, weeks = new_mrr.covered
        notes.append(tr("{inside} of the {weeks} weeks with a forecast landed inside it.", inside=inside, weeks=weeks))
    return notes


_METHOD = (
    tr(
        "The pipeline is the estimated revenue of the deals that stand in an open stage from the second on; opening + new + grown − "
        "shrunk − won − lost = closing."
    ),
    tr(
        "A deal comes and goes with what it was worth then. An estimate that another computer changed counts from when it came here."
    ),
    tr("One rep’s pipeline is that of the prospects that are theirs today."),
    tr("Expected is estimated revenue × probability; a stage’s chance is what is expected of what it is worth."),
    tr("The win rate is won ÷ (won + lost) of the deals that left the pipeline in {weeks} weeks.", weeks=WIN_WEEKS),
    tr(
        "At risk is an open deal whose follow-up or expected close has passed, or without a planned step and untouched for {days} days.",
        days=RISKY_DAYS,
    ),
    tr(
        "The forecast is made of the team’s own weeks alone; its ends are set so that four weeks of five landed inside. New MRR in "
        "other currencies is converted by the team’s rates."
    ),
)

SPEC = ReportSpec(
    name="pipeline",
    title=tr("Revenue pipeline"),
    heading=tr("Revenue pipeline"),
    cadence=WEEKLY,
    icon="card",
    read=read,
    figures=pipeline,
)
