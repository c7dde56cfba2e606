"""What shows notifications offers: the desktop's service, or the tray."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Toast:
    """A notification to show under a number of our own. `urgent` ones stay until they are closed; `single` ones speak of one
    alert and offer to handle it."""

    number: int
    title: str
    text: str
    urgent: bool
    single: bool


class Notifier(QObject):
    """`invoked` carries a toast's number, what was pressed (open, acknowledge or snooze) and the desktop's token with which the
    window may come to the front, empty where it gave none. `failed` carries a toast that could not be shown."""

    invoked = Signal(int, str, str)
    failed = Signal(object)

    def show_toast(self, toast: Toast) -> None:
        """Shows it, soon; returns at once."""
        raise NotImplementedError

    def withdraw(self, number: int) -> None:
        """Takes it off the screen, if it is still there."""
        raise NotImplementedError

    def close(self) -> None:
        """Takes all of them off: after this nobody would hear what is pressed."""
        raise NotImplementedError
