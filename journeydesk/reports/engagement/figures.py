"""The weekly engagement report out of plain rows (docs/rules.md, "Engagement")."""

from collections.abc import Sequence
from datetime import date

from journeydesk.domain.periods import TWO_LETTERS
from journeydesk.domain.time import moment_text
from journeydesk.domain.words import figure, percent, short_percent, tr, tr_count
from journeydesk.reports.behind import behind, requests_of, these
from journeydesk.reports.blocks.columns import Columns, Stand, Tone
from journeydesk.reports.blocks.series import Curve, Level, Series
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.tiles import Tile, Tiles
from journeydesk.reports.judging import delta, state_of
from journeydesk.reports.report import WEEKLY, Report, ReportSpec, Scope, brief, head
from journeydesk.reports.scale import Unit
from journeydesk.reports.shared.shares import Share
from journeydesk.storage.reports.engagement import Customer, EngagementInputs, UseDay, read

_SHOWN = 10
_LEAST_CALLS = 20
"""Below so many calls a week halves and failures say nothing (`alerts.usage_least_calls`)."""


def engagement(scope: Scope, inputs: EngagementInputs) -> Report:
    """The whole report."""
    now, before = (_days_of(inputs, place) for place in (-1, -2))
    active = Share(min(inputs.active[-1], inputs.customers), inputs.customers)
    return Report(
        head=head(
            "engagement", tr("Engagement"), scope, _lead(scope, inputs, active, now, before), tr("Summary, issues, customers")
        ),
        tiles=Tiles(tiles=_tiles(scope, inputs, active, now, before), shown=5),
        blocks=(_calls_per_day(scope, inputs), _weeks(scope, inputs), _issues(scope, inputs), _most(inputs)),
        attention=_attention(scope, inputs),
        method=_METHOD,
    )


def _days_of(inputs: EngagementInputs, place: int) -> list[UseDay]:
    week = inputs.weeks[place]
    return [day for day in inputs.days if week.first.isoformat() <= day.day <= week.last.isoformat()]


def error_rate(days: Sequence[UseDay]) -> float | None:
    """The share of calls that failed, weighted by calls; None without a call."""
    calls = sum(day.calls for day in days)
    return sum(day.errors for day in days) / calls if calls else None


def _lead(scope: Scope, inputs: EngagementInputs, active: Share, now: list[UseDay], before: list[UseDay]) -> str:
    if not inputs.any_use:
        return tr("The base knows of no use of the product.")
    calls, earlier = (sum(day.calls for day in days) for days in (now, before))
    share = "" if active.value is None else f", {active.words}"
    first = tr("{parts} customers made a call{share}.", parts=active.parted_words, share=share)
    change = "" if not earlier else tr(", {change} against the week before", change=_growth(calls, earlier))
    rate = error_rate(now)
    failed = tr("none failed") if not rate else tr("{rate} failed", rate=percent(rate, 1))
    second = tr("They made {calls} calls{change}; {failed}.", calls=figure(calls), change=change, failed=failed)
    return f"{first} {second}" if calls else first


def _growth(now: int, before: int) -> str:
    """+4%, −3%, ±0%."""
    change = now / before - 1
    if not round(change * 100):
        return f"±{percent(0)}"
    return f"{'+' if change > 0 else '−'}{percent(abs(change))}"


def _tiles(scope: Scope, inputs: EngagementInputs, active: Share, now: list[UseDay], before: list[UseDay]) -> tuple[Tile, ...]:
    known = inputs.any_use

    def counted(label: str, *names: str) -> Tile:
        value, other = (sum(getattr(day, name) for day in days for name in names) for days in (now, before))
        change = delta(value, other, 1, 0, "", brief(scope.before)) if known else ""
        return Tile(label, figure(value) if known else tr("no data"), "", "–", change, "No data")

    return (
        *_active_tiles(scope, inputs, active),
        counted(tr("API calls"), "calls"),
        counted(tr("Sign and verify operations"), "signs", "verifies"),
        _error_tile(scope, error_rate(now), error_rate(before)),
        counted(tr("Sign operations"), "signs"),
        counted(tr("Verify operations"), "verifies"),
        _help_tile(scope, inputs),
    )


