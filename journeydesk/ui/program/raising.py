"""Bringing a window to the front."""

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def raise_window(window: QWidget, token: str = "") -> None:
    """Brings a window to the front, out of the task bar if it is there; `token` is the desktop's leave to do so (Wayland)."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
