"""Windows as processes of their own, beside a service that takes connections and never answers."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ENOUGH_SECONDS = 30.0


class SilentService:
    """Accepts every connection and says nothing; counts them."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=50)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.connections: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                self.connections.append(self._listener.accept()[0])
            except OSError:
                return

    def close(self) -> None:
        """Hangs up."""
        self._listener.close()
        for connection in self.connections:
            connection.close()


def start(
    home: Path, environment: Mapping[str, str] | None = None, *command: str, module: str = "journeydesk"
) -> "subprocess.Popen[str]":
    """Journeydesk as a process: its window, or a command; or another module that runs it."""
    values = {name: value for name, value in os.environ.items() if not name.startswith("JOURNEYDESK_")}
    values |= {"JOURNEYDESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", **(environment or {})}
    return subprocess.Popen(
        [sys.executable, "-m", module, *(command or ("open",))],
        cwd=Path(__file__).parents[3],
        env=values,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finished(process: "subprocess.Popen[str]") -> int:
    """The status of a process that ends by itself."""
    process.communicate(timeout=ENOUGH_SECONDS)
    return process.returncode


def wait_until(done: Callable[[], bool], seconds: float = ENOUGH_SECONDS) -> None:
    """Waits until it is so; fails where it never is."""
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)
