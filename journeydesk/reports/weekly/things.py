"""The three things to do: of each kind the one that matters most, the largest amounts first."""

from datetime import date, timedelta

from journeydesk.domain.time import day_in_words, day_of
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.reports.behind import behind, these
from journeydesk.reports.blocks.tasks import Task, Tasks
from journeydesk.reports.money.amounts import minor_unit
from journeydesk.reports.pipeline.blocks import reason_words
from journeydesk.reports.pipeline.facts import PipelineFacts
from journeydesk.reports.report import Scope
from journeydesk.reports.shared.shares import Share
from journeydesk.reports.weekly.facts import DealFigures
from journeydesk.storage.reports.weekly_read import WeeklyInputs

_MOST = 3
_MOST_RISKS = 2


def things(scope: Scope, inputs: WeeklyInputs, deals: DealFigures | None) -> Tasks:
    """A failed payment, the applications that wait, the largest deals at risk: whatever of these there is, three in all."""
    today = scope.now.astimezone(scope.settings.time_zone).date()
    tasks = [
        *_risks(scope, today, None if deals is None else deals.facts)[:1],
        *_payers(scope, inputs, today),
        *_waiting(scope, inputs, today),
    ]
    tasks += _risks(scope, today, None if deals is None else deals.facts)[1:_MOST_RISKS]
    if len(tasks) < _MOST:
        tasks += _planless(scope, inputs, None if deals is None else deals.facts)
    return Tasks(
        title=tr("Three things to do this week") if len(tasks) >= _MOST else "", tasks=tuple(tasks[:_MOST]), part=tr("To do")
    )


def _risks(scope: Scope, today: date, facts: PipelineFacts | None) -> list[Task]:
    if facts is None:
        return []
    return [
        Task(
            tr("Call {company}", company=deal.company),
            tr("{reason}. {worth}.", reason=reason_words(deal, today, scope), worth=facts.worth_words(deal.revenue)),
            deal.owner or tr("nobody yet"),
            tr("today"),
            these((deal.prospect,), deal.company),
        )
        for deal in facts.deals.risks.first
    ]


def _payers(scope: Scope, inputs: WeeklyInputs, today: date) -> list[Task]:
    for payer in inputs.troubles:
        day = day_of(payer.at, scope.settings.time_zone)
        worth = "" if payer.mrr is None else minor_unit(payer.currency or scope.settings.currency).words(payer.mrr)
        if payer.kind == "failed":
            title = tr("Ask {company} about the failed payment", company=payer.company)
            reason = tr(
                "The payment of {day} failed; {worth} a month is at stake.",
                day=day_in_words(day, today),
                worth=worth or tr("its MRR"),
            )
            return [Task(title, reason, payer.owner or tr("nobody yet"), tr("today"), these((payer.prospect,), payer.company))]
    for payer in inputs.troubles:
        day = day_of(payer.at, scope.settings.time_zone)
        title = tr("Agree with {company} what comes after the trial", company=payer.company)
        reason = tr("The trial ends {day}.", day=day_in_words(day, today))
        due = tr("by {day}", day=day_in_words(day - timedelta(days=1), today))
        return [Task(title, reason, payer.owner or tr("nobody yet"), due, these((payer.prospect,), payer.company))]
    return []


def _waiting(scope: Scope, inputs: WeeklyInputs, today: date) -> list[Task]:
    waiting = inputs.waiting
    if not waiting.count or waiting.oldest is None:
        return []
    oldest = day_of(waiting.oldest, scope.settings.time_zone)
    title = tr_count("Decide the {count} application that waits", "Decide the {count} applications that wait", waiting.count)
    share = Share(waiting.accepted, waiting.received)
    parts = [tr("The oldest came in on {day}.", day=day_in_words(oldest, today))]
    if waiting.received:
        words = tr("{accepted} of the last {n} were accepted", accepted=figure(waiting.accepted), n=figure(waiting.received))
        parts.append(f"{words}, {share.words}." if share.value is not None else f"{words}.")
    due = scope.settings.calendar.days.add(today, 1)
    opened = behind("applications that wait", tr("applications that wait"), {})
    return [
        Task(title, " ".join(parts), waiting.owner or tr("nobody yet"), tr("by {day}", day=day_in_words(due, today)), opened)
    ]


def _planless(scope: Scope, inputs: WeeklyInputs, facts: PipelineFacts | None) -> list[Task]:
    coverage = inputs.coverage
    if facts is None or coverage is None or coverage.deals == coverage.with_step:
        return []
    count = coverage.deals - coverage.with_step
    title = tr_count("Plan a next step for {count} open deal", "Plan a next step for {count} open deals", count)
    reason = tr("{planned} of {deals} open deals have one.", planned=figure(coverage.with_step), deals=figure(coverage.deals))
    today = scope.now.astimezone(scope.settings.time_zone).date()
    values = {"open_names": facts.deals.stages.open_names, "today": today.isoformat()}
    return [
        Task(title, reason, "", tr("this week"), behind("deals without a step", tr("open deals without a next step"), values))
    ]
