"""The one way out of the window: addresses of the team's base, and files that this program wrote, opened by other programs."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

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


def open_file(path: Path) -> bool:
    """Shows a file that was written here, or a folder."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
