"""Coverage: whose accounts are looked after, whose not, and which payers need a word."""

from datetime import date

from journeydesk.domain.time import day_in_words, day_of, start_of
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.reports.behind import Behind, behind, these
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.money.amounts import capital, minor_unit
from journeydesk.reports.pipeline.facts import REVENUE_WORDS, PipelineFacts
from journeydesk.reports.report import Scope
from journeydesk.reports.shared.shares import Share
from journeydesk.storage.reports.pipeline import UNTOUCHED_DAYS
from journeydesk.storage.reports.weekly import Account, Coverage, Trouble
from journeydesk.storage.reports.weekly_read import WeeklyInputs


def accounts_blocks(scope: Scope, coverage: Coverage, facts: PipelineFacts) -> list[Block]:
    """Most and least touched, side by side; the share with a next step stands in their titles."""
    today = scope.now.astimezone(scope.settings.time_zone).date()
    planned = Share(coverage.with_step, coverage.deals)
    most = _accounts(scope, facts, coverage.most, today, tr("Touches"))
    least = _accounts(scope, facts, coverage.least, today, "")
    if coverage.untouched > len(least):
        left = coverage.untouched_revenue - sum(account.revenue for account in coverage.least)
        words = tr_count("and {count} more", "and {count} more", coverage.untouched - len(least))
        least.append(Line((words, "", facts.unit.words(left), ""), quiet_behind(scope, facts), total=True))
    title = (
        tr_count(
            "Nobody contacted {count} open deal worth {worth} for {days} days",
            "Nobody contacted {count} open deals worth {worth} for {days} days",
            coverage.untouched,
            worth=facts.worth_words(coverage.untouched_revenue),
            days=UNTOUCHED_DAYS,
        )
        if coverage.untouched
        else tr("Every open deal was contacted within {days} days", days=UNTOUCHED_DAYS)
    )
    return [
        Table(
            title=tr("{share} of the open deals have a next step", share=planned.words)
            if coverage.deals
            else tr("No open deals"),
            note=tr("{planned}; most touched this week", planned=planned.parted_words),
            columns=_columns(facts, tr("Touches")),
            lines=tuple(most),
            part=tr("Most touched"),
            counted=tr("deals"),
            half=True,
        ),
        Table(
            title=title,
            note=tr("least touched, by value"),
            columns=_columns(facts, tr("Last touch")),
            lines=tuple(least),
            part=tr("Least touched"),
            counted=tr("deals"),
            half=True,
        ),
    ]


def quiet_behind(scope: Scope, facts: PipelineFacts) -> Behind:
    """The open deals that nobody contacted for long."""
    today = scope.now.astimezone(scope.settings.time_zone).date()
    quiet = start_of(date.fromordinal(today.toordinal() - UNTOUCHED_DAYS), scope.settings.time_zone)
    words = tr("open deals, no contact for {days} days", days=UNTOUCHED_DAYS)
    return behind("deals not contacted", words, {"open_names": facts.deals.stages.open_names, "quiet_since": quiet})


def _columns(facts: PipelineFacts, last: str) -> tuple[Column, ...]:
    return (
        Column(tr("Company"), look="strong"),
        Column(tr("Owner"), look="quiet", width=58),
        Column(capital(REVENUE_WORDS[facts.revenue_is]), number=True, width=52),
        Column(last, number=True, width=42),
    )


def _accounts(scope: Scope, facts: PipelineFacts, accounts: object, today: date, head: str) -> list[Line]:
    assert isinstance(accounts, list | tuple)
    return [
        Line(
            (
                account.company,
                account.owner or "–",
                facts.unit.words(account.revenue),
                figure(account.touches) if head else _last_touch(scope, account, today),
            ),
            these((account.prospect,), account.company),
        )
        for account in accounts
    ]


def _last_touch(scope: Scope, account: Account | Trouble, today: date) -> str:
    if account.last_touch_at is None:
        return tr("never")
    return day_in_words(day_of(account.last_touch_at, scope.settings.time_zone), today)


def payers_block(scope: Scope, inputs: WeeklyInputs) -> Table:
    """Whose payment failed and whose trial ends, with what to do."""
    zone = scope.settings.time_zone
    today = scope.now.astimezone(zone).date()
    lines = tuple(
        Line(
            (
                payer.company,
                tr("Payment failed {day}", day=day_in_words(day_of(payer.at, zone), today))
                if payer.kind == "failed"
                else tr("Trial ends {day}", day=day_in_words(day_of(payer.at, zone), today)),
                "–" if payer.mrr is None else minor_unit(payer.currency or scope.settings.currency).words(payer.mrr),
                payer.owner or "–",
                _last_touch(scope, payer, today),
                tr("Ask for another card") if payer.kind == "failed" else tr("Agree what comes after it"),
            ),
            these((payer.prospect,), payer.company),
        )
        for payer in inputs.troubles
    )
    columns = (
        Column(tr("Company"), look="strong"),
        Column(tr("Why"), look="quiet", width=104),
        Column(tr("MRR"), number=True, width=44),
        Column(tr("Owner"), width=84),
        Column(tr("Last touch"), width=56),
        Column(tr("Next step"), width=106),
    )
    failed = sum(payer.kind == "failed" for payer in inputs.troubles)
    trials = len(inputs.troubles) - failed
    parts = []
    if failed:
        parts.append(tr_count("{count} payment failed", "{count} payments failed", failed))
    if trials:
        parts.append(tr_count("{count} trial ends within a week", "{count} trials end within a week", trials))
    title = ", ".join(parts) or tr("No payment failed and no trial ends within a week")
    return Table(
        title=title, note=tr("as of today"), columns=columns, lines=lines, counted=tr("payers"), part=tr("Payers at risk")
    )
