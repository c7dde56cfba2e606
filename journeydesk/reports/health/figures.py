"""The daily health out of plain rows (docs/rules.md, "Daily health")."""

from collections.abc import Mapping
from datetime import date, timedelta

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import TWO_LETTERS, short_month
from journeydesk.domain.time import day_in_words, day_of
from journeydesk.domain.words import figure, tr, tr_count, within
from journeydesk.reports.behind import Behind, behind, these
from journeydesk.reports.blocks.block import Block, Offer
from journeydesk.reports.blocks.indicators import LIGHT_STATES, Indicator, Indicators, Light, light_words, run_words
from journeydesk.reports.blocks.series import Curve, Level, Series
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.tasks import Task, Tasks
from journeydesk.reports.blocks.tiles import Tile, Tiles
from journeydesk.reports.judging import delta
from journeydesk.reports.report import DAILY, Report, ReportSpec, Scope, head
from journeydesk.reports.scale import Unit
from journeydesk.reports.shared.prospects import applied_in
from journeydesk.reports.shared.shares import Share
from journeydesk.storage.reports.health import MONTH, WEEK, HealthInputs, read

_PERCENT = 100
_RANK: Mapping[Light, int] = {"red": 0, "yellow": 1, "green": 2, "none": 3}


@dataclass(frozen=True, slots=True)
class _Measure:
    """One indicator by day: a value (None where there is no data), how it is written, and its limits."""

    name: str
    setting: str
    values: tuple[float | None, ...]
    words: str
    note: str
    unit: Unit
    scale: float
    advice: tuple[str, str]
    behind: Behind | None = None

    def limits(self, targets: Mapping[str, float]) -> tuple[float, float]:
        """From where it is green, and from where yellow."""
        return targets[f"health_{self.setting}_green"], targets[f"health_{self.setting}_yellow"]

    def lights(self, targets: Mapping[str, float]) -> tuple[Light, ...]:
        """The state of each day."""
        green, yellow = self.limits(targets)
        return tuple(
            "none" if value is None else "green" if value >= green else "yellow" if value >= yellow else "red"
            for value in self.values
        )

    def limit_words(self, targets: Mapping[str, float]) -> str:
        """Green from 15%, red under 10%."""
        green, yellow = (self.unit.words(limit * self.scale) for limit in self.limits(targets))
        return tr("green from {green}, red under {yellow}", green=green, yellow=yellow)


def health(scope: Scope, inputs: HealthInputs) -> Report:
    """The whole report."""
    targets = scope.settings.targets
    measures = _measures(scope, inputs)
    labels = tuple(f"{TWO_LETTERS[day.weekday()]} {day.day}" for day in inputs.days)
    indicators = tuple(
        Indicator(
            each.name,
            each.limit_words(targets),
            each.words,
            each.note,
            each.lights(targets),
            run_words(each.lights(targets)),
            each.behind,
        )
        for each in measures
    )
    grid = Indicators(note=tr("last 14 days, newest at the right"), indicators=indicators, days=labels, part=tr("Health"))
    worst = min(measures, key=lambda each: _RANK[each.lights(targets)[-1]])
    blocks: tuple[Block, ...] = (_thing(scope, inputs, worst), grid, _course(scope, worst, inputs), _waiting(scope, inputs))
    return Report(
        head=head("health", tr("Daily health"), scope, _lead(grid, worst, targets), tr("Indicators, applications that wait")),
        tiles=Tiles(tiles=tuple(_tile(each, targets) for each in measures), shown=5),
        blocks=blocks,
        method=_METHOD,
    )


