"""The blocks of the pipeline report: how it moved, what stands in each stage, what is at risk."""

from datetime import date, timedelta

from journeydesk.domain.money import sign
from journeydesk.domain.periods import Period
from journeydesk.domain.time import day_in_words, day_of, moment_of, moment_text, start_of
from journeydesk.domain.words import figure, percent, tr, tr_count
from journeydesk.reports.behind import behind, these
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.waterfall import Step, Tone, Waterfall
from journeydesk.reports.judging import FEWEST
from journeydesk.reports.money.amounts import capital, counted
from journeydesk.reports.pipeline.facts import REVENUE_WORDS, PipelineFacts, standing
from journeydesk.reports.pipeline.measures import StageWorth, by_stage, expected_revenue
from journeydesk.reports.pipeline.movement import GROWN, LOST, NEW, SHRUNK, WON, Moved
from journeydesk.reports.report import Scope
from journeydesk.storage.reports.pipeline import RISKY_DAYS, RiskyDeal

_TONES: dict[str, Tone] = {NEW: "gain", GROWN: "gain", SHRUNK: "loss", WON: "good", LOST: "bad"}
_LATE_FROM = 0.5
"""The share of the open stages after which a deal is late in the pipeline."""


def waterfall_block(scope: Scope, facts: PipelineFacts) -> Waterfall:
    """Opening, the five kinds of change, closing."""
    movement = facts.movement
    words = {NEW: tr("New"), GROWN: tr("Grown"), SHRUNK: tr("Shrunk"), WON: tr("Won"), LOST: tr("Lost")}
    steps = tuple(
        Step(
            words[each.kind],
            each.amount,
            _deals(each.count),
            _TONES[each.kind],
            these(each.prospects, f"{words[each.kind]}, {_period(scope.period)}") if each.prospects else None,
        )
        for each in movement.moved
    )
    open_stages = facts.deals.stages.open
    ends = [
        standing(scope, facts, open_stages, at_end, tr("open deals, {when}", when=_moment(scope.period, at_end)))
        for at_end in (False, True)
    ]
    return Waterfall(
        title=_movement_title(facts),
        note=tr(
            "value {span}, {currency}", span=REVENUE_WORDS[facts.revenue_is], currency=sign(scope.settings.currency).strip()
        ),
        part=tr("Pipeline"),
        opening=Step(tr("Opening"), movement.opening[0], _deals(movement.opening[1]), behind=ends[0]),
        steps=steps,
        closing=Step(tr("Closing"), movement.closing[0], _deals(movement.closing[1]), behind=ends[1]),
        unit=facts.unit,
    )


def _deals(count: int) -> str:
    return tr_count("{count} deal", "{count} deals", count)


def _period(period: Period) -> str:
    return tr("week {number}", number=period.number)


def _moment(period: Period, at_end: bool) -> str:
    return tr("end of week {number}", number=period.number) if at_end else tr("start of week {number}", number=period.number)


def _movement_title(facts: PipelineFacts) -> str:
    movement = facts.movement
    change = movement.closing[0] - movement.opening[0]
    if not change:
        return tr("The pipeline is worth what it was a week ago")
    largest = max(movement.moved, key=lambda each: each.amount if change > 0 else -each.amount)
    amount, cause = facts.unit.words(abs(change)), _cause(largest)
    if change > 0:
        return tr("The pipeline grew {amount}, mostly from {cause}", amount=amount, cause=cause)
    return tr("The pipeline fell {amount}, mostly by {cause}", amount=amount, cause=cause)


def _cause(moved: Moved) -> str:
    words = {
        NEW: (tr("new deal"), tr("new deals")),
        GROWN: (tr("deal that grew"), tr("deals that grew")),
        SHRUNK: (tr("deal that shrank"), tr("deals that shrank")),
        WON: (tr("won deal"), tr("won deals")),
        LOST: (tr("lost deal"), tr("lost deals")),
    }[moved.kind]
    return counted(moved.count, *words)


_LONGEST_IN_HALF = 8
"""€18,000,000 is more than half a page has room for beside the names, €180,000 is not."""


