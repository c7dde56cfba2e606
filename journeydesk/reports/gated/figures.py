"""Gated content of a month out of plain rows (docs/interface.md, "Gated content and e-mail")."""

import json

from journeydesk.domain.periods import month_name
from journeydesk.domain.words import figure, percent, tr
from journeydesk.reports.behind import behind
from journeydesk.reports.blocks.bars import Bar, Bars
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.tiles import Tile, Tiles
from journeydesk.reports.judging import FEWEST, delta
from journeydesk.reports.report import MONTHLY, Report, ReportSpec, Scope, head
from journeydesk.storage.reports.gated import Gate, GateCount, Inputs, read


def conversion(count: GateCount) -> float | None:
    """Submissions ÷ views; None for fewer than ten views, and where more was passed than seen: then not every view was told."""
    if count.views < FEWEST or count.submissions > count.views:
        return None
    return count.submissions / count.views


def total(counts: dict[Gate, GateCount]) -> GateCount:
    """All variants together."""
    return GateCount(
        views=sum(each.views for each in counts.values()),
        submissions=sum(each.submissions for each in counts.values()),
        seconds=sum(each.seconds for each in counts.values()),
        timed=sum(each.timed for each in counts.values()),
    )


def mean_seconds(count: GateCount) -> float | None:
    """The mean time to submit; None where no submission said it."""
    return count.seconds / count.timed if count.timed else None


def gated(scope: Scope, inputs: Inputs) -> Report:
    """The whole report, best variant first."""
    month, before = dict(inputs.month), dict(inputs.before)
    ranked = sorted(
        month.items(), key=lambda each: (-(conversion(each[1]) or -1), -each[1].submissions, -each[1].views, each[0])
    )
    return Report(
        head=head("gated", tr("Gated content"), scope, _lead(ranked), tr("Summary, variants")),
        tiles=Tiles(tiles=_tiles(scope, total(month), total(before)), shown=4),
        blocks=(_bars(ranked), _table(ranked, before)),
        method=_METHOD,
    )


def _name(gate: Gate) -> str:
    content, variant = gate
    if not content and not variant:
        return tr("not said")
    return f"{content} · {variant}" if content and variant else content or variant


def _lead(ranked: list[tuple[Gate, GateCount]]) -> str:
    if not ranked:
        return tr("No view and no submission of gated content came in this month: no data.")
    best = next(((gate, count) for gate, count in ranked if conversion(count) is not None), None)
    whole = total(dict(ranked))
    first = tr("{views} views and {submissions} submissions.", views=figure(whole.views), submissions=figure(whole.submissions))
    if best is None:
        return f"{first} {tr('No variant has ten views yet.')}"
    words = tr("{name} converts best: {share}.", name=_name(best[0]), share=_share(best[1]))
    return f"{first} {words}"


def _share(count: GateCount) -> str:
    share = conversion(count)
    if share is not None:
        return percent(share)
    if not count.views:
        return tr("no data")
    return tr("{part} of {n}", part=figure(count.submissions), n=figure(count.views))


def _seconds(count: GateCount) -> str:
    seconds = mean_seconds(count)
    if seconds is None:
        return tr("no data")
    return tr("{seconds} s", seconds=figure(seconds)) if seconds < 120 else tr("{minutes} min", minutes=figure(seconds / 60, 1))


def _tiles(scope: Scope, now: GateCount, before: GateCount) -> tuple[Tile, ...]:
    versus = month_name(scope.before.first)
    known = bool(now.views or now.submissions)

    def counted(title: str, count: int, earlier: int) -> Tile:
        change = delta(count, earlier, 1, 0, "", versus) if before.views or before.submissions else ""
        return Tile(title, figure(count) if known else tr("no data"), "", "–", change, "No data")

    change = delta(conversion(now), conversion(before), 100, 0, tr(" pt"), versus) if now.views else ""
    return (
        counted(tr("Views"), now.views, before.views),
        counted(tr("Submissions"), now.submissions, before.submissions),
        Tile(tr("Conversion"), _share(now), "", "–", change, "No data"),
        Tile(
            tr("Time to submit"), _seconds(now), tr("mean of {count}", count=now.timed) if now.timed else "", "–", "", "No data"
        ),
    )


def _bars(ranked: list[tuple[Gate, GateCount]]) -> Bars:
    bars = tuple(Bar(_name(gate), conversion(count), f"{_share(count)}, n = {figure(count.views)}") for gate, count in ranked)
    best = next((bar for bar in bars if bar.length is not None), None)
    return Bars(
        title=tr("{name} converts best: {words}", name=best.name, words=best.words) if best else tr("Conversion by variant"),
        note=tr("submissions ÷ views"),
        part=tr("Conversion"),
        names=tr("Variant"),
        measure=tr("Conversion"),
        bars=bars,
        half=False,
    )


def _table(ranked: list[tuple[Gate, GateCount]], before: dict[Gate, GateCount]) -> Table:
    lines = []
    for gate, count in ranked:
        earlier = before.get(gate, GateCount())
        cells = (_name(gate), figure(count.views), figure(count.submissions), _share(count), _seconds(count), _share(earlier))
        who = behind("these", _name(gate), {"prospects": json.dumps(sorted(set(count.prospects)))}) if count.prospects else None
        lines.append(Line(cells, who))
    heads = (tr("Views"), tr("Submissions"), tr("Conversion"), tr("Mean time"), tr("Month before"))
    return Table(
        title=tr("Variants, best first"),
        note=tr("who submitted opens with the line"),
        part=tr("Variants"),
        columns=(Column(tr("Variant")), *(Column(words, number=True) for words in heads)),
        lines=tuple(lines),
        counted=tr("variants"),
    )


_METHOD = (
    tr("Views of visitors whom nobody knows are counted by day; views and submissions of prospects are events."),
    tr("Other computers share theirs as sums of a day, by variant. No share is said of fewer than ten views."),
    tr("Time to submit is the mean of the seconds that submissions say."),
)

SPEC = ReportSpec(
    name="gated",
    title=tr("Gated content"),
    heading=tr("Gated content"),
    cadence=MONTHLY,
    icon="lock",
    read=read,
    of_team=True,
    figures=gated,
)
