"""The log keeps no secrets and one event a line; what nobody caught is logged and told, and the program goes on."""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.background.log_files import catch_what_nobody_catches, redacted, write_logs_to

CANARIES = {
    "a token of Airtable": "patAbCdEf12345678.0123456789abcdef0123456789abcdef",
    "a key of Stripe": "rk_test_51Nabcdefgh",
    "a secret of a hook": "whsec_abcdef0123",
    "a header": "Authorization: Bearer something-else-entirely",
    "an address": "amaia.etxarri@ostrelle.example",
    "what stands in an address": "https://analytics.example/mp/collect?measurement_id=G-1&api_secret=s3cr3tOfGoogle",
}


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """A log that is being written."""
    end = write_logs_to(tmp_path / "logs")
    yield tmp_path / "logs" / "journeydesk.log"
    end()


@pytest.mark.parametrize("what", CANARIES)
def test_no_secret_reaches_the_log_by_message_argument_or_traceback(log: Path, what: str) -> None:
    secret = CANARIES[what]
    logger = logging.getLogger("urllib3.connectionpool")
    logger.warning("message %s", secret)
    logger.warning(f"text {secret}")
    try:
        raise ValueError(secret)
    except ValueError:
        logger.exception("failed")
    written = log.read_text(encoding="utf-8")
    assert secret.split(" ")[-1] not in written
    assert len(written.splitlines()) == 3


def test_one_event_is_one_line_whatever_a_value_holds(log: Path) -> None:
    logging.getLogger("journeydesk").warning("a\nb\r\x1b[31mred\0\u202eturned")
    assert log.read_text(encoding="utf-8").count("\n") == 1
    assert "\x1b" not in redacted("\x1b[31m")
    assert "\u202e" not in redacted("\u202e")


def test_the_log_is_for_its_owner_and_does_not_grow_without_end(log: Path) -> None:
    for _ in range(600):
        logging.getLogger("elsewhere").info("x" * 250_000)
    files = list(log.parent.iterdir())
    assert len(files) == 5
    assert sum(file.stat().st_size for file in files) < 11 * 1024 * 1024
    assert all(file.stat().st_mode & 0o077 == 0 for file in files)


@pytest.mark.fault(51)
def test_what_a_thread_did_not_catch_is_logged_and_told(log: Path, caplog: pytest.LogCaptureFixture) -> None:
    told: list[str] = []
    give_back = catch_what_nobody_catches(told.append)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    give_back()
    caplog.clear()
    assert ["ZeroDivisionError" in sentence for sentence in told] == [True]
    assert "ZeroDivisionError: division by zero" in log.read_text(encoding="utf-8")


_SLOT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from journeydesk.app import make_application
from journeydesk.background.log_files import catch_what_nobody_catches, write_logs_to
application = make_application()
write_logs_to(Path(sys.argv[1]))
def tell(sentence):
    print(sentence, flush=True)
    if sys.argv[2] == "teller fails":
        raise RuntimeError("no window")
catch_what_nobody_catches(tell)
def slot():
    raise LookupError("patAbCdEf12345678.0123456789abcdef0123456789abcdef")
QTimer.singleShot(0, slot)
QTimer.singleShot(50, lambda: application.exit(7))
sys.exit(application.exec())
"""


@pytest.mark.fault(51)
@pytest.mark.parametrize("teller", ["teller works", "teller fails"])
def test_what_a_slot_did_not_catch_ends_nothing(tmp_path: Path, teller: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SLOT, str(tmp_path), teller], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 7, done.stderr
    assert "LookupError" in done.stdout
    written = (tmp_path / "journeydesk.log").read_text(encoding="utf-8")
    assert "LookupError" in written
    assert "patAbCdEf" not in written
