"""What recurs: opening + new + expansion − contraction − churned = closing MRR, per currency, and failed payments that came after all."""

from collections import defaultdict

from journeydesk.domain.words import first_up, tr, tr_count
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.money.amounts import minor_unit
from journeydesk.reports.report import Scope
from journeydesk.storage.reports.weekly_read import WeeklyInputs

_KINDS = ("new", "expansion", "contraction", "churned")


def money_block(scope: Scope, inputs: WeeklyInputs) -> Table:
    """A line for each currency: sums of different ones are never mixed."""
    flows: dict[str, dict[str, int]] = defaultdict(dict)
    for flow in inputs.mrr_flows:
        flows[flow.currency][flow.kind] = flow.minor
    closing = {each.currency: each.minor for each in inputs.mrr}
    lines = []
    for currency in sorted(
        {*flows, *(code for code, minor in closing.items() if minor)}, key=lambda c: (c != scope.settings.currency, c)
    ):
        unit, moved = minor_unit(currency), flows.get(currency, {})
        net = sum(moved.values())
        end = closing.get(currency, 0)
        amounts = [unit.signed(moved[kind]) if moved.get(kind) else "±0" for kind in _KINDS]
        lines.append(Line((currency, unit.words(end - net), *amounts, unit.signed(net) if net else "±0", unit.words(end))))
    heads = (tr("Opening"), tr("New"), tr("Expansion"), tr("Contraction"), tr("Churned"), tr("Net"), tr("Closing"))
    columns = (
        Column(tr("MRR")),
        *(Column(head, number=True, look="strong" if head == tr("Closing") else "plain", width=56) for head in heads),
    )
    failed, recovered = inputs.recovered
    note = (
        tr_count(
            "{recovered} of {count} failed payment recovered",
            "{recovered} of {count} failed payments recovered",
            failed,
            recovered=recovered,
        )
        if failed
        else tr("no payment failed this week")
    )
    return Table(
        title=_title(scope, flows), note=note, columns=columns, lines=tuple(lines), counted=tr("currencies"), part=tr("MRR")
    )


def _title(scope: Scope, flows: dict[str, dict[str, int]]) -> str:
    currency = scope.settings.currency
    net = sum(flows.get(currency, {}).values())
    unit = minor_unit(currency)
    if not net:
        return tr("MRR stayed where it was")
    amount = unit.words(abs(net))
    return first_up(tr("MRR rose by {amount}", amount=amount) if net > 0 else tr("MRR fell by {amount}", amount=amount))
