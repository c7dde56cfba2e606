"""How the cohort of each entry point, source and owner went on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from journeydesk.domain.words import figure, percent, tr, within
from journeydesk.reports.behind import Behind, behind
from journeydesk.reports.blocks.stages import days
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.shared.durations import durations
from journeydesk.reports.shared.progress import Progress, StageProgress, groups, of_cohort
from journeydesk.reports.shared.shares import Share
from journeydesk.storage.reports.funnel import GROUPS, FunnelInputs

_FEWEST = 10
_MOST_GROUPS = 12
_ENTERED, _REACHED, _TOOK = 44, 54, 46
_NAME, _STEP, _LEAST_STEP = 76, 56, 28
_PAPER, _GUTTER = 504, 7
"""Points: the text of the narrower paper, and what is between two columns."""

_TITLES = {"entry": tr("Entry point"), "source": tr("Source"), "owner": tr("Owner")}
_WHOLE = {"entry": tr("All entry points"), "source": tr("All sources"), "owner": tr("Whole team")}
_NONE = {"entry": tr("No entry point"), "source": tr("No source"), "owner": tr("Nobody")}


def group_tables(inputs: FunnelInputs, progress: Progress) -> Table:
    """How the cohort of each entry point went on; and, as others, of each source and owner."""
    first, *others = (_group_table(inputs, progress, name) for name in GROUPS)
    return replace(first, others=tuple(others))


def _group_table(inputs: FunnelInputs, progress: Progress, name: str) -> Table:
    parts = list(groups(inputs.journey, inputs.groups[name]).items())
    whole = of_cohort(inputs.journey, inputs.reaches)
    wide = _step_width(len(whole))
    steps = [
        Column(f"{a.number} → {b.number}", number=True, width=wide, stages=(a.number, b.number), paired=True)
        for a, b in pairwise(whole)
    ]
    took = _times(inputs, name)
    columns = (
        Column(_TITLES[name]),
        Column(tr("Entered"), number=True, width=_ENTERED),
        *steps,
        Column(
            tr("Reached {stage}", stage=whole[-1].name if whole else ""),
            number=True,
            look="strong",
            width=_REACHED,
            paired=True,
        ),
        Column(_from_to(whole), number=True, width=_TOOK),
    )
    lines = [
        Line(
            (*_cells(group or _NONE[name], stages), _median(took.get(group, ()))),
            _behind_group(inputs, progress, name, group),
            pairs=_pairs(stages),
        )
        for group, stages in parts[:_MOST_GROUPS]
    ]
    rest = parts[_MOST_GROUPS:]
    if rest:
        entered = sum(stages[0].reached for _, stages in rest)
        words = tr("{count} more, {n} entered", count=len(rest), n=figure(entered))
        lines.append(Line((words, *("" for _ in columns[1:]))))
    if whole:
        median = _median([each for of in took.values() for each in of])
        lines.append(Line((*_cells(_WHOLE[name], whole), median), total=True, pairs=_pairs(whole)))
    cohort = Progress("cohort", inputs.span, progress.span_words, whole).words
    return Table(
        title=_group_finding(name, parts, whole),
        note=tr("cohort {words}; share that went on", words=cohort),
        paper_note=tr("cohort {words}; share that went on, and of how many", words=cohort),
        columns=columns,
        lines=tuple(lines),
        part=_TITLES[name],
        choice=_TITLES[name],
    )


def _step_width(stages: int) -> int:
    """So wide that the line fits the paper, however many steps there are."""
    steps = max(1, stages - 1)
    free = _PAPER - _NAME - _ENTERED - _REACHED - _TOOK - _GUTTER * (steps + 3)
    return max(_LEAST_STEP, min(_STEP, free // steps))


def _from_to(stages: Sequence[StageProgress]) -> str:
    return tr("Median, {first} to {last}", first=stages[0].number, last=stages[-1].number) if stages else ""


def _times(inputs: FunnelInputs, name: str) -> dict[str, list[tuple[int, int]]]:
    """How many of each group took how many hours to the last stage."""
    took: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for group, hours, count in inputs.arrivals.get(name, ()):
        took[group].append((max(0, hours), count))
    return took


def _median(took: Iterable[tuple[int, int]]) -> str:
    """The median in days; of fewer than ten none is said."""
    counts: Counter[int] = Counter()
    for hours, count in took:
        counts[hours] += count
    known = durations(counts.items())
    return days(known.median) if known.n >= _FEWEST else "–"


def _cells(name: str, stages: tuple[StageProgress, ...]) -> tuple[str, ...]:
    shares = [stage.conversion.whole_words if stage.reached else "–" for stage in stages[:-1]]
    first, last = stages[0], stages[-1]
    return (name, figure(first.reached), *shares, Share(last.reached, first.reached).whole_words if first.reached else "–")


def _pairs(stages: tuple[StageProgress, ...]) -> dict[int, tuple[str, str]]:
    """The shares that went on by the place of their cells, each with how many it is of."""
    shares = [stage.conversion for stage in stages[:-1]]
    shares += [Share(stages[-1].reached, stages[0].reached)] if stages else []
    return {place: (each.words, figure(each.n)) for place, each in enumerate(shares, 2) if each.value is not None}


def _behind_group(inputs: FunnelInputs, progress: Progress, name: str, group: str) -> Behind:
    words = tr(
        "entered {span}, {title}: {group}",
        span=progress.span_words,
        title=within(_TITLES[name]),
        group=group or within(_NONE[name]),
    )
    return behind(f"cohort by {name}", words, {**inputs.span.values, "group_name": group, "stage": inputs.span.ladder[0]})


def _group_finding(name: str, parts: list[tuple[str, tuple[StageProgress, ...]]], whole: tuple[StageProgress, ...]) -> str:
    """The group that goes on least from its first stage, beside all."""
    known = [(share, group) for group, stages in parts if group and (share := stages[0].conversion.value) is not None]
    all_of_them = whole[0].conversion.value if whole else None
    if len(known) < 2 or all_of_them is None:
        return tr("By {title}", title=within(_TITLES[name]))
    (least, last), (most, first) = min(known), max(known)
    return tr(
        "{first} leads best: {most} go on from {stage}, {last} {least}, {all} of all",
        first=first,
        most=percent(most),
        stage=whole[0].name,
        last=last,
        least=percent(least),
        all=percent(all_of_them),
    )
