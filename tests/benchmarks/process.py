"""What a process costs: its resident memory, and how long from its command to what it reports."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


def resident_kib() -> int:
    """Resident memory of this process in KiB, as the kernel counts it."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise RuntimeError("/proc/self/status has no VmRSS line; memory is measured on Linux only")


def peak_resident_kib() -> int:
    """The most resident memory that this process had, in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


class Report(NamedTuple):
    """What a process says of itself: seconds from its command to what it reports, its resident KiB, and how many milliseconds each of
    the keys waited that were typed into it."""

    seconds: float
    resident: int
    waited: Sequence[float] = ()


def report_of(module: str, environment: Mapping[str, str], *arguments: str) -> Report:
    """Runs `python -m module` until it has reported."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=dict(environment),
        timeout=120,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{module} ended with {done.returncode}: {done.stderr.strip()[-2000:]}")
    last = json.loads(done.stdout.strip().splitlines()[-1])
    return Report(last["painted"] - began, last["resident"], last.get("waited", ()))
