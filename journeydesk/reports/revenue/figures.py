"""Revenue and LTV of a month out of plain rows (docs/interface.md, "Revenue and LTV")."""

from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from journeydesk.domain.money import Money, in_words, sign
from journeydesk.domain.periods import Period, month_and_year, month_name, short_month
from journeydesk.domain.time import day_in_words, day_of, moment_text
from journeydesk.domain.words import figure, tr, tr_count, within
from journeydesk.reports.behind import Behind, behind, payers_of
from journeydesk.reports.blocks.bars import Bar, Bars
from journeydesk.reports.blocks.series import Curve, Level, Series
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.tiles import State, Tile, Tiles
from journeydesk.reports.judging import FEWEST
from journeydesk.reports.kpi.figures import goal_words
from journeydesk.reports.kpi.figures import state as goal_state
from journeydesk.reports.kpi.measures import COMPUTED, Known, acquisition_cost
from journeydesk.reports.money.amounts import minor_unit, whole_words
from journeydesk.reports.money.mrr_movement import WORDS, MrrMovement, mrr_movements, mrr_table, mrr_waterfall
from journeydesk.reports.report import MONTHLY, Report, ReportSpec, Scope, head
from journeydesk.storage.reports.revenue import ChangedPayer, Inputs, PaidBy, read

TeamBlock = TypeVar("TeamBlock", Bars, Table)


def revenue(scope: Scope, inputs: Inputs) -> Report:
    """The whole report."""
    team = scope.settings.currency
    movements = mrr_movements(inputs.opening, inputs.flows, inputs.closing, team)
    own, known = movements[0], Known(scope.settings, inputs.reading, tuple(inputs.paid))
    title = _title(own)
    return Report(
        head=head("revenue", tr("Revenue and LTV"), scope, _lead(own, known), tr("Summary, cohorts, changes")),
        tiles=Tiles(tiles=_tiles(scope, own, known, inputs)),
        blocks=(
            mrr_waterfall(own, title, _behind(scope, own)),
            _curve(scope, inputs),
            _of_team(scope, _by_source(scope, inputs)),
            _of_team(scope, _cohorts(scope, inputs)),
            _of_team(scope, _costs(scope, inputs)),
            mrr_table(movements),
            _changes(scope, inputs),
        ),
        method=(*_METHOD, *_notes(scope, inputs, movements)),
    )


def _of_team(scope: Scope, block: TeamBlock) -> TeamBlock:
    """The same, and that it is the team's, where one rep's figures stand around it."""
    if scope.owner is None:
        return block
    return replace(block, note=f"{block.note}; {tr('the whole team')}" if block.note else tr("the whole team"))


def _title(own: MrrMovement) -> str:
    unit = minor_unit(own.currency)
    if not own.opening[1] and not own.closing[1] and not own.net:
        return tr("No subscription in {currency} yet", currency=sign(own.currency).strip())
    if not own.net:
        return tr("MRR stayed at {amount}", amount=unit.words(own.closing[0]))
    kind, amount, _ = max(own.kinds, key=lambda each: each[1] if own.net > 0 else -each[1])
    words = {"cause": within(WORDS[kind]), "amount": unit.words(abs(own.net)), "part": unit.signed(amount)}
    if own.net > 0:
        return tr("MRR grew {amount}, mostly {cause} ({part})", **words)
    return tr("MRR fell {amount}, mostly {cause} ({part})", **words)


def _lead(own: MrrMovement, known: Known) -> str:
    ltv, ratio = COMPUTED["lifetime_to_cost"](known), acquisition_cost(known)
    value = ltv.parts[0][1]
    first = f"{_title(own)}."
    second = tr("Who ever paid has paid {value} on average.", value=value)
    return f"{first} {second}" if ratio is not None else f"{first} {second} {tr('What was spent is not entered.')}"


