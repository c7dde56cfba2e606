"""Windows started one after the other in a session of their own, with a bus and an unlocked keyring, as a desktop has them.

Run as a module inside such a session it starts what standard input says, and prints what each reported.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from journeydesk.credentials import keep_database_key
from journeydesk.domain.errors import JourneydeskError
from tests.benchmarks.big_database import KEY
from tests.benchmarks.process import Report, report_of
from tests.benchmarks.workspaces import evict

EMPTY = ""
"""The home of the empty window."""

_UNLOCKED = "printf only-for-this-measurement | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1"


_SCREEN = {"name": "desk", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
"""As large as a window needs: on the usual one of the platform without a screen it would be cut to 800 pixels, and paint half."""


@dataclass(frozen=True)
class Start:
    """One start: of the window on `home`, or of the empty window where that is EMPTY; `cold` with the database out of the system's file
    cache, `words` as `opened_window` takes them, and what else the environment says."""

    home: str = EMPTY
    words: tuple[str, ...] = ()
    cold: bool = False
    environment: dict[str, str] = field(default_factory=dict)


@contextmanager
def home_of(folder: Path, workspace: Path) -> Iterator[str]:
    """A home in `folder` whose workspace is the one in `workspace`, which is moved there for so long: through a link none is opened."""
    folder.mkdir(parents=True, exist_ok=True)
    there = workspace.rename(folder / "workspace")
    try:
        yield str(folder)
    finally:
        there.rename(workspace)


def started(starts: Sequence[Start]) -> list[Report]:
    """What each of the starts reports, in turn."""
    with TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("JOURNEYDESK_")}
        environment.pop("PYTHON_KEYRING_BACKEND", None)
        screen = Path(folder) / "screen.json"
        screen.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        environment |= {"HOME": folder, "XDG_RUNTIME_DIR": folder, "XDG_DATA_HOME": folder}
        environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        command = f'{_UNLOCKED}; exec "{sys.executable}" -m tests.benchmarks.desk_session'
        done = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", command],
            env=environment,
            input=json.dumps([asdict(start) for start in starts]),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return [Report(*each) for each in json.loads(done.stdout.splitlines()[-1])]


def main() -> int:
    """Starts them, after the key of each workspace was put into the keyring."""
    starts = [Start(**{**each, "words": tuple(each["words"])}) for each in json.loads(sys.stdin.read())]
    for home in {start.home for start in starts} - {EMPTY}:
        try:
            keep_database_key(Path(home) / "workspace", KEY)
        except JourneydeskError as problem:
            raise SystemExit(f"no start can be measured: {problem}") from problem
    print(json.dumps([_reported(start) for start in starts]), flush=True)
    return 0


def _reported(start: Start) -> Report:
    environment = dict(os.environ) | {"JOURNEYDESK_HOME": start.home, "JOURNEYDESK_ACTOR": "Amaia Etxarri"} | start.environment
    if start.home == EMPTY:
        return report_of("tests.benchmarks.empty_window", environment)
    if start.cold:
        evict(Path(start.home) / "workspace")
    return report_of("tests.benchmarks.opened_window", environment, *start.words)


if __name__ == "__main__":
    raise SystemExit(main())
