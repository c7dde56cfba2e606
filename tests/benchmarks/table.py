"""The one table that `make bench` prints: each figure beside its bound and the yardstick of the same run."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured bound of docs/architecture.md, "Bounds". `bound` is the most it may be, or the least where `at_least`."""

    what: str
    value: float
    unit: str
    bound: float
    yardstick: str = ""
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the figure keeps its bound."""
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


def show(figures: Sequence[Figure], json_file: Path) -> int:
    """Prints the table, writes the same as JSON, and returns how many bounds are missed."""
    widest = max(len(figure.what) for figure in figures)
    for figure in figures:
        sign = "≥" if figure.at_least else "≤"
        state = "met   " if figure.met else "MISSED"
        line = f"{figure.what:<{widest}}  {figure.value:>12,.2f} {figure.unit:<9} {sign} {figure.bound:>10,.2f}  {state}"
        print(f"{line}  {figure.yardstick}")
    json_file.parent.mkdir(parents=True, exist_ok=True)
    json_file.write_text(json.dumps([asdict(f) | {"met": f.met} for f in figures], indent=1), encoding="utf-8")
    missed = sum(not figure.met for figure in figures)
    print(f"\n{len(figures) - missed} of {len(figures)} bounds met; the same as JSON in {json_file}")
    return missed
