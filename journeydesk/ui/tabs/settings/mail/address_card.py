"""Addresses that the team keeps a list of: one is put on it with what is noted beside it, and taken off by a press."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from journeydesk.domain.words import tr
from journeydesk.ui.tabs.settings.page import clear
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import ElidedLabel, label

_MOST = 200


class AddressCard(QFrame):
    """`given` carries an address and what was typed beside it, `taken_off` an address. With `beside`, its name and an example, there is
    a second field."""

    given = Signal(str, str)
    taken_off = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        put_on: str,
        take_off: str,
        take_off_one: Callable[[str], str],
        beside: tuple[str, str] | None = None,
    ) -> None:
        """`take_off_one` names the button of an address for a screen reader."""
        super().__init__()
        self._theme = theme
        self._take_off, self._take_off_one = take_off, take_off_one
        self.setProperty("kind", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 10, 16, 10)
        self.column.setSpacing(4)
        entry = QHBoxLayout()
        self.address = self._field(name, "name@company.example")
        entry.addWidget(self.address, 1)
        self.beside = self._field(*beside) if beside else None
        if self.beside is not None:
            entry.addWidget(self.beside, 1)
        self.add = KeyButton(theme, put_on)
        self.add.clicked.connect(self._give)
        entry.addWidget(self.add)
        self.column.addLayout(entry)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.column.addLayout(self._lines)

    def show_lines(self, lines: Sequence[tuple[str, str]], nobody: str) -> None:
        """Shows each address with what is known of it; `nobody` is said where there is none."""
        clear(self._lines)
        for address, words in lines[:_MOST]:
            row = QHBoxLayout()
            row.addWidget(ElidedLabel(self._theme, f"{address} · {words}", step=-1), 1)
            off = KeyButton(self._theme, self._take_off, kind="flat")
            off.setAccessibleName(self._take_off_one(address))
            off.clicked.connect(lambda _checked=False, address=address: self.taken_off.emit(address))
            row.addWidget(off)
            self._lines.addLayout(row)
        if len(lines) > _MOST:
            more = tr("{count} more are not shown.", count=f"{len(lines) - _MOST:,}")
            self._lines.addWidget(label(self._theme, more, step=-1, kind="secondary"))
        if not lines:
            self._lines.addWidget(label(self._theme, nobody, step=-1, kind="secondary", wrap=True))

    def forget_typed(self) -> None:
        """Empties the fields, for what was typed is on the list."""
        self.address.clear()
        if self.beside is not None:
            self.beside.clear()
        self.address.setFocus()

    def _field(self, name: str, example: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setAccessibleName(name)
        edit.setPlaceholderText(example)
        edit.returnPressed.connect(self._give)
        return edit

    def _give(self) -> None:
        address, beside = self.address.text().strip(), self.beside.text().strip() if self.beside is not None else ""
        if self.beside is not None and address and not beside and not self.beside.hasFocus() and not self.add.hasFocus():
            self.beside.setFocus()
        elif address:
            self.given.emit(address, beside)
