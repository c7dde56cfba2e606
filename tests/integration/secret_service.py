"""A real Secret Service for a test: its own bus and keyring, and commands run beside it."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_RUN = """
import json, subprocess, sys
results = []
for command in json.loads(sys.stdin.read()):
    done = subprocess.run([sys.executable, *command["arguments"]], input=command["input"], capture_output=True, text=True)
    results.append((done.returncode, done.stdout, done.stderr))
print(json.dumps(results))
"""


@dataclass(frozen=True)
class Computer:
    """A computer with a keyring of its own; what is kept there stays from one `run` to the next."""

    folder: Path

    def run(self, *commands: Sequence[str], typed: str = "", environment: Mapping[str, str] | None = None) -> list[str]:
        """Journeydesk's commands, one after another with the keyring unlocked; what each printed. Each must end well."""
        return [out for _, out, _ in self.results(*commands, typed=typed, environment=environment, must=True)]

    def results(
        self,
        *commands: Sequence[str],
        typed: str = "",
        environment: Mapping[str, str] | None = None,
        must: bool = False,
    ) -> list[tuple[int, str, str]]:
        """The same: status, output and errors of each; `-c` and a program runs that in place of a command."""
        import json

        runtime = self.folder / "runtime"
        runtime.mkdir(parents=True, exist_ok=True, mode=0o700)
        values = {name: value for name, value in os.environ.items() if not name.startswith("JOURNEYDESK_")}
        values |= {"HOME": str(self.folder), "XDG_RUNTIME_DIR": str(runtime), "JOURNEYDESK_HOME": str(self.folder / "home")}
        values |= environment or {}
        values.pop("PYTHON_KEYRING_BACKEND", None)
        # The keyring's folder is per user; a computer of its own has one of its own.
        values["XDG_DATA_HOME"] = str(self.folder / "share")
        unlock = "printf only-for-this-test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1"
        session = ["dbus-run-session", "--", "sh", "-c", f'{unlock}; exec "{sys.executable}" -c "$0"', _RUN]
        lines = [
            {"arguments": list(each) if each[0] == "-c" else ["-m", "journeydesk", *each], "input": typed} for each in commands
        ]
        done = subprocess.run(
            session,
            env=values,
            input=json.dumps(lines),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            cwd=Path.cwd(),
        )
        assert done.returncode == 0, done.stderr
        results = [(int(status), str(out), str(errors)) for status, out, errors in json.loads(done.stdout)]
        if must:
            assert [status for status, _, _ in results] == [0] * len(results), results
        return results
