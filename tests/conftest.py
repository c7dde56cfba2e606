"""What holds for every test: loopback only, silence is the passing state, no real keyring, no real home."""

import errno
import gc
import itertools
import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from tests.fakes.open_keyring import OpenKeyring
from tests.made_once import make_once

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

# A slow machine draws values slowly; that is no fault of what is tested.
settings.register_profile("journeydesk", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("journeydesk")

make_once()

_homes = itertools.count()
_collections = itertools.count(1)
_WHOLLY_EVERY = 50
_LOOPBACK = ("127.", "::1", "localhost")


def _is_local(address: Any) -> bool:
    if isinstance(address, (str, bytes)):
        return True
    return str(address[0]).startswith(_LOOPBACK)


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to anywhere but this machine fails the test that made it; who only asks for the way there hears that there is none."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if not _is_local(address):
            if self.type == socket.SOCK_DGRAM:
                raise OSError(errno.ENETUNREACH, "a test has no network")
            pytest.fail(f"a test tried to connect to {address!r}; only loopback is allowed")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def own_home(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Each test has a home of its own, and no setting of the person who runs it reaches it."""
    for name in list(os.environ):
        if name.startswith("JOURNEYDESK_"):
            monkeypatch.delenv(name)
    # A set-up takes the zone and currency of the computer: here they are those that ship.
    monkeypatch.setenv("TZ", "Europe/Berlin")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    if "tmp_path" in request.fixturenames:
        home: Path = request.getfixturevalue("tmp_path")
    else:
        # Most need none: it is made when something is put there.
        home = tmp_path_factory.getbasetemp() / f"home-of-{next(_homes)}"
    monkeypatch.setenv("JOURNEYDESK_HOME", str(home / "journeydesk-home"))


@pytest.fixture
def vault() -> Iterator[OpenKeyring]:
    """A keyring of the test's own, in the place of the system's."""
    before, opened = keyring.get_keyring(), OpenKeyring()
    keyring.set_keyring(opened)
    yield opened
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def no_stray_errors(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """An error in our log fails the test, unless the test is marked to expect it by clearing `caplog`."""
    with caplog.at_level(logging.WARNING, logger="journeydesk"):
        yield
    stray = [r for r in caplog.get_records("call") if r.levelno >= logging.ERROR and r.name.startswith("journeydesk")]
    if stray:
        pytest.fail("logged during the test: " + "; ".join(record.getMessage() for record in stray))


for waiting in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitCallback):
    # What is waited for comes, however busy the machine is: five seconds are not always enough.
    waiting.__kwdefaults__ = (waiting.__kwdefaults__ or {}) | {"timeout": 30_000}


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: a quarter of the time a test waits for a process, a socket or a timer."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first: what begins last ends last, and another worker would wait for it."""
    items.sort(key=lambda item: "/sizes/" not in item.nodeid)


def pytest_collection_finish() -> None:
    """What is there before the first test (modules, thirteen thousand items) stays: collecting it anew after each test of a window took
    longer than the test."""
    gc.collect()
    gc.freeze()
    # As in the window's program: a Qt object that the collection of another thread lets fall ends the worker.
    gc.disable()


@pytest.fixture(autouse=True)
def collected(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test left behind falls before the next one starts, in this thread; what was still held then, such as a window by the fixtures
    that end after this one, some tests later."""
    yield
    gc.collect() if next(_collections) % _WHOLLY_EVERY == 0 else gc.collect(1)
    if "qtbot" in request.fixturenames:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
