"""How the month goes: new MRR day by day beside an even pace to the target, and what the rest of the month is expected to bring."""

from journeydesk.domain.money import sign
from journeydesk.domain.periods import month_name
from journeydesk.domain.words import percent, tr
from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.series import Band, Curve, Level, Series
from journeydesk.reports.blocks.table import Table
from journeydesk.reports.money.amounts import minor_unit
from journeydesk.reports.report import Scope, day_words
from journeydesk.reports.weekly.facts import Pace


def pace_title(pace: Pace) -> str:
    """May is ahead of pace: 62% of the target with 55% of the month gone."""
    month = month_name(pace.month.first)
    if pace.reached is None:
        return tr("New MRR of {month}", month=month)
    words = tr("{month} is ahead of pace", month=month) if pace.ahead else tr("{month} is behind pace", month=month)
    if len(pace.days) == len(pace.month.days()):
        words = (
            tr("{month} reached its target", month=month) if pace.reached >= 1 else tr("{month} missed its target", month=month)
        )
        return tr("{words}: {share} of it", words=words, share=percent(pace.reached))
    return tr(
        "{words}: {share} of the target with {gone} of the month gone",
        words=words,
        share=percent(pace.reached),
        gone=percent(pace.gone),
    )


def pace_block(scope: Scope, pace: Pace | None) -> Block:
    """The chart, or the sentence that there is nothing to draw."""
    if pace is None:
        return Table(title=tr("There is no subscription yet, so the month has no pace"), columns=(), lines=(), part=tr("Pace"))
    unit = minor_unit(scope.settings.currency)
    days = pace.month.days()
    rest = len(days) - len(pace.days)
    none: list[float | None] = [None]
    actual = (*map(float, pace.running), *none * rest)
    curves = [Curve(tr("actual"), actual, "steps")]
    band, levels = None, ()
    if pace.expected is not None and rest:
        now = float(pace.running[-1])
        low, middle, high = (_line(now, end, rest) for end in (pace.expected.low, pace.expected.middle, pace.expected.high))
        before = none * (len(pace.days) - 1)
        curves.append(Curve(tr("expected (P50)"), (*before, *middle), "dashed"))
        band = Band(tr("8 in 10 outcomes (P10–P90)"), (*before, *low), (*before, *high))
    if pace.target:
        even = tuple(pace.target * (place + 1) / len(days) for place in range(len(days)))
        curves.append(Curve(tr("even pace to the target"), even, "dotted", "text2"))
    note = tr("new MRR, running total, {currency}", currency=sign(scope.settings.currency).strip())
    return Series(
        title=pace_title(pace),
        note=note,
        part=tr("Pace"),
        labels=tuple(day_words(day) for day in days),
        curves=tuple(curves),
        unit=unit,
        over=tr("Day"),
        band=band,
        levels=tuple[Level, ...](levels),
        half=False,
    )


def _line(start: float, end: float, steps: int) -> list[float]:
    return [start + (end - start) * place / steps for place in range(steps + 1)]
