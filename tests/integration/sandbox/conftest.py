"""A small sandbox for each module, and ways to speak to it that are not ours."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from pyairtable import Api

from journeydesk.sandbox.server import Sandbox

Json = dict[str, Any]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """The team in small: 250 prospects, no request limits."""
    with Sandbox.start(prospects=250, lift_limits=True) as running:
        yield running


@pytest.fixture
def api(sandbox: Sandbox) -> Iterator[Api]:
    """pyairtable as Journeydesk sets it up: no retries of its own, time limits, no proxy or netrc."""
    made = Api(sandbox.token, endpoint_url=sandbox.airtable_url, retry_strategy=None, timeout=(2, 10))
    made.session.trust_env = False
    yield made
    made.session.close()


@dataclass(frozen=True)
class Wire:
    """Plain HTTP to the sandbox's Airtable and control API."""

    client: httpx.Client
    sandbox: Sandbox

    def send(self, method: str, path: str, body: Any = None, token: str | None = None) -> httpx.Response:
        """One request below `/v0`."""
        headers = {"Authorization": f"Bearer {token or self.sandbox.token}"}
        content = None if body is None else json.dumps(body)
        return self.client.request(method, f"{self.sandbox.airtable_url}/v0/{path}", headers=headers, content=content)

    def control(self, path: str, body: Mapping[str, Any] | None = None, method: str = "POST") -> Json:
        """One control command; its answer must be a success."""
        answer = self.client.request(method, f"{self.sandbox.control_url}/{path}", json=body)
        assert answer.status_code == 200, answer.text
        found: Json = answer.json()
        return found

    def table(self, name: str = "Beta Applications") -> str:
        """The path of one of the seeded base's tables."""
        return f"{self.sandbox.base_id}/{name}"


@pytest.fixture
def wire(sandbox: Sandbox) -> Iterator[Wire]:
    """Plain HTTP, with faults, limits and the clock set back afterwards."""
    with httpx.Client(trust_env=False, timeout=10) as client:
        made = Wire(client, sandbox)
        yield made
        made.control("faults", method="DELETE")
        made.control("limits", {"lifted": True, "documented_body": False, "calls_left": None})
        made.control("clock", {"offset_s": 0})


@pytest.fixture
def new_key() -> Callable[[], str]:
    """Application IDs that no other test used."""
    numbers = iter(range(1, 1000))
    seen = _Seen.take()
    return lambda: f"BETA-T{seen:03d}{next(numbers):04d}"


class _Seen:
    """Numbers the tests, so that their keys differ."""

    count = 0

    @classmethod
    def take(cls) -> int:
        cls.count += 1
        return cls.count
