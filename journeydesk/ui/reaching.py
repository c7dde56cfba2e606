"""Calling and writing by other programs; where there is none that does it, that is said, with the number or address to copy."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.ui.outside import has_program, open_address
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label, selectable
from journeydesk.ui.widgets.popovers.popover import Popover

_WIDTH = 300


@dataclass(frozen=True, slots=True)
class Way:
    """How somebody is reached: the addresses that programs take, what is missing where there is no program, and where the prospect has
    nothing to be reached by."""

    scheme: str
    no_program: str
    nothing: str
    copies: str


CALL = Way(
    "tel", tr("No program on this computer makes calls."), tr("There is no telephone number yet."), tr("Copy the number")
)
MAIL = Way(
    "mailto", tr("No program on this computer writes e-mail."), tr("There is no e-mail address yet."), tr("Copy the address")
)


class ReachPane(Popover):
    """What is missing, and a button that copies what there is."""

    def __init__(self, theme: Theme, window: QWidget, way: Way, address: str) -> None:
        super().__init__(theme, window, way.no_program if address else way.nothing, _WIDTH)
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(8)
        self.column.addWidget(label(theme, way.no_program if address else way.nothing, wrap=True))
        self.copy: KeyButton | None = None
        if address:
            self.column.addWidget(selectable(label(theme, address, weight=600)))
            row = QHBoxLayout()
            row.addStretch(1)
            self.copy = KeyButton(theme, way.copies, icon="copy", parent=self)
            self.copy.clicked.connect(lambda: self._copy(address))
            row.addWidget(self.copy)
            self.column.addLayout(row)

    def take_focus(self) -> None:
        """Enter or Space copies."""
        (self.copy or self).setFocus()

    def _copy(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        self.leave()


def reach(theme: Theme, anchor: QWidget, way: Way, address: str, place: QRect | None = None) -> ReachPane | None:
    """Opens the program for it, or below the anchor says what is missing and returns the pane that does."""
    number = "".join(address.split()) if way is CALL else address
    if address and has_program(way.scheme) and open_address(f"{way.scheme}:{number}"):
        return None
    pane = ReachPane(theme, anchor.window(), way, address)
    pane.open_at(anchor, place)
    return pane
