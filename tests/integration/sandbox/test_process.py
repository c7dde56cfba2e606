"""The sandbox as a process of its own."""

import socket
import subprocess
import sys

import httpx
import pytest

from journeydesk.domain.errors import WorldError
from journeydesk.sandbox.process import SandboxProcess


def test_the_process_serves_where_it_says_and_ends_when_stopped() -> None:
    with SandboxProcess.start(prospects=20) as running:
        places = running.addresses
        headers = {"Authorization": f"Bearer {places.token}"}
        url = f"{places.airtable_url}/v0/{places.base_id}/Beta Applications"
        records = httpx.get(url, headers=headers, trust_env=False).json()["records"]
    assert len(records) == 20
    with pytest.raises(httpx.ConnectError):
        httpx.get(url, headers=headers, trust_env=False)


def test_a_port_that_is_taken_is_told_in_a_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(WorldError, match=f"cannot listen on port {port}"):
            SandboxProcess.start(port=port, prospects=1)


def test_without_json_it_prints_the_lines_that_point_journeydesk_at_it() -> None:
    command = [sys.executable, "-m", "journeydesk.sandbox", "--prospects", "1", "--with-parent"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False)
    exported = [line.split("=")[0] for line in done.stdout.splitlines() if line.startswith("export ")]
    assert done.returncode == 0
    assert exported == [
        "export JOURNEYDESK_AIRTABLE_URL",
        "export JOURNEYDESK_AIRTABLE_TOKEN",
        "export JOURNEYDESK_AIRTABLE_BASE",
        "export JOURNEYDESK_STRIPE_URL",
        "export JOURNEYDESK_STRIPE_KEY",
    ]
