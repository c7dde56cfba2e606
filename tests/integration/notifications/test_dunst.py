"""The same against a daemon that people use: dunst, on an X server without a screen."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from journeydesk.services.commands.alerts import acknowledge
from journeydesk.services.queries.alerts import alert_detail
from tests.integration.notifications.conftest import Office

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture
def dunst(bus: str, tmp_path: Path) -> Iterator[Callable[..., str]]:
    """dunstctl, once dunst has taken its name on the bus."""
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "640x480x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    settings = tmp_path / "dunstrc"
    settings.write_text("[global]\n    idle_threshold = 0\n", encoding="utf-8")
    environment = dict(os.environ) | {"DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": bus, "HOME": str(tmp_path)}
    daemon = subprocess.Popen(
        ["dunst", "-conf", str(settings)], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )

    def control(*words: str) -> str:
        done = subprocess.run(["dunstctl", *words], env=environment, capture_output=True, text=True, timeout=20, check=False)
        return done.stdout.strip()

    deadline = time.monotonic() + 20
    while control("is-paused") != "false" and time.monotonic() < deadline:
        assert daemon.poll() is None
    yield control
    for process in (daemon, screen):
        process.terminate()
        process.wait(10)


def displayed(dunst: Callable[..., str]) -> int:
    return int(dunst("count", "displayed") or 0)


def history(dunst: Callable[..., str]) -> list[Any]:
    found: list[Any] = json.loads(dunst("history"))["data"][0]
    return found


def test_dunst_shows_an_urgent_alert_and_a_press_opens_it(office: Office, dunst: Callable[..., str]) -> None:
    office.open()
    alert = office.raise_alert(1, "Urgent")
    office.qtbot.waitUntil(lambda: displayed(dunst) == 1, timeout=10_000)
    dunst("action", "0")
    office.qtbot.waitUntil(lambda: office.window.place == "Alerts", timeout=10_000)
    office.qtbot.waitUntil(lambda: displayed(dunst) == 0, timeout=10_000)
    detail = alert_detail(office.context, alert)
    assert detail is not None
    assert detail.row.status == "Pending"


def test_dunst_takes_it_back_when_the_alert_is_handled(office: Office, dunst: Callable[..., str]) -> None:
    office.open()
    alert = office.raise_alert(1, "Urgent")
    office.qtbot.waitUntil(lambda: displayed(dunst) == 1, timeout=10_000)
    acknowledge(office.context, alert)
    office.qtbot.waitUntil(lambda: displayed(dunst) == 0, timeout=10_000)
    shown = history(dunst)
    assert [one["summary"]["data"] for one in shown] == ["Alert 1 of <Kern & Co>"]
    assert [one["body"]["data"] for one in shown] == ["Urgent · churn risk · Plan a success call"]
    assert [one["appname"]["data"] for one in shown] == ["Journeydesk"]
