"""The deals that were won and lost, with cycle time, source and reason; of lost ones when they come back."""

from datetime import date

from journeydesk.domain.time import day_in_words, moment_of
from journeydesk.domain.words import tr, tr_count
from journeydesk.reports.behind import these
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.money.amounts import capital, counted
from journeydesk.reports.pipeline.facts import REVENUE_WORDS
from journeydesk.reports.pipeline.movement import LOST, WON
from journeydesk.reports.report import Scope
from journeydesk.reports.weekly.facts import DealFigures
from journeydesk.storage.reports.weekly import ClosedDeal
from journeydesk.storage.reports.weekly_read import WeeklyInputs

_REASONS = {
    "payment_succeeded": tr("Paid"),
    "purchase_made": tr("Bought"),
    "checkout_completed": tr("Checked out"),
    "application_rejected": tr("Application rejected"),
}


def closed_block(scope: Scope, inputs: WeeklyInputs, deals: DealFigures) -> Table:
    """Won ones first, then by what they are worth."""
    won_stages, today = deals.facts.deals.stages.won, scope.now.astimezone(scope.settings.time_zone).date()
    unit = deals.facts.unit
    lines = tuple(
        Line(
            (
                tr("Won") if deal.stage in won_stages else tr("Lost"),
                deal.company,
                deal.owner or "–",
                scope.words.shown("prospects", "source", deal.source) or "–",
                _cycle(deal),
                unit.words(deal.revenue),
                _reason(deal, deal.stage in won_stages, today),
            ),
            these((deal.prospect,), deal.company),
        )
        for deal in inputs.closed
    )
    columns = (
        Column("", look="strong", width=30),
        Column(tr("Company"), look="strong"),
        Column(tr("Owner"), look="quiet", width=84),
        Column(tr("Source"), look="quiet", width=66),
        Column(tr("Cycle"), number=True, width=34),
        Column(capital(REVENUE_WORDS[deals.facts.revenue_is]), number=True, look="strong", width=60),
        Column(tr("Reason"), width=104),
    )
    left = sum(deals.movements[0].of(kind).count for kind in (WON, LOST)) - len(lines)
    note = tr_count("and {count} more", "and {count} more", left) if left > 0 else ""
    return Table(
        title=_title(deals, inputs, today),
        note=note,
        columns=columns,
        lines=lines,
        counted=tr("deals"),
        part=tr("Won and lost"),
    )


def _title(deals: DealFigures, inputs: WeeklyInputs, today: date) -> str:
    unit, movement = deals.facts.unit, deals.movements[0]
    won, lost = movement.of(WON), movement.of(LOST)
    if not won.count and not lost.count:
        return tr("No deal was won or lost")
    parts = []
    if won.count:
        parts.append(tr("{count} for {amount}", count=counted(won.count, tr("won"), tr("won")), amount=unit.words(-won.amount)))
    if lost.count:
        parts.append(
            tr("{count} for {amount}", count=counted(lost.count, tr("lost"), tr("lost")), amount=unit.words(-lost.amount))
        )
    back = sum(_comes_back(deal, today) for deal in inputs.closed if deal.stage not in deals.facts.deals.stages.won)
    words = capital(", ".join(parts))
    if not back:
        return words
    again = tr_count("{count} of the lost comes back", "{count} of the lost come back", back)
    return f"{words}; {again}"


def _comes_back(deal: ClosedDeal, today: date) -> bool:
    return deal.follow_up is not None and deal.follow_up > today.isoformat()


def _cycle(deal: ClosedDeal) -> str:
    if deal.began is None or deal.began >= deal.at:
        return "–"
    return tr("{days} d", days=round((moment_of(deal.at) - moment_of(deal.began)).total_seconds() / 86_400))


def _reason(deal: ClosedDeal, is_won: bool, today: date) -> str:
    words = _REASONS.get(deal.reason, deal.reason.replace("_", " ").capitalize() if "_" in deal.reason else deal.reason)
    words = words or ("–" if is_won else tr("No reason given"))
    if is_won or not _comes_back(deal, today):
        return words
    return tr("{words} · reopen {day}", words=words, day=day_in_words(date.fromisoformat(deal.follow_up or ""), today))
