"""Starting the stand-ins in a process of their own, so that they share no time with the window that they serve."""

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any, Self

from journeydesk.domain.errors import WorldError
from journeydesk.sandbox.server import PROSPECTS, Addresses

_END_WITHIN_S = 10


def _command() -> Sequence[str]:
    """How this program starts the stand-ins: through itself where it is bundled, else through its interpreter."""
    return [sys.executable, "sandbox"] if getattr(sys, "frozen", False) else [sys.executable, "-m", "journeydesk.sandbox"]


class SandboxProcess:
    """A sandbox in a child process, which ends when this one does."""

    def __init__(self, process: "subprocess.Popen[str]", addresses: Addresses) -> None:
        self._process = process
        self.addresses = addresses

    @classmethod
    def start(cls, port: int = 0, prospects: int = PROSPECTS, *, lift_limits: bool = False) -> Self:
        """Start it and wait until it listens. Raises WorldError with what it said where it does not."""
        options = ["--port", str(port), "--prospects", str(prospects), "--json", "--with-parent"]
        options += ["--lift-limits"] if lift_limits else []
        pipe = subprocess.PIPE
        process = subprocess.Popen([*_command(), *options], stdin=pipe, stdout=pipe, stderr=pipe, text=True)
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            said = process.communicate(timeout=_END_WITHIN_S)[1].strip()
            raise WorldError(said or "The sandbox ended before it was ready. Start it again.")
        return cls(process, Addresses(**json.loads(line)))

    def stop(self) -> None:
        """End it by closing its input; by force where that takes longer than 10 s."""
        if self._process.poll() is None and self._process.stdin is not None:
            self._process.stdin.close()
            try:
                self._process.wait(timeout=_END_WITHIN_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: Any) -> None:
        self.stop()
