"""Onboarding out of plain rows (docs/interface.md, "Onboarding")."""

from collections.abc import Sequence
from datetime import datetime

from journeydesk.domain.periods import short_weekday
from journeydesk.domain.time import day_in_words, moment_of
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.reports.behind import Behind, behind
from journeydesk.reports.blocks.bars import Bar, Bars
from journeydesk.reports.blocks.columns import Columns, Stand
from journeydesk.reports.blocks.steps import OneStep, Steps, StepState
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.tiles import Tiles
from journeydesk.reports.money.amounts import capital, count_words
from journeydesk.reports.onboarding.measures import (
    ACCESS,
    ACCESS_MINUTES,
    PAID,
    assessed_of,
    minutes_to_access,
    onboarded,
    these,
    tiles,
)
from journeydesk.reports.report import JOURNEYS, Report, ReportSpec, Scope, head
from journeydesk.reports.shared.shares import Share
from journeydesk.storage.reports.onboarding import FAILURE, JOURNEY, SUCCESS, Customer, Inputs, read

_SHOWN_TIMES, _SHOWN_WAITING = 18, 8
_CONTENT = "content_generated"
_NAMES = (tr("Assessment"), tr("Payment"), tr("Automation"), tr("Content"), tr("Data storage"), tr("Platform access"))


def onboarding(scope: Scope, inputs: Inputs) -> Report:
    """The whole report."""
    steps = states(inputs)
    return Report(
        head=head(
            "onboarding", tr("Onboarding"), scope, _lead(inputs), tr("Summary, customers"), JOURNEYS.first_day(scope.period)
        ),
        tiles=Tiles(tiles=tiles(scope, inputs), shown=5),
        blocks=(_steps(scope, inputs, steps), _times(inputs), _through(inputs), _waiting(scope, inputs)),
        method=_METHOD,
    )


def _lead(inputs: Inputs) -> str:
    paid = len(inputs.paid)
    if not inputs.accepted and not paid:
        return tr("Nobody was accepted and nobody paid in 90 days.")
    done = sum(onboarded(each) for each in inputs.paid)
    waiting = [each for each in inputs.paid if ACCESS not in each.steps]
    first = tr("{done} of {paid} who paid came through without a stop.", done=figure(done), paid=figure(paid))
    if not waiting:
        return first
    second = tr_count(
        "{count} customer paid and has no access yet.", "{count} customers paid and have no access yet.", len(waiting)
    )
    return f"{first} {second}"


def states(inputs: Inputs) -> tuple[StepState, ...]:
    """Each step by its last events: it does not work where it failed after it was last seen working; after such a one, steps that were
    not seen working since wait for it."""
    found: list[StepState] = []
    broken: str | None = None
    for step in SUCCESS:
        seen = inputs.seen[step]
        if seen.failed is not None and (seen.worked is None or seen.failed > seen.worked) and step != PAID:
            found.append("not working")
            broken = broken or seen.failed
        elif seen.worked is None:
            found.append("not seen")
        else:
            found.append("waiting" if broken is not None and seen.worked < broken and step != SUCCESS[0] else "working")
    return tuple(found)


def _ago(at: str, now: datetime, scope: Scope) -> str:
    moment = moment_of(at)
    minutes = (now - moment).total_seconds() / 60
    if 0 <= minutes < 60:
        return tr("{minutes} min ago", minutes=int(minutes))
    local = moment.astimezone(scope.settings.time_zone)
    return f"{short_weekday(local)} {day_in_words(local.date(), now.date())}, {local:%H:%M}"


def _steps(scope: Scope, inputs: Inputs, found: Sequence[StepState]) -> Steps:
    journey = scope.settings.journey(JOURNEY)
    working = sum(each == "working" for each in found)
    bad = [name for name, each in zip(_NAMES, found, strict=True) if each == "not working"]
    steps = []
    for number, (step, name, each) in enumerate(zip(SUCCESS, _NAMES, found, strict=True), 1):
        seen = inputs.seen[step]
        shown = tr("never") if seen.worked is None else _ago(seen.worked, scope.now, scope)
        here = inputs.standing.get(number, 0)
        about = tr_count("{count} stands here", "{count} stand here", here) if here else ""
        if each == "waiting" and bad:
            about = tr("waits for {name}", name=bad[0])
        elif each == "not working" and seen.failed is not None:
            about = tr("failed {when}", when=_ago(seen.failed, scope.now, scope))
        steps.append(OneStep(number, name, each, shown, about, _standing(journey.name if journey else "", number, name)))
    title = tr("{working} of six steps work", working=capital(count_words(working)))
    if bad:
        title = tr("{title}; {names} failed last", title=title, names=", ".join(bad))
    return Steps(title=title, note=tr("by the events that came"), part=tr("Steps"), steps=tuple(steps))


def _standing(journey: str, number: int, name: str) -> Behind | None:
    return behind("stands in", name, {"journey": journey, "stage": number}) if journey else None


