"""Pairing a phone in the window, with a real page beside it, asked by https as a phone does."""

import re
import ssl

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journeydesk.services.phone import settings as phone_module
from journeydesk.services.phone.pairing import paired_phones
from journeydesk.services.phone.settings import CERTIFICATE, change_phone, phone_settings
from journeydesk.services.receiver.settings import change_receiver
from journeydesk.services.workspace.opening import now
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.phone.opening import pair_phone
from journeydesk.ui.phone.pairing_sheet import PairPhoneSheet
from journeydesk.ui.receiving.desk import ReceiverDesk
from tests.integration.receiver.free_port import free_port

SECONDS = 20_000


@pytest.fixture
def port(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> int:
    """A free port for the page, on the one address that this computer is said to have."""
    monkeypatch.setattr(phone_module, "own_addresses", lambda: [("lo", "127.0.0.1")])
    window.context.clock = now  # the page runs in a process of its own, by the wall clock
    change_receiver(window.context, port=free_port())
    return change_phone(window.context, port=free_port()).port


def _sheet(window: MainWindow) -> PairPhoneSheet:
    pair_phone(window)
    return next(sheet for sheet in window.findChildren(PairPhoneSheet) if sheet.isVisible())


def test_a_phone_is_paired_by_the_number_on_both(window: MainWindow, receiving: ReceiverDesk, port: int, qtbot: QtBot) -> None:
    sheet = _sheet(window)
    assert not sheet.allow.isEnabled()
    assert phone_settings(window.context).address == f"https://127.0.0.1:{port}"
    certificate = window.context.database.folder / CERTIFICATE
    qtbot.waitUntil(lambda: receiving.address != "" and certificate.exists(), timeout=SECONDS)
    trust = ssl.create_default_context(cafile=str(certificate))
    with httpx.Client(base_url=f"https://127.0.0.1:{port}", verify=trust, trust_env=False) as phone:
        assert phone.post("/phone/pair", data={"code": sheet.invitation_secret}).status_code == 303
        page = phone.get("/phone/pair").text
        number = "".join(re.findall(r"<span aria-hidden=\"true\"[^>]*>(\d)</span>", page))
        qtbot.waitUntil(lambda: sheet.allow.isEnabled(), timeout=SECONDS)
        assert sheet.digits.accessibleName() == " ".join(number)
        phone.post("/phone/pair/agree")
        qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: len(paired_phones(window.context)) == 1, timeout=SECONDS)
        assert phone.get("/phone/").status_code == 200
    qtbot.waitUntil(lambda: not sheet.isVisible(), timeout=SECONDS)
    remove_phone_by_hand(window, qtbot)


def remove_phone_by_hand(window: MainWindow, qtbot: QtBot) -> None:
    """Its button takes a phone's way in."""
    again = _sheet(window)
    (remove,) = again.phones.findChildren(QPushButton)
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert paired_phones(window.context) == []


def test_escape_ends_a_pairing_that_is_under_way(window: MainWindow, receiving: ReceiverDesk, port: int, qtbot: QtBot) -> None:
    sheet = _sheet(window)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    from journeydesk.domain.phone.pairing import Stage
    from journeydesk.services.phone.pairing import pairing

    running = pairing(window.context)
    assert running is not None
    assert running.stage(window.context.clock()) is Stage.STOPPED


def test_a_taken_port_is_said_in_the_first_step(window: MainWindow, receiving: ReceiverDesk, port: int, qtbot: QtBot) -> None:
    import socket

    with socket.create_server(("127.0.0.1", port)):
        sheet = _sheet(window)
        qtbot.waitUntil(lambda: "is taken by another program" in sheet.network.accessibleName(), timeout=SECONDS)


def test_the_page_is_switched_off_from_the_same_place(
    window: MainWindow, receiving: ReceiverDesk, port: int, qtbot: QtBot
) -> None:
    sheet = _sheet(window)
    qtbot.waitUntil(lambda: receiving.address != "", timeout=SECONDS)
    qtbot.mouseClick(sheet._off, Qt.MouseButton.LeftButton)
    assert not phone_settings(window.context).on
    qtbot.waitUntil(lambda: not receiving.is_running, timeout=SECONDS)


def test_without_a_network_it_says_so(window: MainWindow, receiving: ReceiverDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phone_module, "own_addresses", list)
    sheet = _sheet(window)
    assert "in no network" in sheet.network.accessibleName()
    assert not phone_settings(window.context).on


def test_a_name_that_cannot_be_opened_is_refused(window: MainWindow, receiving: ReceiverDesk, port: int, qtbot: QtBot) -> None:
    sheet = _sheet(window)
    sheet.address.choice.setCurrentIndex(sheet.address.choice.count() - 1)
    sheet.address.choice.activated.emit(sheet.address.choice.currentIndex())
    qtbot.keyClicks(sheet.address.name, "https://desk")
    qtbot.keyClick(sheet.address.name, Qt.Key.Key_Return)
    assert "is not a name that a browser opens" in sheet.wrong.text()
    assert phone_settings(window.context).name == ""