def _span(scope: Scope) -> dict[str, str]:
    begins, ends = (moment_text(each) for each in scope.period.bounds(scope.settings.time_zone))
    return {"since": begins, "until": ends}


def _behind(scope: Scope, own: MrrMovement) -> dict[str, Behind]:
    counts = {kind: count for kind, _, count in own.kinds}
    span = _span(scope) | {"currency": scope.settings.currency}
    before, after = ({"until": span[end], "currency": span["currency"]} for end in ("since", "until"))
    return {
        "new": behind("new MRR", payers_of(tr("new MRR"), counts["new"]), span),
        "expansion": behind("more MRR", payers_of(tr("more MRR"), counts["expansion"]), span),
        "contraction": behind("less MRR", payers_of(tr("less MRR"), counts["contraction"]), span),
        "churned": behind("lost MRR", payers_of(tr("lost MRR"), counts["churned"]), span),
        "opening": behind("pays", payers_of(tr("paid a subscription before"), own.opening[1]), before),
        "closing": behind("pays", payers_of(tr("pay a subscription"), own.closing[1]), after),
    }


def _tiles(scope: Scope, own: MrrMovement, known: Known, inputs: Inputs) -> tuple[Tile, ...]:
    unit = minor_unit(own.currency)
    recurring, net_words = tr("Monthly recurring revenue"), unit.signed(own.net) if own.net else "±0"
    rep = known.together([(each.currency, each.minor) for each in inputs.closing]).known.minor
    cards = [
        _goal_tile(scope, known, "recurring_revenue", recurring, net_words)
        if scope.owner is None
        else Tile(recurring, whole_words(unit, rep), "", "–", net_words, "No data"),
        _goal_tile(scope, known, "lost_revenue", tr("Lost MRR in 30 days"), ""),
        _goal_tile(scope, known, "lifetime_to_cost", tr("Lifetime value to cost"), ""),
        _goal_tile(scope, known, "acquisition_cost", tr("Cost per new customer"), ""),
    ]
    rows = [
        Tile(WORDS[kind], unit.signed(amount) if amount else unit.words(0), str(count), "–", "", "No data")
        for kind, amount, count in own.kinds
    ]
    net = Tile(tr("Net"), unit.signed(own.net) if own.net else unit.words(0), "", "–", "", "No data")
    return (*cards, *rows, net)


def _goal_tile(scope: Scope, known: Known, measure: str, title: str, change: str) -> Tile:
    value, goal = COMPUTED[measure](known), scope.settings.goals[measure]
    less = measure in ("lost_revenue", "acquisition_cost")
    judged: State = goal_state(value.amount, goal, less_is_better=less)
    of = value.of if scope.owner is None else ", ".join(words for words in (value.of, tr("the whole team")) if words)
    return Tile(title, value.words, of, goal_words(scope, measure, goal.target), change, judged)


def _curve(scope: Scope, inputs: Inputs) -> Series:
    known = Known(scope.settings, inputs.reading, tuple(inputs.paid))
    sums = [known.together([(each.currency, each.minor) for each in standings]).known.minor for _, standings in inputs.curve]
    begun = next((place for place, (_, standings) in enumerate(inputs.curve) if standings), len(sums))
    values = tuple(None if place < begun else float(minor) for place, minor in enumerate(sums))
    target = scope.settings.goals["recurring_revenue"].target * known.major
    return Series(
        title=tr("MRR at the end of each month"),
        note=tr("all payers, in {currency}", currency=sign(scope.settings.currency).strip()),
        part=tr("MRR by month"),
        labels=tuple(short_month(month.first) for month, _ in inputs.curve),
        curves=(Curve(tr("MRR"), values),),
        unit=minor_unit(scope.settings.currency),
        over=tr("Month"),
        levels=(Level(tr("target"), target),) if target else (),
        half=True,
    )


