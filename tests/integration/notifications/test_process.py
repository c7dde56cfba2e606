"""The application as a process of its own, on a real session bus: what it tells, and what a press on it does."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from journeydesk import credentials
from journeydesk.domain.time import moment_text
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage.engine import sql
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from tests.integration.notifications.service import NotificationService
from tests.workspaces import NOWHERE


def wait_for(done: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while not done():
        assert process.poll() is None
        assert time.monotonic() < deadline


def status(folder: Path) -> str:
    context, _ = open_workspace(folder, None, NOWHERE)
    with context.database.read() as connection:
        found = sql.scalar(connection, "SELECT status FROM alerts")
    context.database.close()
    return str(found)


def test_an_urgent_alert_is_acknowledged_from_its_notification(tmp_path: Path, bus: str, service: NotificationService) -> None:
    folder = tmp_path / "home" / "workspace"
    credentials.go_unencrypted(folder)
    context, _ = open_workspace(folder, None, NOWHERE)
    now = datetime.now(UTC)
    values: records.Row = {
        "key": "ALR-1",
        "rule": "access late",
        "priority": "Urgent",
        "status": "Pending",
        "raised_at": moment_text(now),
        "expires_at": moment_text(now + timedelta(days=7)),
        "headline": "Paid and locked out",
    }
    with context.database.write() as connection:
        records.insert(connection, "alerts", values, Author("rule", moment_text(now), "rule"))
    context.database.close()
    environment = dict(os.environ) | {
        "JOURNEYDESK_HOME": str(tmp_path / "home"),
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "QT_QPA_PLATFORM": "offscreen",
    }
    process = subprocess.Popen([sys.executable, "-m", "journeydesk", "open"], env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: bool(service.shown), process)
        number, shown = next(iter(service.shown.items()))
        assert (shown.title, shown.urgency) == ("Paid and locked out", 2)
        service.press(number, "acknowledge")
        wait_for(lambda: number in service.closed, process)
    finally:
        process.terminate()
        process.wait(10)
    assert status(folder) == "Acknowledged"