def _measures(scope: Scope, inputs: HealthInputs) -> tuple[_Measure, ...]:
    conversion = _shares(inputs, inputs.accepted, inputs.received, WEEK)
    engagement = [
        Share(0, 0) if inputs.customers is None else Share(min(inputs.active.get(day, 0), inputs.customers), inputs.customers)
        for day in inputs.days
    ]
    answers = _shares(inputs, inputs.answered, inputs.sent, MONTH)
    accepted = tr("{share} of the applications of 7 days were accepted.", share=conversion[-1].whole_words)
    silent = tr("{count} customers made no call in 7 days.", count=figure(engagement[-1].n - engagement[-1].part))
    answered = tr("{share} of the surveys were answered.", share=answers[-1].whole_words)
    return (
        _received(scope, inputs),
        _share_measure(tr("Conversion, 7 days"), "conversion", conversion, (tr("Look at what is accepted"), accepted)),
        _share_measure(tr("Engagement, 7 days"), "engagement", engagement, (tr("Call the customers who made no call"), silent)),
        _share_measure(
            tr("Survey answers, 30 days"), "answers", answers, (tr("Ask again for answers to the survey"), answered)
        ),
        _satisfaction(inputs),
    )


def _window(counts: Mapping[date, int], day: date, back: int) -> int:
    """The sum of so many days to a day."""
    return sum(counts.get(day - timedelta(days=n), 0) for n in range(back))


def _shares(inputs: HealthInputs, part: Mapping[date, int], whole: Mapping[date, int], back: int) -> list[Share]:
    return [Share(_window(part, day, back), _window(whole, day, back)) for day in inputs.days]


def _received(scope: Scope, inputs: HealthInputs) -> _Measure:
    received = figure(inputs.received.get(inputs.days[-1], 0))
    return _Measure(
        tr("Applications of the day"),
        "applications",
        tuple(float(inputs.received.get(day, 0)) for day in inputs.days),
        received,
        "",
        Unit(),
        1,
        (tr("Bring applications in"), tr("{count} came on the day.", count=received)),
        Behind(applied_in(scope.period, scope.settings)),
    )


def _satisfaction(inputs: HealthInputs) -> _Measure:
    totals, counts = ({day: pair[place] for day, pair in inputs.satisfaction.items()} for place in (0, 1))
    answers = [_window(counts, day, MONTH) for day in inputs.days]
    means = tuple(
        _window(totals, day, MONTH) / count if count else None for day, count in zip(inputs.days, answers, strict=True)
    )
    return _Measure(
        tr("Satisfaction, mean of 10"),
        "satisfaction",
        means,
        tr("no data") if means[-1] is None else figure(means[-1], 2),
        "" if means[-1] is None else f"n = {figure(answers[-1])}",
        Unit(),
        1,
        (tr("Call the least satisfied customers"), tr("The mean of 30 days is {mean}.", mean=figure(means[-1] or 0, 2))),
    )


def _share_measure(name: str, setting: str, shares: list[Share], advice: tuple[str, str]) -> _Measure:
    last = shares[-1]
    note = "" if last.value is None else last.parted_words
    return _Measure(name, setting, tuple(share.value for share in shares), last.words, note, Unit(after="%"), 100, advice)


def _tile(measure: _Measure, targets: Mapping[str, float]) -> Tile:
    green, _ = measure.limits(targets)
    before = measure.values[-2] if len(measure.values) > 1 else None
    now = measure.values[-1]
    points = tr(" pt") if measure.scale == _PERCENT else ""
    change = "" if now is None or before is None else delta(now, before, measure.scale, 1, points, tr("the day before"))
    state = LIGHT_STATES[measure.lights(targets)[-1]]
    return Tile(
        measure.name,
        measure.words,
        measure.note,
        measure.unit.words(green * measure.scale),
        change,
        state,
        behind=measure.behind,
    )


def _lead(grid: Indicators, worst: _Measure, targets: Mapping[str, float]) -> str:
    light = worst.lights(targets)[-1]
    if light in ("green", "none"):
        return grid.finding
    return tr(
        "{finding} {name} is {light}: {value}.",
        finding=grid.finding,
        name=worst.name,
        light=within(light_words(light)),
        value=worst.words,
    )


