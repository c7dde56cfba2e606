"""The ways out of this computer: the system's own choice, and nothing sent to find it."""

import socket

import pytest

from journeydesk.background import way_out as module
from journeydesk.background.way_out import way_out


def test_the_way_is_this_computers_own_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FAR_AWAY", ((socket.AF_INET, "127.0.0.1"),))
    assert way_out() == ("127.0.0.1",)


def test_nothing_is_sent_to_find_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as hearing:
        hearing.bind(("127.0.0.1", 0))
        hearing.settimeout(0.2)
        monkeypatch.setattr(module, "_FAR_AWAY", ((socket.AF_INET, "127.0.0.1"),))
        monkeypatch.setattr(module, "_ANY_PORT", hearing.getsockname()[1])
        assert way_out()
        with pytest.raises(TimeoutError):
            hearing.recv(1)


def test_without_a_network_there_is_none() -> None:
    # As every test is: `only_loopback` answers as the system does then.
    assert way_out() == ()


def test_a_kind_of_address_that_is_not_there_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = (socket.AF_INET6, "127.0.0.1")
    monkeypatch.setattr(module, "_FAR_AWAY", (nowhere, (socket.AF_INET, "127.0.0.1")))
    assert way_out() == ("127.0.0.1",)
