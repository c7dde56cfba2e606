"""What `make bench` measures, part by part, in this order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.benchmarks.workspaces import REPORTS, Workspaces


def _none(_workspaces: Workspaces) -> Sequence[str]:
    return ()


def _big(_workspaces: Workspaces) -> Sequence[str]:
    return ("big",)


def _reports(_workspaces: Workspaces) -> Sequence[str]:
    return ("big-reports",)


def _events(_workspaces: Workspaces) -> Sequence[str]:
    return ("events",)


def _growth(workspaces: Workspaces) -> Sequence[str]:
    return [f"growth-{size}" for size in workspaces.growth_sizes]


def _report_growth(workspaces: Workspaces) -> Sequence[str]:
    return [f"growth-{size}{REPORTS}" for size in workspaces.growth_sizes]


@dataclass(frozen=True, slots=True)
class Part:
    """`function` is `module:name` of what takes the workspaces and returns figures; `workspaces` names those that it needs."""

    name: str
    words: str
    function: str
    yardstick: str
    workspaces: Callable[[Workspaces], Sequence[str]] = _none


PARTS = (
    Part("start", "start and memory of the window", "tests.benchmarks.start:start_figures", "processor", _big),
    Part("queries", "what screens ask of the database", "tests.benchmarks.storage:storage_figures", "disk", _big),
    Part("window", "keys, scrolling, jumps, places", "tests.benchmarks.window:window_figures", "frame", _big),
    Part("openings", "each place for the first time", "tests.benchmarks.openings:opening_figures", "frame", _big),
    Part("work", "the window while the program works", "tests.benchmarks.work:work_figures", "frame", _big),
    Part("outbox", "sync details with many changes waiting", "tests.benchmarks.outbox:outbox_figures", "frame", _big),
    Part("reports", "reports on the screen and on paper", "tests.benchmarks.reports:report_figures", "processor", _reports),
    Part(
        "rules",
        "the fold, and the first evaluation of everybody",
        "tests.benchmarks.evaluation:evaluation_figures",
        "processor",
        _events,
    ),
    Part("copy", "saves beside the copy of the day", "tests.benchmarks.copying:copy_figures", "disk", _big),
    Part("duplicates", "who is there twice", "tests.benchmarks.duplicates:duplicate_figures", "processor"),
    Part("import", "a list of 100,000 rows, and its undo", "tests.benchmarks.imports:import_figures", "disk"),
    Part("receiver", "events in, and saves beside them", "tests.benchmarks.receiving:receiving_figures", "disk"),
    Part("sync", "calls, time, and the window beside sync", "tests.benchmarks.sync:sync_figures", "processor"),
    Part(
        "memory",
        "memory once everything was opened and a sync ran",
        "tests.benchmarks.memory:memory_figures",
        "processor",
        _big,
    ),
    Part("demo", "the demonstration until its list is usable", "tests.benchmarks.demonstration:demo_figures", "processor"),
    Part("quit", "closing while the network hangs", "tests.benchmarks.quitting:quit_figures", "processor"),
    Part("phone", "the phone's pages", "tests.benchmarks.phone:phone_figures", "processor", _big),
    Part(
        "growth",
        "the same at a tenth, as many, and ten times as many",
        "tests.benchmarks.growth:growth_figures",
        "frame",
        _growth,
    ),
    Part(
        "report-growth",
        "reports at a tenth, as many, and ten times as many",
        "tests.benchmarks.report_growth:report_growth_figures",
        "processor",
        _report_growth,
    ),
    Part("peer", "Anki's search over as many notes of the same text", "tests.benchmarks.peer:peer_figures", "processor", _big),
)
