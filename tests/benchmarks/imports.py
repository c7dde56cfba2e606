"""What a list of 100,000 rows costs: brought in and taken back by a program of its own, alone and beside a window that saves."""

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from journeydesk import config
from journeydesk.domain.catalogue import APPLICATION_STATUSES, INDUSTRIES, PROSPECTS
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.files.importing import carry_out
from journeydesk.services.files.rehearsal import read_bytes, rehearse
from journeydesk.services.workspace.opening import open_workspace
from tests.benchmarks.big_database import KEY
from tests.benchmarks.process import peak_resident_kib
from tests.benchmarks.table import Figure, spread
from tests.benchmarks.workspaces import Workspaces

ROWS = 100_000
_BESIDE_ROWS = 10_000
_WORDS = (
    "the", "and", "to", "for", "with", "team", "API", "photo", "archive", "call", "wants", "needs", "asked", "rollout", "webhook",
    "budget", "pricing", "signed",
)  # fmt: skip
_TITLES = (
    "Company,Contact Name,Email,Phone,Website,Job Title,Industry,Use Case,Status,Applied On,Source,Assigned To,Next Follow-up,Notes,"
    "Estimated Revenue"
)


def write_list(path: Path, rows: int) -> None:
    """A list as a sales team brings it, in no order: 15 columns, every tenth with quoted cells."""
    chance = random.Random(rows)
    numbers = list(range(rows))
    chance.shuffle(numbers)
    with path.open("w", encoding="utf-8") as file:
        file.write(_TITLES + "\n")
        for number in numbers:
            company = f"{chance.choice(('Łąkowisko', 'Quillon', 'Hraunskel', 'Brisalta'))} Freight {number}"
            notes = " ".join(chance.choices(_WORDS, k=10)) if number % 2 else ""
            cells = (
                f'"{company}, Ltd"' if number % 10 == 0 else company,
                f"{chance.choice(('Adaeze', 'Zuzanna', 'Thandeka', 'Steinunn'))} Nxele",
                f"p{number * 7919 % 1_000_003}@{number * 104_729 % 1_000_003}.example",
                f"+44 20 {70_000_000 + number}",
                f"https://{number * 104_729 % 1_000_003}.example",
                "Buyer",
                chance.choice(INDUSTRIES),
                " ".join(chance.choices(_WORDS, k=15)),
                chance.choice(APPLICATION_STATUSES),
                f"2026-0{chance.randint(1, 5)}-1{chance.randint(0, 9)}T10:00:00Z",
                "Email",
                "Amaia Etxarri",
                f"2026-06-{chance.randint(10, 28)}",
                notes,
                f"{chance.randint(100, 90_000)}.50",
            )
            file.write(",".join(cells) + "\n")


def import_figures(_workspaces: Workspaces) -> list[Figure]:
    """Time and memory of an import of 100,000 rows and its undo, and what a save waits for beside one."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "list.csv"
        write_list(file, ROWS)
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.imports", folder, str(file)],
            capture_output=True,
            text=True,
            check=True,
            env=dict(os.environ),
        )
        alone = json.loads(done.stdout.strip().splitlines()[-1])
        waits = _waits_beside_an_import(Path(folder))
    rehearsed = f"of it {alone['rehearsed']:.1f} s reading and planning"
    return [
        # The bound is that of half as many.
        Figure(f"rehearsal of {ROWS:,} rows", alone["rehearsed"], "s", 10),
        Figure(f"import of {ROWS:,} rows", alone["imported"], "s", 20, rehearsed),
        Figure("peak resident memory of that", alone["peak"] / 1024, "MB", 250, f"{alone['before'] / 1024:.0f} MB before it"),
        Figure("undo of it", alone["undone"], "s", 15),
        Figure(
            "save beside an import in the same window, longest", max(waits) * 1000, "ms", 50, spread([w * 1000 for w in waits])
        ),
    ]


def _opened(folder: Path) -> Context:
    context, _ = open_workspace(folder, KEY, config.connections({"JOURNEYDESK_ACTOR": "Amaia Etxarri"}))
    return context


def _alone(folder: Path, file: Path) -> dict[str, float]:
    context = _opened(folder / "alone")
    before = peak_resident_kib()
    began = time.perf_counter()
    rehearsal = rehearse(context, PROSPECTS, file.name, read_bytes(file))
    rehearsed = time.perf_counter()
    carry_out(context, rehearsal)
    imported = time.perf_counter()
    del rehearsal
    if undo(context) is None:
        raise RuntimeError("there was nothing to undo")
    undone = time.perf_counter()
    peak = peak_resident_kib()
    context.database.close()
    return {
        "rehearsed": rehearsed - began,
        "imported": imported - began,
        "undone": undone - imported,
        "before": before,
        "peak": peak,
    }


def _waits_beside_an_import(folder: Path) -> list[float]:
    """Seconds that each save took while another thread imports, the save itself taken off."""
    file = folder / "beside.csv"
    write_list(file, _BESIDE_ROWS)
    context = _opened(folder / "beside")
    context.database.hurry()
    quiet = sorted(_save(context) for _ in range(20))[10]
    rehearsal = rehearse(context, PROSPECTS, file.name, read_bytes(file))
    importing = threading.Thread(target=carry_out, args=(context, rehearsal))
    importing.start()
    waits = []
    while importing.is_alive():
        waits.append(max(0.0, _save(context) - quiet))
        time.sleep(0.05)
    importing.join()
    context.database.close()
    return waits


def _save(context: Context) -> float:
    began = time.perf_counter()
    create_prospect(context, {"company": "Typed meanwhile"})
    return time.perf_counter() - began


def main() -> int:
    """The import of a program of its own: folder and file are named."""
    print(json.dumps(_alone(Path(sys.argv[1]), Path(sys.argv[2]))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
