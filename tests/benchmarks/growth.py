"""The same keys and clicks at a tenth of the prospects, as many, and ten times as many.

Nothing that a hand waits for may cost more than 1.5 times as much at ten times as many. Medians are compared, the dearer of the
first time and again; below two milliseconds, which nobody can feel and no clock of a busy machine can hold apart, all count as two.

The sizes take turns, and of each the quickest turn counts: a machine may be half as quick in one minute as in the next, and what is
compared here was never measured in the same one.
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from journeydesk.running import Running
from journeydesk.services.commands.prospects import log_interaction
from tests.benchmarks import window as keys
from tests.benchmarks.frames import frame
from tests.benchmarks.openings import first_openings
from tests.benchmarks.outbox import sync_details
from tests.benchmarks.real_window import list_of, real_window
from tests.benchmarks.table import Figure
from tests.benchmarks.waiting import wait_until
from tests.benchmarks.work import changes, drops
from tests.benchmarks.workspaces import Workspaces

_MOST = 1.5
_FELT_MS = 2.0
_OPENED = 5
_TURNS = 4


def growth_figures(workspaces: Workspaces) -> list[Figure]:
    """For each thing the worse of its two steps from one size to the next."""
    sizes = workspaces.growth_sizes
    folders = [workspaces.run_folder(f"growth-{size}") for size in sizes]
    turns = [[_measured(folder) for folder in folders] for _ in range(_TURNS)]
    taken = [_quickest(of_one_size) for of_one_size in zip(*turns, strict=True)]
    return [_growth(what, [taken_at[what] for taken_at in taken], sizes) for what in taken[0]]


def _quickest(turns: Sequence[dict[str, float]]) -> dict[str, float]:
    return {what: min(turn[what] for turn in turns) for what in turns[0]}


def _growth(what: str, taken: Sequence[float], sizes: Sequence[int]) -> Figure:
    felt = [max(_FELT_MS, milliseconds) for milliseconds in taken]
    worst = max(after / before for before, after in pairwise(felt))
    note = ", ".join(f"{size:,}: {milliseconds:.1f} ms" for size, milliseconds in zip(sizes, taken, strict=True))
    return Figure(f"growth a decade: {what}", worst, "×", _MOST, note)


def _measured(folder: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.growth", str(folder)], stdout=subprocess.PIPE, text=True, check=True
    )
    medians: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return medians


def _works(running: Running) -> dict[str, Callable[[], list[float]]]:
    window, tab = running.window, list_of(running)
    return {
        "a key in the palette": partial(keys.palette_keys, window),
        "a key in the list's own search": partial(keys.shown, tab, keys.searches()),
        "one filter, or two": partial(keys.shown, tab, keys.filters()),
        "sort by a column": partial(keys.shown, tab, keys.sorts()),
        "sort by two columns": partial(keys.shown, tab, keys.pairs()[::4]),
        "a frame of scrolling": partial(keys.scrolling, tab),
        "Home, End, Page Up and Down, tick all": partial(keys.jumps, tab),
        "tick all right after a sort": partial(keys.ticks_at_once, tab),
        "open a prospect": partial(keys.openings_of_prospects, tab),
        "L to the log form": partial(keys.log_form, window, tab),
        "save a log": partial(_logs, running),
        "one changed prospect to screens right": partial(changes, running),
        "sync details with 1,000 changed records": partial(_details, running),
        "kanban, a card moved": partial(drops, window),
        "kanban, second visit": partial(keys.second_visits, window),
    }


def _logs(running: Running) -> list[float]:
    """A call logged and everything that follows from it, painted."""
    tab = list_of(running)
    chosen = [tab.model.id_at(place) for place in range(20)]
    log = partial(log_interaction, running.context, type="Call", summary="Asked for references")
    return [frame(partial(log, prospect)) for prospect in chosen if prospect is not None]


def _details(running: Running) -> list[float]:
    return sync_details(running.window, list_of(running).model.all_ids()[:1_000])


def _settle(running: Running) -> None:
    """Until the list's ids have come, so that what is measured next is measured alone."""
    tab = list_of(running)
    running.window.show_place("Prospects")
    wait_until(lambda: not tab.model.is_reading, 20)
    QCoreApplication.processEvents()


def main() -> int:
    """Prints one JSON line: each thing and its median in milliseconds."""
    medians: dict[str, float] = {}
    with real_window(Path(sys.argv[1])) as running:
        for what, work in _works(running).items():
            both = []
            for _ in range(2):
                _settle(running)
                both.append(statistics.median(work()))
            medians[what] = max(both)
        for place, samples in first_openings(running, _OPENED).items():
            medians[f"{place}, first opening"] = statistics.median(samples)
    print(json.dumps(medians), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
