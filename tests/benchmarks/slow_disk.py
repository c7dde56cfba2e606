"""A disk whose syncs take what most take, the same each time: this machine's may be a computing centre's."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

SYNC_MICROSECONDS = 5_000
"""What a small solid-state disk without a capacitor takes, at the better end."""


def slow_disk(folder: Path) -> Mapping[str, str] | None:
    """The environment of a program on such a disk, whose library is built in `folder`; None without Linux and a C compiler."""
    compiler = next((found for name in ("cc", "gcc", "tcc", "clang") if (found := shutil.which(name))), None)
    if compiler is None or os.uname().sysname != "Linux":
        return None
    made = folder / "slow_disk.so"
    source = Path(__file__).with_name("slow_disk.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", str(made), str(source)], check=True, capture_output=True)
    return dict(os.environ) | {"LD_PRELOAD": str(made), "SYNC_MICROSECONDS": str(SYNC_MICROSECONDS)}
