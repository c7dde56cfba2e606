"""What shows notifications offers: the desktop's service, or the tray."""

from abc import abstractmethod

from PySide6.QtCore import QObject, Signal

from journeydesk.domain.frozen_data import dataclass


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

    @abstractmethod
    def show_toast(self, toast: Toast) -> None:
        """Shows it, soon; returns at once."""

    @abstractmethod
    def withdraw(self, number: int) -> None:
        """Takes it off the screen, if it is still there."""

    @abstractmethod
    def close(self) -> None:
        """Takes all of them off: after this nobody would hear what is pressed."""
