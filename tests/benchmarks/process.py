"""What a process costs: its resident memory, and how long from its command to what it reports."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path


def resident_kib() -> int:
    """Resident memory of this process in KiB, as the kernel counts it."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise RuntimeError("/proc/self/status has no VmRSS line; memory is measured on Linux only")


def peak_resident_kib() -> int:
    """The most resident memory that this process had, in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def report_of(module: str, environment: Mapping[str, str], *arguments: str) -> tuple[float, int]:
    """Runs `python -m module` and returns (seconds from its command to the report it prints, resident KiB)."""
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
    return last["painted"] - began, last["resident"]
