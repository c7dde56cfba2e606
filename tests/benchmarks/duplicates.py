"""How long it takes to find who is there twice among 100,000, and how right that is on a labelled set."""

import gc
import sys
import time
from itertools import combinations

from journeydesk.domain.ids import RecordId
from journeydesk.services.duplicates.blocks import pairs
from journeydesk.services.duplicates.likeness import compare
from journeydesk.services.duplicates.sketch import sketch
from tests.benchmarks.table import Figure
from tests.benchmarks.workspaces import Workspaces, cache_folder
from tests.fakes.look_alikes import LookAlikes

_SEED = 2026


def duplicate_figures(workspaces: Workspaces) -> list[Figure]:
    """Time, precision and recall over a team of as many as the large workspace has, with their doubles and look-alikes."""
    people = LookAlikes(_SEED).team(workspaces.size)
    fields = [person.fields for person in people]
    # As in the window, which collects by itself while nobody waits.
    gc.disable()
    began = time.perf_counter()
    sketches = [sketch(RecordId(number), known) for number, known in enumerate(fields)]
    found, looked_at = set(), 0
    for one, other in pairs(sketches):
        looked_at += 1
        if compare(sketches[one], sketches[other]) is not None:
            found.add((one, other))
    seconds = time.perf_counter() - began
    gc.enable()
    by_who: dict[int, list[int]] = {}
    for place, person in enumerate(people):
        by_who.setdefault(person.who, []).append(place)
    true = {pair for places in by_who.values() for pair in combinations(places, 2)}
    right = len(found & true)
    yardstick = f"{len(true):,} true pairs, {looked_at:,} looked at; counting to 10,000,000 took {_counting():.2f} s"
    return [
        Figure(f"duplicates among {len(people):,}", seconds, "s", 4, yardstick),
        Figure("their precision", right / len(found), "", 0.97, at_least=True),
        Figure("their recall", right / len(true), "", 0.90, at_least=True),
    ]


def _counting() -> float:
    began = time.perf_counter()
    for _ in range(10_000_000):
        pass
    return time.perf_counter() - began


def main() -> int:
    """Prints the figures alone."""
    for figure in duplicate_figures(Workspaces(cache_folder())):
        print(f"{figure.what}: {figure.value:.3f} {figure.unit} ({figure.yardstick})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
