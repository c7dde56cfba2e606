"""The measures of the pipeline at the top of its report."""

from journeydesk.domain.periods import month_name, month_of
from journeydesk.domain.words import figure, short_percent, tr, tr_count
from journeydesk.reports.behind import behind, these
from journeydesk.reports.blocks.tiles import Change, State, Tile
from journeydesk.reports.judging import delta, percent, signed, state_of
from journeydesk.reports.money.amounts import minor_unit, whole_words
from journeydesk.reports.money.new_mrr import NewMrrForecast
from journeydesk.reports.pipeline.facts import REVENUE_WORDS, PipelineFacts, standing
from journeydesk.reports.pipeline.measures import SCALE, expected_mrr, mean_probability, win_rate
from journeydesk.reports.pipeline.movement import NEW, WON
from journeydesk.reports.report import Scope, brief
from journeydesk.storage.reports.pipeline_read import WIN_WEEKS


def tiles(scope: Scope, facts: PipelineFacts | None, new_mrr: NewMrrForecast | None) -> tuple[Tile, ...]:
    """Four cards, then the rows of the page."""
    forecast = _forecast(scope, new_mrr)
    if facts is None:
        return (forecast,)
    return (_value(scope, facts), _expected(scope, facts), _win_rate(scope, facts), forecast, *_rows(scope, facts))


def _money_state(scope: Scope, minor: float | None, target: float) -> State:
    """By a target in whole units of the currency; without a target nothing is judged."""
    return state_of(minor, target * 100, scope.settings.targets["close_within"]) if target else "No data"


def _target(facts: PipelineFacts, target: float) -> str:
    return whole_words(facts.unit, target * 100) if target else "–"


def _change(facts: PipelineFacts, scope: Scope, now: int, before: int) -> Change:
    change = _signed(facts, now - before)
    return Change(tr("{change} vs {before}", change=change, before=brief(scope.before)), change)


def _signed(facts: PipelineFacts, amount: int) -> str:
    return facts.unit.signed(amount) if amount else "±0"


def _value(scope: Scope, facts: PipelineFacts) -> Tile:
    target, (value, count) = scope.settings.targets["pipeline_value"], facts.movement.closing
    label = (
        tr("Pipeline value")
        if facts.revenue_is == "once"
        else tr("Pipeline value {span}", span=REVENUE_WORDS[facts.revenue_is])
    )
    return Tile(
        label,
        whole_words(facts.unit, value),
        tr_count("{count} deal", "{count} deals", count),
        _target(facts, target),
        _change(facts, scope, value, facts.movement.opening[0]),
        _money_state(scope, value, target),
        behind=standing(
            scope, facts, facts.deals.stages.open, True, tr("open deals, end of week {number}", number=scope.period.number)
        ),
    )


def _expected(scope: Scope, facts: PipelineFacts) -> Tile:
    target = scope.settings.targets["expected_mrr"]
    now, before = (expected_mrr(deals, facts.revenue_is) for deals in (facts.closing, facts.opening))
    return Tile(
        tr("Expected revenue") if facts.revenue_is == "once" else tr("Expected MRR"),
        whole_words(facts.unit, now),
        "",
        _target(facts, target),
        _change(facts, scope, now, before),
        _money_state(scope, now, target),
        behind=standing(
            scope, facts, facts.deals.stages.open, True, tr("open deals, end of week {number}", number=scope.period.number)
        ),
    )


def _win_rate(scope: Scope, facts: PipelineFacts) -> Tile:
    target, close = scope.settings.targets["win_rate"], scope.settings.targets["close_within"]
    now, before = (win_rate(closed, facts.deals.stages) for closed in (facts.deals.closed, facts.deals.closed_before))
    change = delta(now.value, before.value, 100, 0, tr(" pt"), tr("the {weeks} weeks before", weeks=WIN_WEEKS))
    return Tile(
        tr("Win rate, {weeks} weeks", weeks=WIN_WEEKS),
        now.words,
        "" if now.value is None else now.parted_words,
        short_percent(target),
        change if now.value is not None and before.value is not None else tr("fewer than 10 closed") if now.n < 10 else change,
        state_of(now.value, target, close),
    )


def _forecast(scope: Scope, new_mrr: NewMrrForecast | None) -> Tile:
    target = scope.settings.targets["new_mrr_month"]
    month = month_of(scope.period.last).following()
    label = tr("New MRR in {month}", month=month_name(month.first))
    unit = minor_unit(scope.settings.currency)
    size = 10**unit.decimals
    expected = None if new_mrr is None else new_mrr.in_month(month)
    wanted = whole_words(unit, target * size) if target else "–"
    if expected is None:
        return Tile(label, tr("no data"), "", wanted, tr("too few weeks for a forecast"), "No data")
    low, middle, high = (whole_words(unit, value) for value in (expected.low, expected.middle, expected.high))
    state = state_of(expected.middle, target * size, scope.settings.targets["close_within"]) if target else "No data"
    return Tile(label, middle, "P50", wanted, f"P10 {low}, P90 {high}", state)


def _rows(scope: Scope, facts: PipelineFacts) -> tuple[Tile, ...]:
    """Qualified leads, conversions, mean probability, and what is expected to close in the month after."""
    new, won = facts.movement.of(NEW), facts.movement.of(WON)
    mean, before = mean_probability(facts.closing), mean_probability(facts.opening)
    month = facts.deals.month
    expected = None if facts.deals.expected is None else round(facts.deals.expected / SCALE)
    dates = {"first": month.first.isoformat(), "last": month.last.isoformat()}
    name = month_name(month.first)
    return (
        Tile(
            tr("Qualified leads"), figure(new.count), "", "–", "", "No data", behind=these(new.prospects, tr("qualified leads"))
        ),
        Tile(tr("Conversions"), figure(won.count), "", "–", "", "No data", behind=these(won.prospects, tr("won deals"))),
        Tile(
            tr("Mean deal probability"),
            percent(mean),
            "" if mean is None else tr("of {count}", count=figure(facts.closing.with_probability)),
            "–",
            "" if mean is None or before is None else signed((mean - before) * 100, 0, tr(" pt")),
            "No data",
        ),
        Tile(
            tr("Expected to close in {month}", month=name),
            tr("no data") if expected is None else whole_words(facts.unit, expected),
            "",
            _target(facts, scope.settings.targets["forecast_month"]),
            "",
            _money_state(scope, expected, scope.settings.targets["forecast_month"]),
            behind=behind("deals expected", tr("expected to close in {month}", month=name), dates),
        ),
    )
