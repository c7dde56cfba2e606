"""What large blocks leave behind in the memory of a process, measured in one of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
from journeydesk.background.heap import hold_the_heap_together
from tests.benchmarks.process import resident_kib

if {held}:
    hold_the_heap_together()
bytearray(b"x" * 16_000_000)
before = resident_kib()
small, large = [], []
for _ in range(10):
    large.append(bytearray(b"x" * 4_000_000))
    small.append(bytearray(b"x" * 60_000))
del large
print(resident_kib() - before)
"""


def _left_kib(held: bool) -> int:
    done = subprocess.run([sys.executable, "-c", _PROGRAM.format(held=held)], capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's allocator")
def test_large_blocks_leave_nothing_among_small_ones() -> None:
    assert _left_kib(held=False) > 10_000
    assert _left_kib(held=True) < 5_000


_MUCH_WRITTEN = """
import sys
from pathlib import Path
from journeydesk.storage.engine import sql
from journeydesk.storage.opening import open_database
from tests.benchmarks.process import resident_kib

database = open_database(Path(sys.argv[1]), bytes(range(32)))
with database.write() as connection:
    sql.run(connection, "INSERT INTO meta (key, value) VALUES ('before', '')")
before = resident_kib()
with database.writing_much(), database.write() as connection:
    for number in range(30):
        sql.run(connection, "INSERT INTO meta (key, value) VALUES (?, zeroblob(1000000))", (str(number),))
print(resident_kib() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's allocator")
def test_who_wrote_much_leaves_no_pages_in_memory(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _MUCH_WRITTEN, str(tmp_path / "w")], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 8_000
