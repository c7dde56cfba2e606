"""The one way out of the window: addresses of the team's base, and files that this program wrote, opened by other programs."""

import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_PATIENCE_S = 1.5

ALLOWED = frozenset({"http", "https", "mailto", "tel"})


def open_address(address: str) -> bool:
    """Hands an address to whatever opens it on this computer; False where it is none that may leave the window.

    Only web pages, e-mail and telephone numbers: an address comes from a base that others write. What a mailto address would fill in
    by itself (other recipients, a body, attachments) is left off.
    """
    url = QUrl(address.strip(), QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() not in ALLOWED:
        return False
    if url.scheme() == "mailto":
        url = QUrl(f"mailto:{url.path(QUrl.ComponentFormattingOption.FullyEncoded)}")
    return QDesktopServices.openUrl(url)


def has_program(scheme: str) -> bool:
    """Whether something on this computer is set up for such addresses, as far as it tells: on Linux a program that opens addresses
    says yes to all of them and does nothing where there is none."""
    asking = shutil.which("xdg-mime") if sys.platform.startswith("linux") else None
    if asking is None:
        return True
    try:
        answer = subprocess.run(
            [asking, "query", "default", f"x-scheme-handler/{scheme}"], capture_output=True, timeout=_PATIENCE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return True
    return answer.returncode != 0 or bool(answer.stdout.strip())


def open_file(path: Path) -> bool:
    """Shows a file that was written here, or a folder."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
