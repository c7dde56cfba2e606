"""What every page of the team's settings is: a title, a sentence, its parts below, and the history of its values."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from journeydesk.domain.words import named, tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.settings import SettingValues
from journeydesk.ui.tabs.settings.field import SettingField
from journeydesk.ui.tabs.settings.form import narrow
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.saving import Saving
from journeydesk.ui.tabs.settings.shapes import Shape
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label, rule

_ABOVE = 44
_ROW = 44


class SettingsPage(QWidget):
    """Shows settings as they stand (`read`) and saves what is changed in place, each as one undo step.

    `changes_requested` asks for the history of the settings whose keys begin as `prefixes` say, under a title. `frame` is the page's
    own layout, for what stands below the part that scrolls. `drafted` tells whether changes wait that are not saved yet.
    """

    drafted = Signal(bool)
    prospect_requested = Signal(int)
    page_requested = Signal(str)
    changes_requested = Signal(str, object)
    kinds: frozenset[str] = frozenset({"settings"})

    def __init__(
        self, context: Context, theme: Theme, saving: Saving, title: str, caption: str, prefixes: Sequence[str]
    ) -> None:
        super().__init__()
        self.context = context
        self.theme = theme
        self.saving = saving
        self.fields: list[tuple[str, SettingField]] = []
        self.is_stale = False
        self.setAccessibleName(named(title))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.frame = QVBoxLayout(self)
        self.frame.setContentsMargins(0, 0, 0, 0)
        self.frame.setSpacing(0)
        self.frame.addWidget(self.area, 1)
        self.inner = QWidget()
        self.inner.setProperty("kind", "base")
        self.inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(self.inner)
        outer.setContentsMargins(28, 18, 28, 20)
        outer.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(theme, named(title), step=5, weight=600), 1)
        history = KeyButton(theme, tr("Last changes"), icon="history", kind="flat")
        history.clicked.connect(lambda: self.changes_requested.emit(title, tuple(prefixes)))
        head.addWidget(history)
        outer.addLayout(head)
        outer.addWidget(label(theme, caption, kind="secondary", wrap=True))
        outer.addSpacing(10)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        outer.addLayout(self.body)
        outer.addStretch(1)
        self.area.setWidget(narrow(self.inner))

    def read(self) -> None:
        """Shows everything as it stands now."""
        self.show_values()

    def show_values(self) -> None:
        """Shows every field's value."""
        values = SettingValues(self.context)
        for key, field in self.fields:
            field.show_value(values[key])

    def refresh(self, change: Change) -> None:
        """Reads again where the change may be of this page: now where it is seen, else when it is shown."""
        if change.kinds & self.kinds:
            self.is_stale = True
            if self.isVisible():
                self.read_again()

    def read_again(self) -> None:
        """Shows what is true now."""
        self.is_stale = False
        self.read()

    def field(self, key: str, name: str, shape: Shape, caption: str | None = None, **sizes: int) -> SettingField:
        """A field for a setting, saved as it is left; with a `caption`, which may be empty, as a row of `lined_card`."""
        field = SettingField(self.theme, name, shape, caption, **sizes)
        field.given.connect(lambda value: self.save(key, value, name, field))
        field.reset.connect(lambda: self.back_to_default([key], name))
        self.fields.append((key, field))
        return field

    def field_of(self, key: str) -> SettingField:
        """The first field of a setting."""
        return next(field for known, field in self.fields if known == key)

    def save(self, key: str, value: Any, name: str, field: SettingField) -> None:
        """Saves one value; what is wrong with it is said beside its field."""
        self.saving.change({key: value}, tr("Changed “{name}”", name=name), field.refuse)

    def back_to_default(self, keys: Sequence[str], name: str) -> None:
        """The shipped values count again, as one undo step."""
        self.saving.change(dict.fromkeys(keys), tr("“{name}” is back to its default", name=name))

    def scroll_to(self, part: QWidget) -> None:
        """Brings a part to the top of what is seen."""
        self.area.verticalScrollBar().setValue(part.mapTo(self.inner, part.rect().topLeft()).y() - _ABOVE)

    def heading(self, text: str) -> QWidget:
        """A heading within the page."""
        heading = label(self.theme, text, step=2, weight=600)
        heading.setContentsMargins(0, 8, 0, 0)
        return heading

    def card(self) -> tuple[QFrame, QVBoxLayout]:
        """A frame with room for parts below each other."""
        frame = QFrame()
        frame.setProperty("kind", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        return frame, column


def lined_card(rows: Iterable[QWidget]) -> QFrame:
    """A frame of rows, a line between them."""
    frame, column = rows_card(())
    for row in rows:
        add_lined(column, row)
    return frame


def add_lined(column: QVBoxLayout, row: QWidget) -> None:
    """A row below the others of a frame whose rows stand edge to edge, a line before it."""
    if column.count():
        column.addWidget(rule())
    held = QWidget()
    held.setMinimumHeight(_ROW)
    around = QVBoxLayout(held)
    around.setContentsMargins(15, 5, 15, 5)
    around.addWidget(row)
    column.addWidget(held)


def rows_card(rows: Iterable[QWidget]) -> tuple[QFrame, QVBoxLayout]:
    """A frame whose rows stand edge to edge."""
    frame = QFrame()
    frame.setProperty("kind", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    for row in rows:
        column.addWidget(row)
    return frame, column


def clear(layout: QLayout) -> None:
    """Takes every widget and layout out and away."""
    while (item := layout.takeAt(0)) is not None:
        widget, below = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif below is not None:
            clear(below)
            below.deleteLater()


@contextmanager
def focus_kept(within: QWidget) -> Iterator[None]:
    """The keyboard stays where it was by the widget's object name, though the widgets are made anew."""
    before = within.window().focusWidget() if within.window() else None
    name = before.objectName() if before is not None and within.isAncestorOf(before) else ""
    yield
    if name:
        # Those that were taken away stand before the new ones until the event loop runs.
        successors = [widget for widget in within.findChildren(QWidget, name) if widget is not before]
        if successors and successors[-1].isEnabled():
            successors[-1].show()
            successors[-1].setFocus()


def edits_in(within: QWidget) -> list[InPlaceEdit]:
    """The fields that stand there now, without those that were taken away and wait for their end."""
    return [edit for edit in within.findChildren(InPlaceEdit) if not _is_taken_away(edit, within)]


def _is_taken_away(edit: QWidget, within: QWidget) -> bool:
    part: QWidget | None = edit
    while part is not None and part is not within:
        # A new widget is hidden too until the event loop shows it, but nobody said so.
        if part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return True
        part = part.parentWidget()
    return False


@contextmanager
def typing_kept(within: QWidget) -> Iterator[None]:
    """As `focus_kept`; and what is typed or was refused in a field stays in its successor."""
    before = edits_in(within)
    drafts = {edit.objectName(): edit.draft() for edit in before if edit.objectName()}
    for edit in before:
        # A field that is taken away loses the keyboard; that is no end of typing.
        edit.blockSignals(True)
    with focus_kept(within):
        yield
    for edit in before:
        edit.blockSignals(_is_taken_away(edit, within))
    for edit in within.findChildren(InPlaceEdit):
        if edit not in before and edit.objectName() in drafts:
            edit.take_up(drafts[edit.objectName()])


Maker = Callable[[Context, Theme, Saving], SettingsPage]
