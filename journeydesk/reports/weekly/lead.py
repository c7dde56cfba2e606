"""The week in three sentences, each number as it stands in the tables."""

from journeydesk.domain.money import Money, converted
from journeydesk.domain.periods import month_name
from journeydesk.domain.words import tr, tr_count
from journeydesk.reports.money.amounts import capital, counted, minor_unit
from journeydesk.reports.pipeline.movement import LOST, NEW, WON
from journeydesk.reports.report import Scope
from journeydesk.reports.weekly.facts import DealFigures, Pace
from journeydesk.storage.reports.weekly_read import WeeklyInputs


def lead(scope: Scope, inputs: WeeklyInputs, deals: DealFigures | None, pace: Pace | None) -> str:
    """How the pipeline moved; what was won, lost and recurs; how the month goes and what is at risk."""
    if deals is None:
        return tr("The team has no deal journey, so there is no pipeline to report on.")
    return f"{_moved(deals)} {_closed(scope, inputs, deals)} {_outlook(deals, pace)}"


def _moved(deals: DealFigures) -> str:
    facts, movement = deals.facts, deals.movements[0]
    change, new = movement.closing[0] - movement.opening[0], movement.of(NEW)
    worth = facts.worth_words(movement.closing[0])
    amount = facts.unit.words(abs(change))
    if change > 0:
        words = tr("The pipeline grew by {amount} to {worth}", amount=amount, worth=worth)
    elif change < 0:
        words = tr("The pipeline fell by {amount} to {worth}", amount=amount, worth=worth)
    else:
        words = tr("The pipeline is worth {worth}, as a week before", worth=worth)
    if not new.count:
        return tr("{words}, without a new deal.", words=words)
    added = counted(new.count, tr("new deal"), tr("new deals"))
    return tr("{words}, with {added} worth {amount}.", words=words, added=added, amount=facts.unit.words(new.amount))


def _closed(scope: Scope, inputs: WeeklyInputs, deals: DealFigures) -> str:
    unit, movement = deals.facts.unit, deals.movements[0]
    won, lost = movement.of(WON), movement.of(LOST)
    first = (
        tr(
            "{count} won for {amount}",
            count=capital(counted(won.count, tr("deal was"), tr("deals were"))),
            amount=unit.words(-won.amount),
        )
        if won.count
        else tr("No deal was won")
    )
    second = (
        tr("{count} lost for {amount}", count=counted(lost.count, tr("was"), tr("were")), amount=unit.words(-lost.amount))
        if lost.count
        else tr("none was lost")
    )
    recurring = mrr_words(scope, inputs)
    return tr("{first} and {second}; {recurring}.", first=first, second=second, recurring=recurring)


def mrr_words(scope: Scope, inputs: WeeklyInputs) -> str:
    """MRR stands at €4,260, or that there is none; currencies without a rate are named."""
    settings = scope.settings
    amounts = [Money(each.minor, each.currency) for each in inputs.mrr if each.minor]
    if not inputs.mrr:
        return tr("there is no MRR yet")
    known = [each for each in amounts if each.currency == settings.currency or each.currency in settings.payments.rates]
    whole = converted(known, settings.payments.rates, settings.currency)
    minor = whole.minor if whole is not None else 0
    words = tr("MRR stands at {amount}", amount=minor_unit(settings.currency).words(minor))
    apart = [minor_unit(each.currency).words(each.minor) for each in amounts if each not in known]
    return tr("{words} and {apart} without a rate", words=words, apart=", ".join(apart)) if apart else words


def _outlook(deals: DealFigures, pace: Pace | None) -> str:
    risks = deals.facts.deals.risks
    risky = (
        tr_count(
            "{count} open deal worth {worth} is at risk",
            "{count} open deals worth {worth} are at risk",
            risks.count,
            worth=deals.facts.unit.words(risks.revenue),
        )
        if risks.count
        else tr("no open deal is at risk")
    )
    if pace is None or pace.ahead is None:
        return f"{capital(risky)}."
    month = month_name(pace.month.first)
    going = tr("{month} is ahead of pace", month=month) if pace.ahead else tr("{month} is behind pace", month=month)
    return f"{going}; {risky}."