def _active_tiles(scope: Scope, inputs: EngagementInputs, active: Share) -> tuple[Tile, Tile]:
    """How many customers used the product in the week, and the share of all with the target for it."""
    targets, none = scope.settings.targets, tr("no data")
    days = {"first": scope.period.first.isoformat(), "last": scope.period.last.isoformat()}
    used = behind("used", tr("used the product in week {number}", number=scope.period.number), days)
    silent = behind("silent", tr("customers without a call in week {number}", number=scope.period.number), days)
    share = targets["health_engagement_green"]
    if not inputs.any_use:
        return (
            Tile(tr("Active customers"), none, "", "–", "", "No data"),
            Tile(tr("Weekly active"), none, "", short_percent(share), "", state_of(None, share, targets["close_within"])),
        )
    return (
        Tile(
            tr("Active customers"),
            figure(inputs.active[-1]),
            tr("of {n}", n=figure(inputs.customers)),
            "–",
            delta(inputs.active[-1], inputs.active[-2], 1, 0, "", brief(scope.before)),
            "No data",
            behind=used,
        ),
        Tile(
            tr("Weekly active"),
            active.words,
            "",
            short_percent(share),
            tr("{n} without a call", n=figure(active.n - active.part)),
            state_of(active.value, share, targets["close_within"]),
            behind=silent,
        ),
    )


def _error_tile(scope: Scope, rate: float | None, earlier: float | None) -> Tile:
    limit = float(scope.settings.alerts.numbers["alerts.error_rate_above"])
    return Tile(
        tr("Error rate"),
        tr("no data") if rate is None else percent(rate, 1),
        "",
        short_percent(limit),
        delta(rate, earlier, 100, 1, tr(" pt"), brief(scope.before)),
        state_of(rate, limit, scope.settings.targets["close_within"], less_is_better=True),
    )


def _help_tile(scope: Scope, inputs: EngagementInputs) -> Tile:
    since, until = (moment_text(at) for at in scope.period.bounds(scope.settings.time_zone))
    words = requests_of(tr("asked for help in week {number}", number=scope.period.number), inputs.tickets)
    return Tile(
        tr("Asked for help"),
        figure(inputs.tickets),
        "",
        "–",
        delta(inputs.tickets, inputs.tickets_before, 1, 0, "", brief(scope.before)),
        "No data",
        behind=behind("asked for help", words, {"since": since, "until": until}),
    )


def _calls_per_day(scope: Scope, inputs: EngagementInputs) -> Columns:
    counts = {day.day: day.calls for day in inputs.days}

    def stand(day: date) -> Stand:
        count = counts.get(day.isoformat(), 0)
        tone: Tone = "current" if day >= scope.period.first else "before"
        words = tr("{day}: {count} calls", day=day.isoformat(), count=figure(count))
        return Stand(TWO_LETTERS[day.weekday()], count, tone, day.isoformat(), words)

    bars = tuple(stand(day) for week in inputs.weeks[-2:] for day in week.days())
    return Columns(
        title=tr("API calls per day"),
        note=tr("{brief} left, {brief_2} right", brief=brief(scope.before), brief_2=brief(scope.period)),
        names=tr("Day"),
        measure=tr("Calls", meaning="of an API"),
        bars=bars,
        current_words=tr("week"),
        before_words=tr("week before"),
    )


def _weeks(scope: Scope, inputs: EngagementInputs) -> Series:
    values = tuple(
        share.value * 100 if (share := Share(min(count, inputs.customers), inputs.customers)).value is not None else None
        for count in inputs.active
    )
    target = scope.settings.targets["health_engagement_green"] * 100
    return Series(
        note=tr("share of today's customers with a call, by week"),
        labels=tuple(f"W{week.number}" for week in inputs.weeks),
        curves=(Curve(tr("Weekly active"), values if inputs.any_use else (None,) * len(values)),),
        unit=Unit(after="%"),
        over=tr("Week"),
        levels=(Level(tr("target"), target),),
        part=tr("Weekly active"),
    )


