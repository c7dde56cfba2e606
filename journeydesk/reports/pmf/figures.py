"""Product-market fit of a month out of plain rows (docs/interface.md, "Satisfaction and fit")."""

from collections.abc import Mapping, Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import month_name
from journeydesk.domain.settings.goals import Goal
from journeydesk.domain.words import figure, percent, short_figure, short_percent, tr, tr_count
from journeydesk.reports.behind import answers_of, behind
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.tiles import Tile, Tiles
from journeydesk.reports.judging import FEWEST, delta, signed, state_of
from journeydesk.reports.kpi.figures import goal_words, state
from journeydesk.reports.report import MONTHLY, Report, ReportSpec, Scope, head
from journeydesk.reports.shared.fit import fit_bars, fit_curve, fit_share, fit_words
from journeydesk.storage.reports.satisfaction import Inputs, read
from journeydesk.storage.reports.surveys import Fit

_MOST_INSIGHTS = 6


@dataclass(frozen=True, slots=True)
class Insight:
    """A group whose score moved: the fit of the month and of the one before, both of ten answers or more."""

    kind: str
    name: str
    now: Fit
    before: Fit

    @property
    def points(self) -> int:
        """How much it moved, in whole points, as it is said: what rounds to none moved by none."""
        return round((self.now.total / self.now.count - self.before.total / self.before.count) * 100)


def status(share: float | None, goal: Goal) -> str:
    """Ahead from the target on, on track from the must, behind below it; no data without ten answers."""
    if share is None:
        return tr("no data")
    return tr("ahead") if share >= goal.target else tr("on track") if share >= goal.must else tr("behind")


def insights(inputs: Inputs) -> list[Insight]:
    """The largest changes by industry and source, where both months have ten answers."""
    found = [
        Insight(kind, name, fit, before[name])
        for kind, now, before in (
            ("industry", inputs.industries, inputs.industries_before),
            ("source", inputs.sources, inputs.sources_before),
        )
        for name, fit in now.items()
        if name in before and min(fit.count, before[name].count) >= FEWEST
    ]
    return sorted(found, key=lambda each: (-abs(each.points), each.kind, each.name))[:_MOST_INSIGHTS]


def pmf(scope: Scope, inputs: Inputs) -> Report:
    """The whole report."""
    goal, share = scope.settings.goals["fit"], fit_share(inputs.month.fit)
    moved = insights(inputs)
    return Report(
        head=head("pmf", tr("Product-market fit"), scope, _lead(inputs, goal), tr("Summary, method")),
        tiles=Tiles(tiles=_tiles(scope, inputs, goal)),
        blocks=(
            fit_curve(inputs.weeks, goal),
            fit_bars(scope, inputs.industries, "industry", tr("Industry")),
            fit_bars(scope, inputs.sources, "source", tr("Source")),
            _insight_table(scope, moved),
        ),
        attention=actions(scope, inputs, moved, share, goal),
        method=_METHOD,
    )


def _lead(inputs: Inputs, goal: Goal) -> str:
    share, words = fit_share(inputs.month.fit), fit_words(inputs.month.fit)
    if share is None:
        return tr("The month has {count} answers: too few for a score.", count=inputs.month.fit.count)
    return tr(
        "The fit score is {words} of {count} answers: {status}, must {must}%, target {target}%.",
        words=words,
        count=inputs.month.fit.count,
        status=status(share, goal),
        must=short_figure(goal.must * 100),
        target=short_figure(goal.target * 100),
    )


