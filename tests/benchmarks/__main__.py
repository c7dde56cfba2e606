"""`make bench`: every figure beside its bound and its yardstick, part by part and as JSON; exits 1 where a bound is missed.

`make bench ARGS="--list"` names the parts, `ARGS="--only window,sync"` measures some and `ARGS="--skip growth"` all but some. Each
part is a process of its own, so that none inherits what another warmed, filled or left running.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from tests.benchmarks.parts import PARTS, Part
from tests.benchmarks.table import Figure, conclude, print_table
from tests.benchmarks.workspaces import Workspaces, cache_folder
from tests.benchmarks.yardsticks import YARDSTICKS


def measure(part: Part, workspaces: Workspaces) -> list[Figure]:
    """The part's figures, its yardstick taken before and after."""
    words, stick = YARDSTICKS[part.yardstick]
    module, function = part.function.split(":")
    before = stick()
    figures: list[Figure] = getattr(import_module(module), function)(workspaces)
    after = stick()
    return [*figures, Figure(f"  yardstick of “{part.name}”: {words}, p95", after, "ms", None, f"{before:.2f} ms before them")]


def _in_a_process(part: Part, arguments: argparse.Namespace) -> list[Figure]:
    answer = arguments.cache / "run" / f"{part.name}.json"
    # Parts that measure no large workspace may run before there is any.
    answer.parent.mkdir(parents=True, exist_ok=True)
    answer.unlink(missing_ok=True)
    began = time.monotonic()
    print(f"{part.name}: {part.words} …", flush=True)
    command = [
        sys.executable,
        "-m",
        "tests.benchmarks",
        "--cache",
        str(arguments.cache),
        "--prospects",
        str(arguments.prospects),
    ]
    status = subprocess.run([*command, "--inside", part.name, "--answer", str(answer)], check=False).returncode
    if status or not answer.exists():
        figures = [Figure(f"“{part.name}” ended with {status} and no figures", 1, "failure", 0)]
    else:
        figures = [Figure(**figure) for figure in json.loads(answer.read_text(encoding="utf-8"))]
    print_table(figures)
    print(f"  in {time.monotonic() - began:.0f} s\n", flush=True)
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description="Measures every bound beside its yardstick.")
    parser.add_argument("--cache", type=Path, default=cache_folder(), help="where the large workspaces are kept")
    parser.add_argument("--prospects", type=int, default=100_000, help="how many prospects the large workspace has")
    parser.add_argument("--only", default="", metavar="PARTS", help="measure these parts, named with commas between them")
    parser.add_argument("--skip", default="", metavar="PARTS", help="measure all but these")
    parser.add_argument("--list", action="store_true", help="name the parts")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    parser.add_argument("--answer", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    named = {part.name: part for part in PARTS}
    if arguments.list:
        for part in PARTS:
            print(f"{part.name:<12} {part.words}")
        return 0
    workspaces = Workspaces(arguments.cache, arguments.prospects)
    if arguments.inside:
        figures = measure(named[arguments.inside], workspaces)
        arguments.answer.write_text(json.dumps([asdict(figure) for figure in figures]), encoding="utf-8")
        return 0
    only, skipped = arguments.only.split(","), arguments.skip.split(",")
    unknown = [name for name in (*only, *skipped) if name and name not in named]
    if unknown:
        parser.error(f"there is no part {unknown[0]!r}; there are {', '.join(named)}")
    chosen = [part for part in PARTS if (not arguments.only or part.name in only) and part.name not in skipped]
    began = time.monotonic()
    try:
        for name in dict.fromkeys(name for part in chosen for name in part.workspaces(workspaces)):
            workspaces.copy(name)
        figures = [figure for part in chosen for figure in _in_a_process(part, arguments)]
    finally:
        workspaces.let_go()
    print(f"\nMeasured in {time.monotonic() - began:.0f} s.\n")
    return int(conclude(figures, arguments.cache / "figures.json") > 0)


if __name__ == "__main__":
    raise SystemExit(main())