def issues(inputs: EngagementInputs, limit: float) -> list[tuple[Customer, str]]:
    """Customers with something wrong, worst first: who stopped, who fails, whose use halved, who asked for help."""
    found: list[tuple[tuple[int, float], Customer, str]] = []
    for customer in inputs.each:
        rate = customer.errors / customer.calls if customer.calls else 0.0
        enough = customer.calls_before >= _LEAST_CALLS
        if enough and not customer.calls:
            words = tr("no call after {before}", before=figure(customer.calls_before))
            found.append(((0, -customer.calls_before), customer, words))
        elif customer.calls >= _LEAST_CALLS and rate > limit:
            found.append(((1, -rate), customer, tr("{rate} of its calls failed", rate=percent(rate, 1))))
        elif enough and customer.calls * 2 <= customer.calls_before:
            drop = percent(1 - customer.calls / customer.calls_before)
            found.append(((2, customer.calls - customer.calls_before), customer, tr("use fell by {drop}", drop=drop)))
        elif customer.tickets:
            words = tr_count("asked for help {count} time", "asked for help {count} times", customer.tickets)
            found.append(((3, -customer.tickets), customer, words))
    return [(customer, words) for _, customer, words in sorted(found, key=lambda each: (each[0], each[1].prospect))]


def _issues(scope: Scope, inputs: EngagementInputs) -> Table:
    limit = float(scope.settings.alerts.numbers["alerts.error_rate_above"])
    all_of_them = issues(inputs, limit)
    lines = [
        Line(
            (customer.company, words, figure(customer.calls), figure(customer.tickets), customer.owner or "–"),
            these((customer.prospect,), customer.company),
        )
        for customer, words in all_of_them[:_SHOWN]
    ]
    if len(all_of_them) > _SHOWN:
        ids = tuple(customer.prospect for customer, _ in all_of_them)
        words = tr_count("and {count} more", "and {count} more", len(all_of_them) - _SHOWN)
        lines.append(Line((words, "", "", "", ""), these(ids, tr("customers with an issue")), total=True))
    columns = (
        Column(tr("Customer"), look="strong"),
        Column(tr("Issue"), look="quiet", width=150),
        Column(tr("Calls", meaning="of an API"), number=True, width=54),
        Column(tr("Help"), number=True, width=34),
        Column(tr("Owner"), width=92),
    )
    title = (
        tr_count("{count} customer has an issue", "{count} customers have an issue", len(all_of_them))
        if all_of_them
        else tr("No customer has an issue")
    )
    return Table(
        title=title, note=tr("worst first"), columns=columns, lines=tuple(lines), counted=tr("customers"), part=tr("Issues")
    )


def _most(inputs: EngagementInputs) -> Table:
    ranked = sorted((each for each in inputs.each if each.calls), key=lambda each: (-each.calls, each.prospect))
    whole = sum(each.calls for each in inputs.each)
    lines = tuple(
        Line(
            (
                each.company,
                figure(each.calls),
                "–" if not each.calls_before else _growth(each.calls, each.calls_before),
                percent(each.errors / each.calls, 1),
                percent(each.calls / whole),
                each.owner or "–",
            ),
            these((each.prospect,), each.company),
        )
        for each in ranked[:_SHOWN]
    )
    columns = (
        Column(tr("Customer"), look="strong"),
        Column(tr("Calls", meaning="of an API"), number=True, width=60),
        Column(tr("vs before"), number=True, width=56),
        Column(tr("Failed"), number=True, width=48),
        Column(tr("Of all"), number=True, width=42),
        Column(tr("Owner"), width=92),
    )
    title = tr("{name} makes most calls", name=lines[0].cells[0]) if lines else tr("Nobody made a call")
    note = tr("{n} calls in the week", n=figure(whole))
    return Table(title=title, note=note, columns=columns, lines=lines, counted=tr("customers"), part=tr("Customers"))


def _attention(scope: Scope, inputs: EngagementInputs) -> tuple[tuple[str, str], ...]:
    limit = float(scope.settings.alerts.numbers["alerts.error_rate_above"])
    return tuple((f"{customer.company}:", f"{words}.") for customer, words in issues(inputs, limit)[:3])


_METHOD = (
    tr("Active are customers of today with an API call in the week; earlier weeks are of the same customers."),
    tr("The error rate is of all calls together: each day's rate counts as much as its calls."),
    tr(
        "An issue is, worst first: no call after 20 or more a week before, more failures than the alert allows, half the use, "
        "a call for help."
    ),
    tr("Asked for help are support tickets and logged support."),
    tr("No percentage of customers is shown for fewer than 10; without any usage in the base there is no data."),
)

SPEC = ReportSpec(
    name="engagement",
    title=tr("Engagement"),
    heading=tr("Weekly engagement"),
    cadence=WEEKLY,
    icon="trend",
    read=read,
    figures=engagement,
)
