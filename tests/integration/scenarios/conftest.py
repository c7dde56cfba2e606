"""Make's stand-in, an office whose keyring is open, and an account at it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import keyring
import pytest

from journeydesk.config import Connections
from journeydesk.sandbox.faults import Fault, FaultKind
from journeydesk.sandbox.make.team import SALES
from journeydesk.sandbox.server import Sandbox
from journeydesk.services.scenarios.account import connect_make
from tests.fakes.open_keyring import OpenKeyring
from tests.integration.office import Office
from tests.workspaces import NOW, NOWHERE


@pytest.fixture(scope="session")
def stand_in() -> Iterator[Sandbox]:
    """The stand-in, on the office's day."""
    with Sandbox.start(prospects=1, lift_limits=True, now=NOW) as running:
        yield running


@pytest.fixture
def make(stand_in: Sandbox) -> Iterator[Sandbox]:
    """The same; what a test changes is set back, and its clock stands where the office's does."""
    store = stand_in.make.store
    before = {number: replace(scenario, executions=list(scenario.executions)) for number, scenario in store.scenarios.items()}
    clock = stand_in.workspace.clock
    clock.freeze()
    clock.set_offset(NOW - (clock.now() - clock.offset))
    yield stand_in
    store.scenarios = before
    store.zone, store.limit, stand_in.make.lifted = "", 60, True
    stand_in.traffic.faults.clear()


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> OpenKeyring:
    """The keyring of this computer."""
    opened = OpenKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: opened)
    return opened


@pytest.fixture
def known(make: Sandbox, ring: OpenKeyring) -> Connections:
    """Where Make is; the token is in the keyring."""
    return replace(NOWHERE, make_url=make.make_url)


@pytest.fixture
def connected(office: Office, make: Sandbox, known: Connections) -> Office:
    """An office with an account at Make."""
    connect_make(office.context, known, "eu1", make.make_token, SALES)
    return office


def fault(make: Sandbox, kind: FaultKind, path: str = "/make", **options: Any) -> None:
    """The next request whose path holds `path` fails so."""
    make.traffic.faults.append(Fault(kind, path=path, **options))