def _times(inputs: Inputs) -> Columns:
    """Minutes from payment to access of the customers who paid last, oldest first."""
    timed = [(each, minutes) for each in inputs.paid if (minutes := minutes_to_access(each)) is not None]
    timed.sort(key=lambda each: each[0].steps[PAID])
    late = sum(minutes > ACCESS_MINUTES for _, minutes in timed)
    shown = timed[-_SHOWN_TIMES:]
    stands = tuple(
        Stand(
            "",
            round(minutes),
            "outlined" if minutes > ACCESS_MINUTES else "current",
            customer.company,
            tr("{company}: {minutes} min", company=customer.company, minutes=round(minutes)),
            these([customer], customer.company),
        )
        for customer, minutes in shown
    )
    within = len(timed) - late
    title = tr(
        "{within} of {all} had access within {limit} minutes",
        within=capital(count_words(within)),
        all=count_words(len(timed)),
        limit=ACCESS_MINUTES,
    )
    return Columns(
        title=title if timed else tr("Nobody paid and got access in 90 days"),
        note=tr("minutes from payment to access, newest at the right"),
        part=tr("Payment to access"),
        names=tr("Customer"),
        measure=tr("Minutes"),
        bars=stands,
        target=float(ACCESS_MINUTES),
    )


def _waiting(scope: Scope, inputs: Inputs) -> Table:
    """Who paid and has no access, longest first."""
    waiting = sorted((each for each in inputs.paid if ACCESS not in each.steps), key=lambda each: each.steps[PAID])
    lines = [
        Line(
            (each.company, _done(each), _stands(each), _since(each.steps[PAID], scope.now), each.owner or "–"),
            these([each], each.company),
        )
        for each in waiting[:_SHOWN_WAITING]
    ]
    if len(waiting) > _SHOWN_WAITING:
        more = tr("and {count} more", count=len(waiting) - _SHOWN_WAITING)
        lines.append(Line((more, "", "", "", ""), these(waiting, tr("paid and have no access")), total=True))
    columns = (
        Column(tr("Customer")),
        Column(tr("Steps done"), look="quiet", width=60),
        Column(tr("Where it stands")),
        Column(tr("Waiting"), number=True, width=50),
        Column(tr("Owner"), width=84),
    )
    number = capital(count_words(len(waiting)))
    title = tr_count(
        "{number} customer paid and has no access yet",
        "{number} customers paid and have no access yet",
        len(waiting),
        number=number,
    )
    return Table(
        title=title if waiting else tr("Everybody who paid has access"),
        note=tr("longest first"),
        part=tr("Waiting for access"),
        columns=columns,
        lines=tuple(lines),
        counted=tr("customers"),
    )


def _done(customer: Customer) -> str:
    return " ".join(str(number) for number, step in enumerate(SUCCESS, 1) if step in customer.steps) or "–"


def _stands(customer: Customer) -> str:
    for name, step in zip(_NAMES, SUCCESS, strict=True):
        if FAILURE.get(step) in customer.failed and step not in customer.steps:
            return tr("{name} failed", name=name)
    following = next((name for name, step in zip(_NAMES, SUCCESS, strict=True) if step not in customer.steps), _NAMES[-1])
    return tr("{name} is next", name=following)


def _since(at: str, now: datetime) -> str:
    minutes = max(0, int((now - moment_of(at)).total_seconds() / 60))
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    return tr("{hours} h", hours=minutes // 60) if minutes < 48 * 60 else tr("{days} d", days=minutes // 1440)


def _through(inputs: Inputs) -> Bars:
    """How far they came: of the accepted who finished the assessment, of those who paid, and so on."""
    assessed = assessed_of(inputs.accepted)
    paid_of_assessed = [each for each in assessed if PAID in each.steps]
    access = [each for each in inputs.paid if ACCESS in each.steps]
    content = [each for each in inputs.paid if _CONTENT in each.steps]
    parts = (
        (tr("Assessment finished"), Share(len(assessed), len(inputs.accepted)), tr("accepted"), assessed),
        (tr("Payment made"), Share(len(paid_of_assessed), len(assessed)), tr("assessed"), paid_of_assessed),
        (tr("Access given"), Share(len(access), len(inputs.paid)), tr("paid"), access),
        (tr("First content"), Share(len(content), len(inputs.paid)), tr("paid"), content),
    )
    unseen = inputs.seen[_CONTENT].worked is None
    bars = tuple(
        Bar(name, None, tr("no data"))
        if unseen and who is content
        else Bar(name, share.value, _of(share, whole), behind=these(who, name))
        for name, share, whole, who in parts
    )
    worst = min((bar for bar in bars if bar.length is not None), key=lambda bar: bar.length or 0.0, default=None)
    title = (
        tr("Most are lost at: {name}, {words}", name=worst.name, words=worst.words)
        if worst
        else tr("Fewer than ten went through")
    )
    return Bars(
        title=title,
        note=tr("accepted or paid in 90 days, n = {count}", count=len(inputs.accepted)),
        part=tr("Steps passed"),
        names=tr("Step"),
        measure=tr("Share"),
        bars=bars,
    )


def _of(share: Share, whole: str) -> str:
    if share.value is None:
        return f"{share.words} {whole}" if share.n else tr("no data")
    return f"{share.words}, {share.parted_words} {whole}"


_METHOD = (
    tr(
        "Accepted and paid are counted in the 90 days to the end of the period; test customers of the end-to-end check are left out."
    ),
    tr("Onboarded without a stop: paid, has access, and neither automation nor content failed for them."),
    tr("Payment to access is the median of minutes from the first payment to access; the limit is ten."),
    tr("Needed help: a support ticket or a touchpoint of type Support within a week of paying."),
    tr("A step does not work where its last event is a failure; steps after it that were not seen working since then wait."),
    tr("No share is said of fewer than ten."),
)

SPEC = ReportSpec(
    name="onboarding",
    title=tr("Onboarding"),
    heading=tr("Onboarding"),
    cadence=JOURNEYS,
    icon="steps",
    read=read,
    figures=onboarding,
    wide=True,
)
