"""Journeydesk in the desktop's menu on Linux: a .desktop file with the icon, so that links and files open in it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from journeydesk import config
from journeydesk.domain.app_links import SCHEME
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.storage.engine.files import write_file

NAME = "journeydesk.desktop"
_ICON = "journeydesk.svg"
_PATIENCE_SECONDS = 20
_PLAIN = re.compile(r"[A-Za-z0-9_./%@:+-]+")


def entry(program: Sequence[str], icon: Path) -> str:
    """The file's text, by the Desktop Entry Specification."""
    words = " ".join(_quoted(word) for word in program)
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Journeydesk",
            tr("GenericName=Sales tool"),
            tr("Comment=Prospects, kanban, alerts and reports, with or without a network"),
            f"Exec={words} open %u",
            f"Icon={icon}",
            "Terminal=false",
            "Categories=Office;ContactManagement;",
            f"MimeType=x-scheme-handler/{SCHEME};",
            "StartupWMClass=journeydesk",
            "StartupNotify=true",
            "",
        )
    )


def _quoted(word: str) -> str:
    """A word as the Exec key wants it: what means something there is quoted and escaped, a per cent sign is doubled."""
    word = word.replace("%", "%%")
    if _PLAIN.fullmatch(word):
        return word
    for sign in ("\\", '"', "`", "$"):
        word = word.replace(sign, f"\\{sign}")
    # The value as a whole is a text in which a backslash stands doubled.
    return f'"{word}"'.replace("\\", "\\\\")


def _data_home() -> Path:
    given = os.environ.get("XDG_DATA_HOME")
    return Path(given) if given else Path.home() / ".local" / "share"


def files() -> tuple[Path, Path]:
    """Where the entry and its icon are, whether they are there or not."""
    home = _data_home()
    return home / "applications" / NAME, home / "icons" / "hicolor" / "scalable" / "apps" / _ICON


def write_entry() -> Path:
    """Writes entry and icon for this person and tells the desktop; where the entry is. Raises UserError on other systems."""
    if not sys.platform.startswith("linux"):
        raise UserError(
            tr("Only desktops on Linux have such an entry. On Windows and macOS the installed application has its links.")
        )
    file, icon = files()
    for path in (file, icon):
        path.parent.mkdir(parents=True, exist_ok=True)
    drawing = (config.resources() / "icons" / "logo.svg").read_text(encoding="utf-8")
    write_file(icon, drawing.replace("currentColor", "#2B59C3").encode())
    write_file(file, entry(config.own_program(), icon).encode())
    _tell(file)
    return file


def remove_entry() -> list[Path]:
    """Takes both away again; what was there."""
    gone = [path for path in files() if path.exists()]
    for path in gone:
        path.unlink()
    if gone:
        _tell(files()[0])
    return gone


def _tell(file: Path) -> None:
    """Lets the desktop read its menu and its links anew; where it has no such program it finds them by itself at the next login."""
    commands = [["update-desktop-database", str(file.parent)]]
    if file.exists():
        commands.append(["xdg-mime", "default", NAME, f"x-scheme-handler/{SCHEME}"])
    for command in commands:
        if shutil.which(command[0]) is not None:
            subprocess.run(command, capture_output=True, timeout=_PATIENCE_SECONDS, check=False)
