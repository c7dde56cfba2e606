"""How well the product fits: the score by week and by whom, the same in both reports that speak of it."""

from collections.abc import Mapping, Sequence

from journeydesk.domain.periods import Period
from journeydesk.domain.settings.goals import Goal
from journeydesk.domain.words import figure, percent, short_figure, tr, tr_count, within
from journeydesk.reports.blocks.bars import Bar, Bars
from journeydesk.reports.blocks.series import Curve, Level, Series
from journeydesk.reports.judging import FEWEST
from journeydesk.reports.report import Scope
from journeydesk.reports.scale import Unit
from journeydesk.storage.reports.surveys import Fit

PERCENT = Unit(after="%")


def fit_share(fit: Fit) -> float | None:
    """The mean PMF score as a fraction; None for fewer than ten answers."""
    return fit.mean if fit.count >= FEWEST else None


def fit_words(fit: Fit) -> str:
    """43%, or that there are too few answers, or none."""
    if not fit.count:
        return tr("no data")
    share = fit_share(fit)
    return tr("fewer than {fewest}", fewest=FEWEST) if share is None else percent(share)


def fit_curve(weeks: Sequence[tuple[Period, Fit]], goal: Goal) -> Series:
    """The score of thirty days at the end of each week, with must and target."""
    shares = [fit_share(fit) for _, fit in weeks]
    values = tuple(None if share is None else round(share * 100, 1) for share in shares)
    last = weeks[-1]
    return Series(
        title=_curve_title(weeks, shares, goal),
        note=tr("mean PMF score of 30 days, n = {count} in week {number}", count=figure(last[1].count), number=last[0].number),
        part=tr("Fit by week"),
        labels=tuple(f"W{week.number}" for week, _ in weeks),
        curves=(Curve(tr("Fit score"), values),),
        unit=PERCENT,
        over=tr("Week"),
        levels=(Level(tr("must"), goal.must * 100), Level(tr("target"), goal.target * 100)),
        from_zero=False,
    )


def _curve_title(weeks: Sequence[tuple[Period, Fit]], shares: Sequence[float | None], goal: Goal) -> str:
    now = shares[-1]
    if now is None:
        return tr("There are fewer than ten answers in 30 days")
    if now >= goal.target:
        return tr("The fit score has reached its target of {target}%", target=short_figure(goal.target * 100))
    if now >= goal.must:
        missing = max(1, round((goal.target - now) * 100))
        return tr_count(
            "The fit score is above its must and needs {count} point more",
            "The fit score is above its must and needs {count} points more",
            missing,
        )
    missing = max(1, round((goal.must - now) * 100))
    return tr_count("The fit score is {count} point below its must", "The fit score is {count} points below its must", missing)


def fit_bars(scope: Scope, groups: Mapping[str, Fit], column: str, names: str) -> Bars:
    """The score by industry or source, best first; under ten answers there is none."""
    bars = []
    for name, fit in groups.items():
        share = fit_share(fit)
        shown = scope.words.shown("prospects", column, name) if name else tr("not said")
        words = f"{fit_words(fit)}, n = {fit.count}"
        bars.append(Bar(shown, share, words))
    bars.sort(key=lambda bar: (-(bar.length or -1), bar.name))
    best = next((bar for bar in bars if bar.length is not None), None)
    title = (
        tr("It fits {name} best: {words}", name=best.name, words=best.words)
        if best is not None
        else tr("No {names} has ten answers", names=within(names))
    )
    return Bars(
        title=title,
        note=tr("mean PMF score of the month"),
        part=tr("Fit by {names}", names=within(names)),
        names=names,
        measure=tr("Fit score"),
        bars=tuple(bars),
    )