def _mean(known: Known, rows: list[PaidBy]) -> tuple[float | None, int, int]:
    """The mean net paid in minor units of the team's currency, of how many, and how many are left out for want of a rate."""
    totals = known.together([(row.currency, row.net) for row in rows])
    counted = sum(row.customers for row in rows if row.currency not in totals.missing)
    left = sum(row.customers for row in rows if row.currency in totals.missing)
    return (totals.known.minor / counted if counted else None), counted, left


def _by_source(scope: Scope, inputs: Inputs) -> Bars:
    known = Known(scope.settings, inputs.reading, tuple(inputs.paid))
    unit = minor_unit(scope.settings.currency)
    bars = []
    for source in sorted({row.group for row in inputs.sources}):
        mean, count, _ = _mean(known, [row for row in inputs.sources if row.group == source])
        name = scope.words.shown("prospects", "source", source) if source else tr("no source")
        few = mean is None or count < FEWEST
        words = tr("fewer than {fewest}", fewest=FEWEST) if few else whole_words(unit, mean or 0)
        bars.append(Bar(name, None if few else float(mean or 0), f"{words}, n = {count}"))
    bars.sort(key=lambda bar: (-(bar.length or -1), bar.name))
    best = next((bar for bar in bars if bar.length is not None), None)
    return Bars(
        title=tr("{source} customers are worth most", source=best.name) if best else tr("Lifetime value by source"),
        note=tr("net paid per customer so far"),
        part=tr("LTV by source"),
        names=tr("Source"),
        measure=tr("Net paid per customer"),
        bars=tuple(bars),
    )


def _month(period: Period) -> str:
    return month_and_year(period.first)


def _cohorts(scope: Scope, inputs: Inputs) -> Table:
    known = Known(scope.settings, inputs.reading, tuple(inputs.paid))
    unit = minor_unit(scope.settings.currency)
    lines = []
    for month, rows in inputs.cohorts:
        mean, count, left = _mean(known, list(rows))
        if not count and not left:
            continue
        total = 0 if mean is None else round(mean * count)
        each = "–" if mean is None else whole_words(unit, mean)
        span = {
            "since": moment_text(month.bounds(scope.settings.time_zone)[0]),
            "until": moment_text(month.bounds(scope.settings.time_zone)[1]),
        }
        words = payers_of(tr("first paid in {month}", month=_month(month)), count)
        if left:
            words = tr("{who}; {left} more in a currency without a rate", who=words, left=figure(left))
        who = behind("paid first", words, span, of_team=True)
        lines.append(Line((_month(month), figure(count), whole_words(unit, total), each), who))
    columns = (
        Column(tr("First paid in")),
        Column(tr("Customers"), number=True, width=40),
        Column(tr("Net paid"), number=True, width=44),
        Column(tr("Per customer"), number=True, look="strong", width=48),
    )
    return Table(
        title=tr("Lifetime value by cohort"),
        note=tr("by the month of the first payment, net paid so far"),
        part=tr("LTV by cohort"),
        columns=columns,
        lines=tuple(lines),
        counted=tr("cohorts"),
        half=True,
    )


def _costs(scope: Scope, inputs: Inputs) -> Table:
    """Spend of the month by source, what it brought, and what each cost."""
    spend = scope.settings.spend.get(scope.period.name, {})
    folded = {source.casefold(): amount for source, amount in spend.items()}
    names = {**{source.casefold(): source for source in spend}}
    for source in (*inputs.applied_by_source, *inputs.first_by_source):
        if source:
            names.setdefault(source.casefold(), source)
    lines = [_cost_line(scope, inputs, names[key], folded.get(key)) for key in sorted(names)]
    columns = (
        Column(tr("Source")),
        *(
            Column(words, number=True, width=width)
            for words, width in (
                *((tr("Spend"), 38), (tr("Applied"), 36), (tr("Per applicant"), 46)),
                *((tr("Customers"), 46), (tr("Per customer"), 44)),
            )
        ),
    )
    title = (
        tr("What was spent in {month}, and what it brought", month=month_name(scope.period.first))
        if spend
        else tr("Nothing was entered as spend in {month}", month=month_name(scope.period.first))
    )
    return Table(
        title=title,
        note=tr("cost per application and per new customer"),
        part=tr("Spend"),
        columns=columns,
        lines=tuple(lines),
        counted=tr("sources"),
        half=False,
    )


