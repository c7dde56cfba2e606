"""What the places and parts of the window may ask of it. `ui/main_window.py` puts the parts together and knows each of them; they
know this page alone, so that none imports what it is a part of."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.workspace.preferences import Preferences
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.bindings import Bindings
from journeydesk.ui.targets import Target
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.hints import StatusBar
from journeydesk.ui.window.rail import Rail
from journeydesk.ui.window.sync_desk import SyncDesk
from journeydesk.ui.window.undoing import Undoing
from journeydesk.ui.work import Background


class DeedsAsked(Protocol):
    """What is done from menus and pages (`ui/window/deeds.py`)."""

    def run(self, action: Action) -> None: ...
    def run_at(self, place: str, action: Action) -> None: ...
    def editing(self, what: str) -> Callable[[], object] | None: ...
    def select_all(self) -> None: ...
    def show_page(self, page: str) -> None: ...
    def choose_columns(self) -> None: ...
    def back_up(self) -> None: ...
    def restore(self) -> None: ...
    def open_file(self, file: Path) -> None: ...
    @property
    def works_offline(self) -> bool: ...
    def work_offline(self) -> None: ...
    def check_integrations(self) -> None: ...
    def show_news(self) -> None: ...
    def choose_import(self) -> None: ...
    def show_samples(self) -> None: ...
    def open_logs(self) -> None: ...
    def copy_details(self) -> None: ...


class LooksAsked(Protocol):
    """How the window looks on this computer (`ui/window/looks.py`)."""

    TEXT_SIZES: ClassVar[tuple[int, ...]]
    preferences: Preferences

    @property
    def text_size(self) -> int: ...
    @property
    def compact(self) -> bool: ...
    def choose_theme(self, choice: str) -> None: ...
    def choose_text_size(self, size: int) -> None: ...
    def change_density(self) -> None: ...
    def changed(self) -> None: ...


class TrayAsked(Protocol):
    """Going on in the tray (`ui/window/tray.py`)."""

    @property
    def is_wanted(self) -> bool: ...
    def choose(self, wanted: bool) -> None: ...


class LoggingAsked(Protocol):
    """The form of a log (`ui/logging.py`)."""

    def open(self, prospect: RecordId | None) -> None: ...


class Host(QWidget):
    """The window, as its parts see it. `changed` carries each change to whoever is not a part of the window."""

    changed = Signal(object)
    context: Context
    theme: Theme
    work: Background
    bindings: Bindings
    rail: Rail
    status: StatusBar
    sync: SyncDesk
    undoing: Undoing
    deeds: DeedsAsked
    looks: LooksAsked
    tray: TrayAsked
    logging: LoggingAsked

    @property
    def place(self) -> str:
        """The name of the place that is shown."""
        raise NotImplementedError

    def tab(self, place: str) -> QWidget:
        """A place, made if it was not yet."""
        raise NotImplementedError

    def focus_in_place(self) -> QWidget:
        """Who has the keyboard within the place shown; it is given to the place where something else has it."""
        raise NotImplementedError

    def show_place(self, place: str) -> None:
        """Shows a place."""
        raise NotImplementedError

    def show_target(self, target: Target) -> None:
        """Shows what a target leads to."""
        raise NotImplementedError

    def show_prospect(self, prospect: int) -> None:
        """Shows a prospect in the list."""
        raise NotImplementedError

    def new_prospect(self) -> None:
        """Opens the form of a new prospect."""
        raise NotImplementedError

    def show_hints(self) -> None:
        """Shows the keys of the place in the status bar."""
        raise NotImplementedError

    def say(self, words: str, undoable: bool) -> None:
        """Says what was done."""
        raise NotImplementedError

    def fail(self, words: str) -> None:
        """Says what could not be done."""
        raise NotImplementedError

    def quit(self) -> None:
        """Closes the window for good."""
        raise NotImplementedError
