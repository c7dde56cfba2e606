"""The KPI board out of readings (docs/interface.md, "KPI board")."""

from collections.abc import Sequence
from datetime import date

from journeydesk.domain.money import sign
from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.goals import LESS_IS_BETTER, MEASURES, Goal
from journeydesk.domain.time import day_in_words
from journeydesk.domain.words import figure, priced, short_figure, short_percent, tr, tr_count
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.board import Board
from journeydesk.reports.blocks.cards import Card, Group
from journeydesk.reports.blocks.tiles import MISSED, State, Tile, Tiles
from journeydesk.reports.judging import signed
from journeydesk.reports.kpi.measures import COMPUTED, Known, Value
from journeydesk.reports.kpi.opened import opens
from journeydesk.reports.money.amounts import capital, count_words
from journeydesk.reports.report import DAILY, PLAIN, Options, Report, ReportSpec, Scope, head
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.reports import goals
from journeydesk.storage.reports.goals import Inputs

_BACK, _BACK_MONTHS = 4, 3
"""The change is against so many weeks before, or months."""

_SHARES = frozenset({"retention", "fit", "paid_conversion", "lost_revenue", "expansion"})
_MONEY = frozenset({"acquisition_cost", "recurring_revenue"})
TITLES = {
    "applications": tr("Applications"),
    "active_customers": tr("Active customers"),
    "daily_active": tr("Customers active on a day"),
    "retention": tr("Retention after 4 weeks"),
    "acquisition_cost": tr("Cost per new customer"),
    "fit": tr("Fit score"),
    "testimonials": tr("Testimonials"),
    "case_studies": tr("Case studies"),
    "net_promoter": tr("Net promoter score"),
    "referrals": tr("Referrals per customer"),
    "recurring_revenue": tr("Monthly recurring revenue"),
    "paid_conversion": tr("Paid after the beta"),
    "lifetime_to_cost": tr("Lifetime value to cost"),
    "lost_revenue": tr("Lost MRR in 30 days"),
    "expansion": tr("Customers that upgraded"),
}
_UNDER = tr("under {amount}", amount="")
_GROUPS = (tr("Acquisition"), tr("Product-market fit"), tr("Business"))


def kpi(scope: Scope, inputs: Inputs) -> Report:
    """The whole report."""
    cards = {measure: _card(scope, inputs, measure) for measure in MEASURES}
    size = len(MEASURES) // len(_GROUPS)
    groups = tuple(
        Group(name, tuple(cards[measure] for measure in MEASURES[place * size : (place + 1) * size]))
        for place, name in enumerate(_GROUPS)
    )
    lead = _lead(list(cards.values()))
    below = [card for card in cards.values() if card.state in MISSED]
    board = Board(
        title=tr("Fifteen measures, twelve months") if scope.options.months else tr("Fifteen measures, twelve weeks"),
        note=tr("line: must, dashed: target"),
        part=tr("Board"),
        sentence=f"{lead}.",
        groups=groups,
    )
    return Report(
        head=head("kpi", tr("KPI board"), scope, f"{lead}; {_below_words(below)}.", tr("Board, measures, method")),
        tiles=Tiles(tiles=tuple(_tile(card) for card in cards.values()), shown=0),
        blocks=(board,),
        attention=tuple(
            (f"{card.title}:", tr("{value}, must {must}.", value=card.words, must=card.must_words)) for card in below[:3]
        ),
        method=(tr("As of {day}.", day=day_in_words(inputs.readings[-1].day)), *_METHOD),
    )


def _tile(card: Card) -> Tile:
    return Tile(card.title, card.words, card.of, card.target_words, card.change, card.state, behind=card.behind)


def _lead(cards: Sequence[Card]) -> str:
    judged = [card for card in cards if card.state != "No data"]
    if not judged:
        return tr("No measure has any data yet")
    musts = sum(card.state not in MISSED for card in judged)
    targets = sum(card.state == "On target" for card in judged)
    return tr(
        "{musts} of {judged} measures have reached their must, {targets} their target",
        musts=capital(count_words(musts)),
        judged=count_words(len(judged)) if len(judged) < 13 else str(len(judged)),
        targets=count_words(targets),
    )


def _below_words(below: Sequence[Card]) -> str:
    if not below:
        return tr("none is below its must")
    first = tr("{name}, {value} of {must}", name=below[0].title, value=below[0].words, must=below[0].must_words)
    if len(below) == 1:
        return tr("one is below: {first}", first=first)
    return tr_count(
        "{count} is below: {names}", "{count} are below: {names}", len(below), names=", ".join(card.title for card in below)
    )


