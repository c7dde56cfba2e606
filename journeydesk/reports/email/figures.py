"""E-mail of a month out of plain facts (docs/interface.md, "Gated content and e-mail"; docs/rules.md, "E-mail")."""

from collections.abc import Sequence
from dataclasses import replace

from journeydesk.domain.mail.rates import MailFact, Rate, TemplateRates, rates
from journeydesk.domain.periods import month_name
from journeydesk.domain.words import figure, named, percent, short_percent, tr
from journeydesk.reports.blocks.bars import Bar, Bars
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.tiles import State, Tile, Tiles, state_words
from journeydesk.reports.judging import FEWEST, delta
from journeydesk.reports.report import MONTHLY, Report, ReportSpec, Scope, head
from journeydesk.storage.reports.email import Inputs, Mails, read


def email(scope: Scope, inputs: Inputs) -> Report:
    """The whole report: replies first."""
    lines = rates(inputs.month.all, scope.settings.mail.targets)
    return Report(
        head=head("email", tr("E-mail"), scope, _lead(inputs.month.all, lines), tr("Summary, templates")),
        tiles=Tiles(tiles=_tiles(scope, inputs)),
        blocks=(_replies(lines), _templates(lines), _clicks(lines)),
        method=_METHOD,
    )


def share(count: int, among: int) -> float | None:
    """As a fraction; None for fewer than ten."""
    return count / among if among >= FEWEST else None


def _words(count: int, among: int) -> str:
    known = share(count, among)
    if not among:
        return tr("no data")
    return tr("{part} of {n}", part=figure(count), n=figure(among)) if known is None else percent(known)


def _lead(facts: Sequence[MailFact], lines: Sequence[TemplateRates]) -> str:
    if not facts:
        return tr("No mail was sent in this month: no data.")
    arrived = [fact for fact in facts if not fact.bounced]
    replies = sum(fact.replied for fact in arrived)
    below = [named(line.title) for line in lines if line.replies.among >= FEWEST and line.replies.reached is False]
    first = tr("{sent} mails were sent, {replies} of them answered.", sent=figure(len(facts)), replies=figure(replies))
    return f"{first} {tr('Below their target for answers: {names}.', names=', '.join(below))}" if below else first


def _tiles(scope: Scope, inputs: Inputs) -> tuple[Tile, ...]:
    versus = month_name(scope.before.first)
    now, before = (_sums(facts) for facts in (inputs.month, inputs.before))

    def rate(title: str, name: str, among: str) -> Tile:
        change = (
            delta(share(now[name], now[among]), share(before[name], before[among]), 100, 0, tr(" pt"), versus)
            if now[among]
            else ""
        )
        of = f"n = {figure(now[among])}" if now[among] else ""
        return Tile(title, _words(now[name], now[among]), of, "–", change, "No data")

    sent = Tile(
        tr("Sent"),
        figure(now["sent"]) if now["sent"] else tr("no data"),
        "",
        "–",
        delta(now["sent"], before["sent"], 1, 0, "", versus) if before["sent"] else "",
        "No data",
    )
    return (
        rate(tr("Answered"), "replied", "arrived"),
        sent,
        rate(tr("Clicked"), "clicked", "our arrived"),
        replace(rate(tr("Opened"), "opened", "agreed"), note=tr("of those who agreed")),
        rate(tr("Came back"), "bounced", "our sent"),
    )


def _sums(mails: Mails) -> dict[str, int]:
    arrived = [fact for fact in mails.all if not fact.bounced]
    ours = [fact for fact in mails.ours if not fact.bounced]
    agreed = [fact for fact in ours if fact.consents]
    return {
        "sent": len(mails.all),
        "arrived": len(arrived),
        "our sent": len(mails.ours),
        "our arrived": len(ours),
        "agreed": len(agreed),
        "replied": sum(fact.replied for fact in arrived),
        "clicked": sum(bool(fact.clicked) for fact in ours),
        "opened": sum(fact.opened for fact in agreed),
        "bounced": len(mails.ours) - len(ours),
    }


def _replies(lines: Sequence[TemplateRates]) -> Bars:
    bars = []
    for line in lines:
        count, among = line.replies.count, line.replies.among
        bars.append(Bar(named(line.title), share(count, among), f"{_words(count, among)}, n = {figure(among)}"))
    bars.sort(key=lambda bar: (-(bar.length or -1), bar.name))
    best = next((bar for bar in bars if bar.length is not None), None)
    return Bars(
        title=tr("{name} is answered most: {words}", name=best.name, words=best.words) if best else tr("Answers by template"),
        note=tr("answered, of those that arrived"),
        part=tr("Answers"),
        names=tr("Template"),
        measure=tr("Answered"),
        bars=tuple(bars),
        half=False,
    )


def _judged(rate: Rate) -> State:
    if rate.among < FEWEST or rate.reached is None or rate.share is None or rate.target is None:
        return "No data"
    return "On target" if rate.reached else "Close" if rate.share >= 0.9 * rate.target else "Below"


def _rate_cells(rate: Rate) -> tuple[str, str]:
    return _words(rate.count, rate.among), "–" if rate.target is None else short_percent(rate.target)


def _templates(lines: Sequence[TemplateRates]) -> Table:
    rows = []
    for line in lines:
        clicked = max((rate.count for rate in line.clicks), default=0)
        arrived = line.sent - line.bounced
        cells = (*_rate_cells(line.replies), _words(clicked, arrived) if line.clicks else "–", *_rate_cells(line.opens))
        rows.append(
            Line((named(line.title), figure(line.sent), figure(line.bounced), *cells, state_words(_judged(line.replies))))
        )
    heads = (tr("Sent"), tr("Came back"), tr("Answered"), tr("Target"), tr("Clicked"), tr("Opened"), tr("Target of opens"))
    return Table(
        title=tr("By template"),
        note=tr("opens only of those who agreed to be counted"),
        part=tr("Templates"),
        columns=(
            Column(tr("Template")),
            *(Column(words, number=True) for words in heads),
            Column(tr("Answers"), number=True, width=60),
        ),
        lines=tuple(rows),
        counted=tr("templates"),
    )


def _clicks(lines: Sequence[TemplateRates]) -> Table:
    rows = [
        Line((named(line.title), rate.measure, *_rate_cells(rate), state_words(_judged(rate))))
        for line in lines
        for rate in line.clicks
    ]
    columns = (
        Column(tr("Template")),
        Column(tr("Link", meaning="in a mail")),
        Column(tr("Clicked"), number=True),
        Column(tr("Target"), number=True),
        Column(tr("State"), width=60),
    )
    return Table(
        title=tr("Clicks by link") if rows else tr("No click came"),
        part=tr("Links"),
        columns=columns,
        lines=tuple(rows),
        counted=tr("links"),
    )


_METHOD = (
    tr("Answers are the measure: mail programs open by themselves, so opens are counted only of those who agreed."),
    tr("Rates are among the mails that did not come back; no share is said of fewer than ten."),
    tr("Mails of other programs are known by their events alone; an answer within 30 days, before the next mail, is theirs."),
    tr("Clicks, opens and what came back are known only of the mails that Journeydesk sent."),
)

SPEC = ReportSpec(
    name="email",
    title=tr("E-mail"),
    heading=tr("E-mail"),
    cadence=MONTHLY,
    icon="mail",
    read=read,
    of_team=True,
    figures=email,
)