def stages_block(scope: Scope, facts: PipelineFacts) -> Table:
    """What stands in each open stage, and what is expected of it."""
    stages = by_stage(facts.deals.closing, facts.deals.stages)
    whole = StageWorth(0, tr("All open"), facts.closing.count, facts.closing.revenue, expected_revenue(facts.closing))
    lines = [
        Line(_cells(facts, each), standing(scope, facts, (each.number,), True, f"{each.name}, {_moment(scope.period, True)}"))
        for each in stages
    ]
    everything = standing(
        scope, facts, facts.deals.stages.open, True, tr("open deals, {when}", when=_moment(scope.period, True))
    )
    lines.append(Line(_cells(facts, whole), everything, total=True))
    numbers = [
        (tr("Open", meaning="that are open"), 34),
        (capital(REVENUE_WORDS[facts.revenue_is]), 62),
        (tr("Chance"), 42),
        (tr("Expected"), 62),
    ]
    columns = (Column(tr("Deal stage")), *(Column(head, number=True, width=width) for head, width in numbers))
    return Table(
        title=_stages_title(stages, whole),
        note=tr("value × probability, n = {count}", count=figure(facts.closing.count)),
        part=tr("Deal stages"),
        columns=columns,
        lines=tuple(lines),
        counted=tr("stages"),
        half=not is_wide(facts),
    )


def is_wide(facts: PipelineFacts) -> bool:
    """Whether the amounts leave half a page no room for the names of the stages."""
    return len(facts.unit.words(facts.closing.revenue)) > _LONGEST_IN_HALF


def _cells(facts: PipelineFacts, stage: StageWorth) -> tuple[str, ...]:
    chance = "–" if stage.chance is None else percent(stage.chance)
    return stage.name, figure(stage.count), facts.unit.words(stage.revenue), chance, facts.unit.words(stage.expected)


def _stages_title(stages: tuple[StageWorth, ...], whole: StageWorth) -> str:
    late = stages[int(len(stages) * _LATE_FROM) :]
    count, expected = sum(each.count for each in late), sum(each.expected for each in late)
    if not whole.expected or whole.count < FEWEST:
        return tr("Expected by deal stage")
    share = percent(expected / whole.expected)
    return tr_count(
        "{count} late deal holds {share} of what is expected",
        "{count} late deals hold {share} of what is expected",
        count,
        share=share,
    )


def risks_block(scope: Scope, facts: PipelineFacts) -> Table:
    """The most valuable deals that need a step, as of today."""
    risks, zone = facts.deals.risks, scope.settings.time_zone
    today = scope.now.astimezone(zone).date()
    quiet = moment_text(moment_of(start_of(today, zone)) - timedelta(days=RISKY_DAYS))
    values = {"open_names": facts.deals.stages.open_names, "today": today.isoformat(), "quiet_since": quiet}
    everybody = behind("deals at risk", tr("deals at risk"), values)
    lines = [
        Line(
            (
                each.company,
                reason_words(each, today, scope),
                facts.unit.words(each.revenue),
                each.owner or "–",
                _step(each, today),
            ),
            these((each.prospect,), each.company),
        )
        for each in risks.first
    ]
    if risks.count > len(lines):
        rest = tr_count("and {count} more", "and {count} more", risks.count - len(lines))
        left = risks.revenue - sum(each.revenue for each in risks.first)
        lines.append(Line((rest, "", facts.unit.words(left), "", ""), everybody, total=True))
    columns = (
        Column(tr("Company"), look="strong"),
        Column(tr("Why"), look="quiet"),
        Column(capital(REVENUE_WORDS[facts.revenue_is]), number=True, look="strong", width=62),
        Column(tr("Owner"), width=84),
        Column(tr("Next step"), width=96),
    )
    title = tr_count(
        "{deals} worth {amount} is at risk",
        "{deals} worth {amount} are at risk",
        risks.count,
        deals=capital(counted(risks.count, tr("deal"), tr("deals"))),
        amount=facts.worth_words(risks.revenue),
    )
    return Table(
        title=title if risks.count else tr("No open deal is at risk"),
        note=tr("as of today"),
        part=tr("At risk"),
        columns=columns,
        lines=tuple(lines),
        counted=tr("deals"),
    )


def reason_words(deal: RiskyDeal, today: date, scope: Scope) -> str:
    """Why it is at risk."""
    if deal.next_follow_up is not None and deal.next_follow_up < today.isoformat():
        days = (today - date.fromisoformat(deal.next_follow_up)).days
        return tr_count("Follow-up {count} day late", "Follow-up {count} days late", days)
    if deal.expected_close is not None and deal.expected_close < today.isoformat():
        return tr("Close was expected {day}", day=day_in_words(date.fromisoformat(deal.expected_close), today))
    if deal.last_touch_at is None:
        return tr("Never contacted")
    days = (today - day_of(deal.last_touch_at, scope.settings.time_zone)).days
    return tr_count("No contact for {count} day", "No contact for {count} days", days)


def _step(deal: RiskyDeal, today: date) -> str:
    if deal.next_follow_up is not None and deal.next_follow_up < today.isoformat():
        return tr("Call today")
    if deal.expected_close is not None and deal.expected_close < today.isoformat():
        return tr("Agree a new date")
    return tr("Plan the next step")
