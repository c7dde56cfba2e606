"""The command to a usable list and its memory, against an empty window, run in turn; its key comes out of a real keyring."""

import statistics
from collections.abc import Sequence

from tests.benchmarks.desk_session import EMPTY, Start, home_of, started
from tests.benchmarks.frames import figure
from tests.benchmarks.process import Report
from tests.benchmarks.table import Figure, percentile
from tests.benchmarks.workspaces import Workspaces

RUNS = 15
_COLD_RUNS = 9


def start_figures(workspaces: Workspaces) -> list[Figure]:
    """Medians, with the file in the system's cache and without."""
    with home_of(workspaces.run_folder("start"), workspaces.run_folder("big")) as home:
        empty, ours = _in_turn(home, RUNS, cold=False)
        plain, cold = _in_turn(home, _COLD_RUNS, cold=True)
        typed = started([Start(home, ("type",))] * RUNS)
        opened = started([Start(home, ("today",))] * RUNS)
    return [
        _ratio("start to usable list ÷ an empty window's", [one[0] for one in ours], [one[0] for one in empty], 3.0),
        _ratio("the same, the file not in the system's cache", [one[0] for one in cold], [one[0] for one in plain], 3.0),
        memory_ratio("resident memory ÷ the empty window's", [one[1] for one in ours], [one[1] for one in empty], 1.8),
        figure("Ctrl+K right after the first rows to the painted palette, p95", [one.waited[0] for one in typed], 150),
        figure("Today's key half a second after the first rows to its list, p95", [one.waited[0] for one in opened], 300),
        figure("a letter typed into it then, p95", [letter for one in typed for letter in one.waited[1:]], 50),
    ]


def _in_turn(home: str, runs: int, *, cold: bool) -> tuple[list[Report], list[Report]]:
    pairs = [Start(EMPTY), Start(home, cold=cold)]
    # The first of each is not counted.
    reported = started(pairs * (runs + 1))[2:]
    return reported[::2], reported[1::2]


def _ratio(what: str, ours: Sequence[float], empty: Sequence[float], bound: float) -> Figure:
    """The median of what each start took of the empty window's that was started right before it: the machine may be twice as quick a
    second later."""
    median, least = statistics.median(ours), statistics.median(empty)
    note = f"{median:.3f} s ÷ {least:.3f} s; n {len(ours)}, p95 {percentile(ours, 0.95):.3f} ÷ {percentile(empty, 0.95):.3f} s"
    return Figure(what, statistics.median(one / other for one, other in zip(ours, empty, strict=True)), "", bound, note)


def memory_ratio(what: str, ours: Sequence[int], empty: Sequence[int], bound: float) -> Figure:
    """Medians of resident KiB."""
    median, least = statistics.median(ours), statistics.median(empty)
    return Figure(what, median / least, "", bound, f"{median / 1024:.0f} MB ÷ {least / 1024:.0f} MB, n {len(ours)}")
