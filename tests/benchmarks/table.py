"""The one table that `make bench` prints: each figure beside its bound and the yardstick of the same run."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured bound of docs/architecture.md, "Bounds". `bound` is the most it may be, or the least where `at_least`; None for a
    figure that stands there to compare with."""

    what: str
    value: float
    unit: str
    bound: float | None
    yardstick: str = ""
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the figure keeps its bound."""
        if self.bound is None:
            return True
        return self.value >= self.bound if self.at_least else self.value <= self.bound


def percentile(samples: Sequence[float], share: float) -> float:
    """The nearest-rank percentile of the samples; `share` is between 0 and 1."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered)) - 1))]


def spread(samples: Sequence[float], unit: str = "ms") -> str:
    """How the samples lie, for the yardstick column."""
    return (
        f"n {len(samples)}, median {statistics.median(samples):.1f} {unit}, "
        f"p95 {percentile(samples, 0.95):.1f} {unit}, max {max(samples):.1f} {unit}"
    )


def print_table(figures: Sequence[Figure]) -> None:
    """A line for each, its bound and whether that is met."""
    widest = max((len(figure.what) for figure in figures), default=0)
    for figure in figures:
        print(_line(figure, widest), flush=True)


def conclude(figures: Sequence[Figure], json_file: Path) -> int:
    """Prints those that miss their bound, writes all as JSON, and returns how many bounds are missed."""
    json_file.parent.mkdir(parents=True, exist_ok=True)
    json_file.write_text(json.dumps([asdict(f) | {"met": f.met} for f in figures], indent=1), encoding="utf-8")
    bounds = [figure for figure in figures if figure.bound is not None]
    missed = [figure for figure in bounds if not figure.met]
    print_table(missed)
    print(f"\n{len(bounds) - len(missed)} of {len(bounds)} bounds met; the same as JSON in {json_file}")
    return len(missed)


def _line(figure: Figure, widest: int) -> str:
    if figure.bound is None:
        bound, state = " " * 12, "      "
    else:
        bound, state = f"{'≥' if figure.at_least else '≤'} {figure.bound:>10,.2f}", "met   " if figure.met else "MISSED"
    return f"{figure.what:<{widest}}  {figure.value:>12,.2f} {figure.unit:<9} {bound}  {state}  {figure.yardstick}"
