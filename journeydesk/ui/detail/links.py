"""What leads from a prospect to other programs and devices: a call or a chat, with its log form waiting; a card, a code."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QFileDialog, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.domain.written.contact_card import chat_address
from journeydesk.services.context import Context
from journeydesk.services.fields.contacts import contact_of, write_cards
from journeydesk.ui.dialogs.code_sheet import CodeSheet
from journeydesk.ui.outside import open_address
from journeydesk.ui.reaching import CALL, MAIL, reach
from journeydesk.ui.theme import Theme


class Linked(Protocol):
    """What is asked of the panel."""

    email: str
    prospect: RecordId | None

    @property
    def said(self) -> SignalInstance: ...
    @property
    def failed(self) -> SignalInstance: ...
    @property
    def phone(self) -> str: ...
    def compose(self, kind: str) -> None: ...


def call(panel: Linked, theme: Theme, anchor: QWidget) -> None:
    """Dials, and opens the form of the call that is being made; where no program dials, that is said."""
    if reach(theme, anchor, CALL, panel.phone) is None:
        panel.compose("Call")


def write(panel: Linked, theme: Theme, anchor: QWidget) -> None:
    """Opens a mail to the address; where no program writes one, that is said."""
    reach(theme, anchor, MAIL, panel.email)


def chat(panel: Linked) -> None:
    """Opens a chat with the number, and the form of what is written there."""
    try:
        address = chat_address(panel.phone)
    except JourneydeskError as problem:
        panel.failed.emit(str(problem))
        return
    if open_address(address):
        panel.compose("Note")
    else:
        panel.failed.emit(tr("No program on this computer opens {address}.", address=address))


def show_code(panel: Linked, context: Context, theme: Theme, window: QWidget) -> None:
    """The contact as a QR code."""
    if panel.prospect is not None:
        CodeSheet(theme, window, contact_of(context, panel.prospect)).open()


def save_card(panel: Linked, context: Context, window: QWidget) -> None:
    """The contact as a vCard 4.0, or 3.0 where that is chosen."""
    if panel.prospect is None:
        return
    newer, older = tr("vCard 4.0 (*.vcf)"), tr("vCard 3.0, for older programs (*.vcf)")
    name = contact_of(context, panel.prospect).shown.replace("/", "-")
    path, chosen = QFileDialog.getSaveFileName(window, tr("Save contact card"), f"{name}.vcf", f"{newer};;{older}")
    if not path:
        return
    try:
        written = write_cards(context, [panel.prospect], Path(path), "3.0" if chosen == older else "4.0")
    except JourneydeskError as problem:
        panel.failed.emit(str(problem))
        return
    panel.said.emit(tr("Saved {file}", file=written.name), False)
