"""A crash of the process and what Qt says: both reach the log, redacted, for its owner only."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from journeydesk.background.crash_log import write_crashes_to
from journeydesk.background.log_files import write_logs_to
from journeydesk.ui.program.qt_messages import log_qt_messages

_CRASH = """
import os, signal, sys
from pathlib import Path
from journeydesk.background.crash_log import write_crashes_to
def where_it_stood():
    os.kill(os.getpid(), signal.SIGSEGV)
write_crashes_to(Path(sys.argv[1]))
where_it_stood()
"""


def _logged(folder: Path) -> str:
    return (folder / "journeydesk.log").read_text(encoding="utf-8")


@pytest.mark.fault(51)
def test_a_crash_is_in_the_log_of_the_next_start(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _CRASH, str(tmp_path)], check=False, capture_output=True)
    assert done.returncode == -11
    crash = tmp_path / "crash.txt"
    assert crash.stat().st_mode & 0o777 == 0o600
    with crash.open("a", encoding="utf-8") as file:
        file.write("\npatABCDEFGHIJKLMN.0123456789abcdef0123 lena@example.org\n")
    end = write_logs_to(tmp_path)
    write_crashes_to(tmp_path)()
    end()
    assert "where_it_stood" in _logged(tmp_path)
    assert "patABC" not in _logged(tmp_path)
    assert "lena@" not in _logged(tmp_path)
    assert not crash.exists()


def test_a_start_after_a_good_end_logs_no_crash(tmp_path: Path) -> None:
    end = write_logs_to(tmp_path)
    write_crashes_to(tmp_path)()
    write_crashes_to(tmp_path)()
    end()
    assert _logged(tmp_path) == ""


def test_a_link_in_the_place_of_the_crash_file_goes(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("untouched", encoding="utf-8")
    (tmp_path / "crash.txt").symlink_to(tmp_path / "victim")
    write_crashes_to(tmp_path)()
    assert (tmp_path / "victim").read_text(encoding="utf-8") == "untouched"


def test_a_link_in_the_place_of_the_log_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("untouched", encoding="utf-8")
    (tmp_path / "journeydesk.log").symlink_to(tmp_path / "victim")
    write_logs_to(tmp_path)()
    assert (tmp_path / "victim").read_text(encoding="utf-8") == "untouched"
    assert not (tmp_path / "journeydesk.log").is_symlink()


def test_what_qt_says_is_in_the_log_and_redacted(tmp_path: Path) -> None:
    end = write_logs_to(tmp_path)
    stop = log_qt_messages()
    qWarning("no such host for lena@example.org")
    stop()
    end()
    assert "WARNING qt default: no such host" in _logged(tmp_path)
    assert "lena@" not in _logged(tmp_path)
