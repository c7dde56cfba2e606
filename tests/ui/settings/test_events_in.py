"""Receiving switched on in the window: a real process beside it, its settings, and what it takes on the screens."""

import json
import socket
import urllib.request

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journeydesk.domain.webhooks.signatures import sign
from journeydesk.services.changes import Change
from journeydesk.services.receiver.running import is_receiving
from journeydesk.services.receiver.settings import change_receiver, receiver_settings
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.receiving.desk import ReceiverDesk
from journeydesk.ui.receiving.opening import set_up_events_in
from journeydesk.ui.receiving.settings_sheet import EventsInSheet
from journeydesk.ui.tabs.reports.tab import ReportsTab
from tests.integration.receiver.free_port import free_port

SECONDS = 20_000


def send(address: str, **event: str) -> None:
    """An event of this morning, signed; it is accepted."""
    body = json.dumps({"timestamp": "2026-05-19T08:00:00Z"} | event).encode()
    request = urllib.request.Request(
        f"{address}/api/webhook/customer-journey", body, {"X-Webhook-Signature": sign("secret", body)}
    )
    with urllib.request.urlopen(request) as answer:
        assert answer.status == 202


def test_switching_it_on_receives_and_the_screens_follow(window: MainWindow, receiving: ReceiverDesk, qtbot: QtBot) -> None:
    heard: list[Change] = []
    window.changed.connect(heard.append)
    port = free_port()
    set_up_events_in(window)
    sheet = window.findChild(EventsInSheet)
    assert sheet is not None
    qtbot.mouseClick(sheet.on, Qt.MouseButton.LeftButton)
    sheet.port.setText(str(port))
    save = sheet.findChild(QPushButton, "save events in")
    assert save is not None
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert receiver_settings(window.context).on
    qtbot.waitUntil(lambda: receiving.address == f"http://127.0.0.1:{port}", timeout=SECONDS)
    send(receiving.address, customer_id="x@example.com", customer_name="Ida Quill", event="login")
    qtbot.waitUntil(lambda: any(change.origin == "receiver" for change in heard), timeout=SECONDS)
    change_receiver(window.context, on=False)
    receiving.follow()
    qtbot.waitUntil(lambda: not is_receiving(window.context), timeout=SECONDS)


def test_the_journey_map_moves_while_events_come(window: MainWindow, receiving: ReceiverDesk, qtbot: QtBot) -> None:
    change_receiver(window.context, on=True, port=free_port())
    receiving.begin()
    window.show_place("Reports")
    reports = window.tab("Reports")
    assert isinstance(reports, ReportsTab)
    reports.show_report("map")
    reports.show_this_period()
    qtbot.waitUntil(lambda: bool(receiving.address) and reports.ready, timeout=SECONDS)

    def seen() -> list[str]:
        return [spot.words for chart in reports.page.charts for spot in chart.spots]

    qtbot.waitUntil(lambda: bool(seen()), timeout=SECONDS)
    before = seen()
    send(receiving.address, customer_id="ida@example.com", customer_name="Ida Quill", event="cta_clicked", stage="Discovery")
    qtbot.waitUntil(lambda: seen() not in (before, []), timeout=SECONDS)


def test_a_taken_port_is_said_and_shown_red(window: MainWindow, receiving: ReceiverDesk, qtbot: QtBot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        change_receiver(window.context, on=True, port=taken.getsockname()[1])
        with qtbot.waitSignal(receiving.failed, timeout=SECONDS) as failed:
            receiving.begin()
    assert "is taken by another program" in failed.args[0]


def test_a_wrong_value_is_said_and_nothing_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    set_up_events_in(window)
    sheet = window.findChild(EventsInSheet)
    assert sheet is not None
    sheet.origins.setText("www.example.com/form")
    sheet.save()
    assert "Write it like https://www.example.com" in sheet.wrong.text()
    assert receiver_settings(window.context).origins == ()
    sheet.origins.setText("https://www.example.com, https://example.org/")
    sheet.save()
    assert receiver_settings(window.context).origins == ("https://www.example.com", "https://example.org")