def _card(scope: Scope, inputs: Inputs, measure: str) -> Card:
    values = [COMPUTED[measure](Known(scope.settings, reading, tuple(inputs.paid))) for reading in inputs.readings]
    value, goal = values[-1], scope.settings.goals[measure]
    return Card(
        key=measure,
        title=TITLES[measure],
        words=value.words,
        of=value.of,
        state=state(value.amount, goal, less_is_better=measure in LESS_IS_BETTER),
        must_words=goal_words(scope, measure, goal.must),
        target_words=goal_words(scope, measure, goal.target).removeprefix(_UNDER),
        must=goal.must,
        target=goal.target,
        course=_course(scope, inputs, measure, values),
        change=_received(scope, inputs) if measure == "applications" else _change(scope, measure, values),
        parts=value.parts,
        more_is_better=measure not in LESS_IS_BETTER,
        behind=_behind(scope, inputs, measure, value),
    )


def _course(scope: Scope, inputs: Inputs, measure: str, values: Sequence[Value]) -> tuple[float | None, ...]:
    """As of each of the days; of applications, which begin anew each month, those of the seven days where weeks are shown."""
    if measure == "applications" and not scope.options.months:
        return tuple(float(reading.received_week) for reading in inputs.readings)
    return tuple(each.amount for each in values)


def _received(scope: Scope, inputs: Inputs) -> str:
    """The applications of the week beside those of the one before; or of the month to the day, beside as many days of the one before."""
    if scope.options.months:
        change = inputs.readings[-1].received_month - inputs.readings[-2].received_month
        return tr("{arrow} {change} vs a month ago", arrow=_arrow(change), change=signed(change))
    now, before = (reading.received_week for reading in (inputs.readings[-1], inputs.readings[-2]))
    change = now - before
    return tr("{arrow} {count} in 7 days, {change}", arrow=_arrow(change), count=figure(now), change=signed(change))


def _behind(scope: Scope, inputs: Inputs, measure: str, value: Value) -> Behind | None:
    return None if value.amount is None and not value.parts else opens(scope, inputs.readings[-1], measure)


def state(amount: float | None, goal: Goal, *, less_is_better: bool) -> State:
    """On target at or beyond the target, close between must and target, below short of the must; where less is better over it."""
    if amount is None:
        return "No data"
    if less_is_better:
        return "On target" if amount <= goal.target else "Close" if amount <= goal.must else "Over"
    return "On target" if amount >= goal.target else "Close" if amount >= goal.must else "Below"


def goal_words(scope: Scope, measure: str, amount: float) -> str:
    """A must or target as the measure is written: 50, 40%, under €500, 3 : 1."""
    if measure in _SHARES:
        words = short_percent(amount)
    elif measure in _MONEY:
        words = priced(sign(scope.settings.currency), figure(amount))
    else:
        words = f"{short_figure(amount)} : 1" if measure == "lifetime_to_cost" else short_figure(amount)
    return f"{_UNDER}{words}" if measure in LESS_IS_BETTER else words


def _change(scope: Scope, measure: str, values: Sequence[Value]) -> str:
    back = _BACK_MONTHS if scope.options.months else _BACK
    now, before = values[-1].amount, values[-1 - back].amount if len(values) > back else None
    if now is None or before is None:
        return ""
    arrow, words = _arrow(now - before), _signed(scope, measure, now - before)
    if scope.options.months:
        return tr("{arrow} {change} in {months} months", arrow=arrow, change=words, months=back)
    return tr("{arrow} {change} in {weeks} weeks", arrow=arrow, change=words, weeks=back)


def _arrow(change: float) -> str:
    return "↑" if change > 0 else "↓" if change < 0 else "→"


def _signed(scope: Scope, measure: str, change: float) -> str:
    mark = "+" if change > 0 else "−" if change < 0 else "±"
    size = abs(change)
    if measure in _SHARES:
        return (
            tr("{mark}{size} pt", mark=mark, size=figure(size * 100, 1))
            if size < 0.01 and size
            else tr("{mark}{size} pt", mark=mark, size=figure(size * 100))
        )
    if measure in _MONEY:
        return f"{mark}{priced(sign(scope.settings.currency), figure(size))}"
    return f"{mark}{figure(size, int(measure in ('referrals', 'lifetime_to_cost')))}"


_METHOD = (
    tr("At or beyond the target is on target, between must and target is close; where less is better the order is reversed."),
    tr("Customers are those of today; seven, thirty and ninety days are counted to the end of the day that the board is of."),
    tr("Fit and net promoter score are of the answers of the calendar month to date. No share is said of fewer than ten."),
    tr(
        "Cost per new customer is what was entered as spend for the three months that ended last ÷ payers who first paid in them."
    ),
    tr(
        "Lifetime value is what everybody who ever paid has paid net, per payer. Amounts without a rate are left out and named."
    ),
)


def read(
    connection: Connection, settings: TeamSettings, period: Period, owner: str | None, today: date, options: Options = PLAIN
) -> Inputs:
    """The readings of the weeks before a day, or of the months."""
    return goals.read(connection, settings, period, owner, today, options.months)


SPEC = ReportSpec(
    name="kpi",
    title=tr("KPI board"),
    heading=tr("KPI board"),
    cadence=DAILY,
    icon="chart",
    wide=True,
    read=read,
    of_team=True,
    figures=kpi,
    offers=frozenset({"months"}),
    read_chosen=read,
)
