"""One walk over all screens of a window, and all that is measured on the way: each walk is taken once for all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from journeydesk.gallery.tour import screens, settle
from journeydesk.ui.dialogs.next_step.sheet import NextStepSheet
from journeydesk.ui.dialogs.sheet import Sheet
from journeydesk.ui.main_window import MainWindow
from journeydesk.ui.tabs.kanban.over_board import OverBoard
from journeydesk.ui.widgets.popovers.popover import Popover
from tests.ui.access.contrast import Painted, faults_of_contrast
from tests.ui.access.controls import faults_of_access
from tests.ui.access.words import faults_of_words
from tests.ui.recorded_text import Mark, Text, icons_noted, painted_by
from tests.ui.text_faults import bars_across, faults_of_text


@dataclass(frozen=True, slots=True)
class Walk:
    """How the window is while it is walked through. Contrast is measured where `on_pictures`, controls where `by_hand`."""

    width: int
    height: int
    look: str = "light"
    high: bool = False
    on_pictures: bool = False
    by_hand: bool = False
    mirrored: bool = False
    font: str = ""
    """The interface font's family; empty takes what there is."""


@dataclass(slots=True)
class Found:
    """A sentence for each fault, and how much was looked at."""

    screens: int = 0
    text: list[str] = field(default_factory=list)
    contrast: list[str] = field(default_factory=list)
    access: list[str] = field(default_factory=list)
    crowds: list[str] = field(default_factory=list)
    """Screens with several first actions."""
    stayed: list[str] = field(default_factory=list)
    """Sheets that Escape does not leave."""
    sheets: int = 0

    @property
    def faults(self) -> list[str]:
        """All of them."""
        stayed = [f"{name}: Escape does not leave the sheet" for name in self.stayed]
        crowds = [f"{crowd}: several first actions" for crowd in self.crowds]
        return [*self.text, *self.contrast, *self.access, *crowds, *stayed]


def take(walk: Walk, window: MainWindow) -> Found:
    """Goes through every screen. Each widget is painted once a screen, whatever is measured."""
    found = Found()
    window.theme.choose(walk.look)
    window.theme.choose_contrast("high" if walk.high else "normal")
    window.resize(walk.width, walk.height)
    window.show()
    escapes = _Escapes()
    with icons_noted(), escapes.watched():
        for name in screens(window, window.context):
            settle()
            found.screens += 1
            painted = _once()
            measured = faults_of_text(window, lambda widget, of=painted: of(widget)[0])  # type: ignore[misc]
            # A family much wider than the system's may ask for more than a page in the smallest window has.
            across = () if walk.font else bars_across(window)
            found.text += [f"{name}: {fault}" for fault in (*measured, *across)]
            if walk.on_pictures:
                found.contrast += [f"{name}: {fault}" for fault in faults_of_contrast(window, painted, walk.high)]
            if walk.by_hand:
                _use(window, name, painted, found, escapes)
    return found


def faults_at(window: MainWindow, sizes: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The faults of the screen that is shown, at each of these sizes; then the window is as it was. A popover closes with a change of
    size: while one is open, nothing is changed."""
    before = window.size()
    if any(popover.isVisible() for popover in window.findChildren(Popover)):
        return
    for width, height in sizes:
        window.resize(width, height)
        settle()
        yield from (f"at {width} × {height}: {fault}" for fault in faults_of_text(window))
    if sizes:
        window.resize(before)
        settle()


def _once() -> Painted:
    kept: dict[QWidget, tuple[list[Text], list[Mark]]] = {}

    def painted(widget: QWidget) -> tuple[list[Text], list[Mark]]:
        if widget not in kept:
            kept[widget] = painted_by(widget)
        return kept[widget]

    return painted


def _use(window: MainWindow, name: str, painted: Painted, found: Found, escapes: "_Escapes") -> None:
    heard = (*faults_of_access(window), *faults_of_words(window, name, lambda widget: painted(widget)[0]))
    found.access += [f"{name}: {fault}" for fault in heard]
    first = _first_actions(window)
    if len(first) > 1:
        found.crowds.append(f"{name}: {', '.join(first)}")
    sheet = next((sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()), None)
    if sheet is None or isinstance(sheet, NextStepSheet):
        # The question for the next step closes with its answer only (docs/interface.md, "Next-step gate").
        return
    found.sheets += 1
    if not escapes.leaves(window, sheet):
        found.stayed.append(name)


class _Escapes:
    """Which sheets Escape would close, while it stays for the tour to close them."""

    def __init__(self) -> None:
        self._left: list[Sheet] | None = None

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Sheets made within are asked; each keeps its way out from when it is made."""
        close = Sheet.done

        def done(sheet: Sheet) -> None:
            if self._left is None:
                close(sheet)
            else:
                self._left.append(sheet)

        Sheet.done = done  # type: ignore[assignment, method-assign]
        try:
            yield
        finally:
            Sheet.done = close  # type: ignore[method-assign]

    def leaves(self, window: MainWindow, sheet: Sheet) -> bool:
        """Whether Escape closes it. What is open in the sheet goes first: a list of choices, a key that is being changed."""
        left = self._left = []
        for _ in range(2):
            if not left:
                QTest.keyClick(window.focusWidget() or sheet, Qt.Key.Key_Escape)
        self._left = None
        return sheet in left


def _first_actions(window: MainWindow) -> list[str]:
    """The primary buttons of what lies on top."""
    sheets = [over for kind in (Sheet, OverBoard) for over in window.findChildren(kind) if over.isVisible()]
    top: QWidget = sheets[-1] if sheets else window
    buttons = top.findChildren(QPushButton)
    return [
        button.text()
        for button in buttons
        if button.property("kind") == "primary" and button.isVisible() and button.isEnabled()
        and not button.visibleRegion().isEmpty()
    ]  # fmt: skip