def _thing(scope: Scope, inputs: HealthInputs, worst: _Measure) -> Tasks:
    """What the worst indicator calls for; where conversion is it and applications wait, these come first."""
    light = worst.lights(scope.settings.targets)[-1]
    today = scope.now.astimezone(scope.settings.time_zone).date()
    if inputs.waiting and (worst.setting == "conversion" or light in ("green", "none")):
        oldest = day_of(inputs.waiting[0].applied_on, scope.settings.time_zone)
        title = tr_count(
            "Decide the {count} application that waits", "Decide the {count} applications that wait", inputs.waiting_count
        )
        reason = tr("The oldest came in on {day}; aim: none over 48 hours.", day=day_in_words(oldest, today))
        opened = behind("applications that wait", tr("applications that wait"), {})
        task = Task(title, reason, "", tr("today"), opened)
        words = tr_count("Review {count} application", "Review {count} applications", inputs.waiting_count)
    elif light in ("green", "none"):
        return Tasks(title=tr("The one thing to do today"), tasks=(), part=tr("To do"))
    else:
        task, words = Task(worst.advice[0], worst.advice[1], "", tr("today"), worst.behind), tr("Show the prospects")
    offer = None if task.behind is None else Offer("thing", words, "", behind=task.behind, by_key=True)
    return Tasks(title=tr("The one thing to do today"), tasks=(task,), part=tr("To do"), offer=offer)


def _course(scope: Scope, worst: _Measure, inputs: HealthInputs) -> Series:
    """The worst indicator over the days, with its limits."""
    green, yellow = worst.limits(scope.settings.targets)
    values = tuple(None if value is None else value * worst.scale for value in worst.values)
    return Series(
        note=tr("last 14 days"),
        labels=tuple(str(day.day) if day.day != 1 else short_month(day) for day in inputs.days),
        curves=(Curve(worst.name, values),),
        unit=worst.unit,
        over=tr("Day"),
        levels=(Level(tr("green"), green * worst.scale), Level(tr("red below"), yellow * worst.scale)),
        part=worst.name,
        half=False,
    )


def _waiting(scope: Scope, inputs: HealthInputs) -> Table:
    zone = scope.settings.time_zone
    today = scope.now.astimezone(zone).date()
    lines = tuple(
        Line(
            (
                each.company,
                "–" if each.score is None else str(each.score),
                day_in_words(day_of(each.applied_on, zone), today),
                tr("{days} d", days=(today - day_of(each.applied_on, zone)).days),
                each.owner or "–",
            ),
            these((each.prospect,), each.company),
        )
        for each in inputs.waiting
    )
    columns = (
        Column(tr("Company"), look="strong"),
        Column(tr("Score"), number=True, width=34),
        Column(tr("Applied"), width=70),
        Column(tr("Waits"), number=True, look="strong", width=34),
        Column(tr("Owner"), look="quiet", width=110),
    )
    title = tr("No application waits")
    if inputs.waiting_count:
        title = tr_count("{count} application waits", "{count} applications wait", inputs.waiting_count)
        title = tr("{waiting}, {overdue} over 48 hours", waiting=title, overdue=figure(inputs.overdue))
    note = tr("oldest first, as of today")
    return Table(title=title, note=note, columns=columns, lines=lines, counted=tr("applications"), part=tr("Waiting"))


_METHOD = (
    tr("Each day is one of the team's time zone; the newest is the day of the report."),
    tr("Conversion is accepted ÷ received of the applications of the 7 days to each day, by what has become of them now."),
    tr("Engagement is the share of today's customers with an API call in the 7 days to each day; it is the whole team's."),
    tr(
        "Survey answers are of the surveys on product-market fit sent in 30 days; satisfaction is the mean of the answers of 30 days."
    ),
    tr("No percentage is shown for fewer than 10, and such a day has no state."),
)

SPEC = ReportSpec(
    name="health",
    title=tr("Daily health"),
    heading=tr("Daily health"),
    cadence=DAILY,
    icon="ok-circle",
    read=read,
    figures=health,
    wide=True,
)
