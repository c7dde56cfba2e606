"""How this computer shows the window: keys, place, sizes, theme. Shared with nobody, and worth no question when it is lost."""

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from journeydesk.domain.errors import UserError
from journeydesk.storage.engine.files import write_file

_log = logging.getLogger(__name__)
FILE = "window.json"
"""Its name, in the folder of this computer's own settings."""


class Preferences:
    """Values by name, kept in a file; without one they are kept as long as the program runs.

    A file that cannot be read counts as empty, and one that cannot be written leaves the window as it is: nobody is asked about either.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._values: dict[str, Any] = _read(path)

    def text(self, name: str, default: str = "") -> str:
        """A text."""
        value = self._values.get(name)
        return value if isinstance(value, str) else default

    def flag(self, name: str, default: bool = False) -> bool:
        """A yes or no."""
        value = self._values.get(name)
        return value if isinstance(value, bool) else default

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        value = self._values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most else default

    def numbers(self, name: str) -> list[int]:
        """Whole numbers in a row; empty where anything else stands there."""
        value = self._values.get(name)
        whole = isinstance(value, list) and all(isinstance(part, int) and not isinstance(part, bool) for part in value)
        return list(value) if isinstance(value, list) and whole else []

    def table(self, name: str) -> dict[str, Any]:
        """Values by name."""
        value = self._values.get(name)
        return dict(value) if isinstance(value, dict) else {}

    def keep(self, values: Mapping[str, Any]) -> None:
        """Keeps values, on disk where there is a file; what is as it was writes nothing."""
        if all(name in self._values and self._values[name] == value for name, value in values.items()):
            return
        self._values.update(values)
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_file(self._path, json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True).encode())
        except (OSError, UserError) as problem:
            _log.warning("The window's settings cannot be kept: %s", problem)


def _read(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as problem:
        _log.warning("The window's settings cannot be read: %s", problem)
        return {}
    return values if isinstance(values, dict) else {}
