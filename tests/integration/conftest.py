"""Peers that several rooms of tests talk to."""

import subprocess
import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module")
def localstripe() -> Iterator[str]:
    """The address of a localstripe process."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.integration.sandbox.localstripe_process"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        process.stdin.close()
        assert process.wait(timeout=20) == 0