def _cost_line(scope: Scope, inputs: Inputs, source: str, spent: Decimal | None) -> Line:
    currency = scope.settings.currency
    unit, size = minor_unit(currency), 10 ** minor_unit(currency).decimals
    applied = next((count for name, count in inputs.applied_by_source.items() if name.casefold() == source.casefold()), 0)
    won = next((count for name, count in inputs.first_by_source.items() if name.casefold() == source.casefold()), 0)

    def each(count: int) -> str:
        return "–" if spent is None or not count else unit.words(round(float(spent) * size / count))

    words = "–" if spent is None else whole_words(unit, float(spent) * size)
    name = scope.words.shown("prospects", "source", source)
    return Line((name, words, figure(applied), each(applied), figure(won), each(won)))


def _changes(scope: Scope, inputs: Inputs) -> Table:
    zone = scope.settings.time_zone
    lines = tuple(_change_line(each, day_in_words(day_of(each.at, zone))) for each in inputs.steps)
    columns = (
        Column(tr("Customer"), look="strong"),
        Column(tr("Kind"), look="quiet", width=80),
        Column(tr("Day"), width=80),
        Column(tr("Change"), number=True, width=80),
        Column(tr("MRR after"), number=True, width=80),
    )
    return Table(
        title=tr("What changed the MRR"),
        note=tr("largest first"),
        part=tr("Changes"),
        columns=columns,
        lines=lines,
        counted=tr("changes"),
    )


def _change_line(step: ChangedPayer, day: str) -> Line:
    kind = (
        "new"
        if step.minor == step.change
        else "churned"
        if not step.minor
        else "expansion"
        if step.change > 0
        else "contraction"
    )
    unit = minor_unit(step.currency)
    name = step.company or tr("nobody’s: {payer}", payer=step.payer)
    who = None if step.prospect is None else behind("these", name, {"prospects": f"[{step.prospect}]"})
    return Line((name, WORDS[kind], day, unit.signed(step.change), unit.words(step.minor)), who)


def _notes(scope: Scope, inputs: Inputs, movements: list[MrrMovement]) -> list[str]:
    notes = []
    rates = scope.settings.payments.rates
    missing = [each.currency for each in movements if each.currency != scope.settings.currency and each.currency not in rates]
    if missing:
        notes.append(tr("{currencies} have no rate: they stand on their own and are in no sum.", currencies=", ".join(missing)))
    if inputs.unmatched:
        amounts = ", ".join(in_words(Money(each.minor, each.currency)) for each in inputs.unmatched)
        payers = sum(each.payers for each in inputs.unmatched)
        notes.append(
            tr_count(
                "{count} payer is nobody’s prospect, with an MRR of {amounts}: link it under Money in the settings.",
                "{count} payers are nobody’s prospect, with an MRR of {amounts}: link them under Money in the settings.",
                payers,
                amounts=amounts,
            )
        )
    return notes


_METHOD = (
    tr("MRR is read off Stripe’s subscriptions and invoices; a change of price counts from the invoice that first bills it."),
    tr("New is from nothing, also of who comes back; churned is to nothing. No sum mixes currencies."),
    tr("Lifetime value is net paid: charges less refunds and lost disputes, with what was paid outside of Stripe."),
    tr("Cost per new customer is the spend of the three months that ended last ÷ payers who first paid in them."),
)

SPEC = ReportSpec(
    name="revenue",
    title=tr("Revenue and LTV"),
    heading=tr("Revenue and LTV"),
    cadence=MONTHLY,
    icon="trend",
    read=read,
    figures=revenue,
)