def _tiles(scope: Scope, inputs: Inputs, goal: Goal) -> tuple[Tile, ...]:
    share, before = fit_share(inputs.month.fit), fit_share(inputs.before.fit)
    sent, answered = inputs.surveys.get("PMF", (0, 0))
    completion = answered / sent if sent >= FEWEST else None
    limit = 0.4
    span = {"first": scope.period.first.isoformat(), "last": inputs.month.last.isoformat()}
    return (
        Tile(
            tr("Fit score"),
            fit_words(inputs.month.fit),
            f"n = {inputs.month.fit.count}",
            goal_words(scope, "fit", goal.target),
            delta(share, before, 100, 0, tr(" pt"), month_name(scope.before.first)),
            state(share, goal, less_is_better=False),
            behind=behind("fit answers", answers_of(tr("answered how well the product fits"), inputs.month.fit.count), span),
        ),
        Tile(tr("Status"), status(share, goal), "", tr("ahead"), "", state(share, goal, less_is_better=False)),
        Tile(
            tr("Surveys answered"),
            tr("no data")
            if not sent
            else percent(completion)
            if completion is not None
            else tr("{answered} of {sent}", answered=answered, sent=sent),
            "" if completion is None else tr("{part} of {n}", part=figure(answered), n=figure(sent)),
            short_percent(limit),
            "",
            state_of(completion, limit, scope.settings.targets["close_within"]),
        ),
    )


def _insight_table(scope: Scope, moved: Sequence[Insight]) -> Table:
    kinds: Mapping[str, str] = {"industry": tr("Industry"), "source": tr("Source")}
    lines = tuple(
        Line(
            (
                _name(scope, each),
                kinds[each.kind],
                fit_words(each.now),
                figure(each.now.count),
                signed(each.points, 0, tr(" pt")),
            )
        )
        for each in moved
    )
    columns = (
        Column(tr("Who"), look="strong"),
        Column(tr("By"), look="quiet", width=60),
        *(Column(words, number=True, width=60) for words in (tr("Score"), tr("Answers"), tr("Change"))),
    )
    title = (
        tr("{name} moved most: {points}", name=_name(scope, moved[0]), points=signed(moved[0].points, 0, " pt"))
        if moved and moved[0].points
        else tr("No group moved by a point")
        if moved
        else tr("No group has ten answers in both months")
    )
    return Table(
        title=title,
        note=tr("largest changes against the month before"),
        part=tr("Insights"),
        columns=columns,
        lines=lines,
        counted=tr("groups"),
        half=False,
    )


def _name(scope: Scope, insight: Insight) -> str:
    return scope.words.shown("prospects", insight.kind, insight.name) if insight.name else tr("not said")


def actions(
    scope: Scope, inputs: Inputs, moved: Sequence[Insight], share: float | None, goal: Goal
) -> tuple[tuple[str, str], ...]:
    """Up to three things to do, the most pressing first, as (strong words, the rest)."""
    points: list[tuple[str, str]] = []
    sent, answered = inputs.surveys.get("PMF", (0, 0))
    if share is None:
        points.append((tr("Ask more customers:"), tr("{count} answers are too few for a score.", count=inputs.month.fit.count)))
    elif share < goal.must:
        points.append(
            (
                tr("Call those who would not miss it:"),
                tr("the score is below its must of {must}%.", must=short_figure(goal.must * 100)),
            )
        )
    if sent >= FEWEST and answered < 0.4 * sent:
        points.append((tr("Remind them:"), tr("{open} of {sent} surveys are open.", open=sent - answered, sent=sent)))
    worst = min(moved, key=lambda each: each.points, default=None)
    if worst is not None and worst.points < 0:
        fell = tr_count("the score fell by {count} point.", "the score fell by {count} points.", -worst.points)
        points.append((tr("Ask {name} what changed:", name=_name(scope, worst)), fell))
    best = max(moved, key=lambda each: each.points, default=None)
    if best is not None and best.points > 0:
        rose = tr_count("the score rose by {count} point.", "the score rose by {count} points.", best.points)
        points.append((tr("Look for more like {name}:", name=_name(scope, best)), rose))
    return tuple(points[:3])


_METHOD = (
    tr("The fit score is the mean PMF Score of the answers that came in the month, up to today."),
    tr("Ahead is from the target on, on track from the must, behind below it; goals are set on the KPI board."),
    tr("Insights are the largest changes by industry and source, where both months have ten answers or more."),
)

SPEC = ReportSpec(
    name="pmf",
    title=tr("Product-market fit"),
    heading=tr("Product-market fit"),
    cadence=MONTHLY,
    icon="target",
    read=read,
    figures=pmf,
)
