"""What a prospect wishes about mail, noted where the prospect is: no more of it, or that opens are counted (docs/rules.md, "E-mail")."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.mail.opens import counts_opens_of, note_agreed, note_taken_back
from journeydesk.services.mail.queueing import allow_mail, gets_no_mail, stop_mail
from journeydesk.ui.dialogs.note_sheet import NoteSheet
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.popovers.action_menu import ActionMenu


class Asked(Protocol):
    """What is asked of the panel."""

    @property
    def said(self) -> SignalInstance: ...
    @property
    def failed(self) -> SignalInstance: ...


def add_mail_wishes(menu: ActionMenu, panel: Asked, window: QWidget, context: Context, theme: Theme, address: str) -> None:
    """The entries for this address; none without one, and those about opens only where the team counts them."""
    if not address:
        return
    if gets_no_mail(context, address):
        allow = partial(allow_mail, context, address)
        menu.add(
            tr("May get mail again"), partial(_do, panel, allow, tr("{address} gets mail again", address=address)), icon="mail"
        )
    else:
        stop = partial(stop_mail, context, address)
        menu.add(
            tr("Wants no more mail"),
            partial(_do, panel, stop, tr("{address} gets no more mail", address=address)),
            icon="x-circle",
        )
    if not context.settings.mail.count_opens:
        return
    if counts_opens_of(context, address):
        taken_back = tr("Opens of {address} are not counted any more", address=address)
        menu.add(
            tr("Count no opens any more"),
            partial(_do, panel, partial(note_taken_back, context, address), taken_back),
            icon="eye",
        )
    else:
        menu.add(tr("Agreed that opens are counted…"), partial(_ask_how, panel, window, context, theme, address), icon="eye")


def _do(panel: Asked, act: Callable[[], None], words: str) -> None:
    try:
        act()
    except JourneydeskError as problem:
        panel.failed.emit(str(problem))
        return
    panel.said.emit(words, True)


def _ask_how(panel: Asked, window: QWidget, context: Context, theme: Theme, address: str) -> None:
    sheet = NoteSheet(theme, window, tr("How {address} agreed that opens are counted", address=address), tr("They agreed"))
    sheet.note.setPlaceholderText(tr("Such as: form on our website, 12 May"))
    sheet.needs = tr("Say how they agreed: the team may have to show it one day.")
    said = tr("{address} agreed that opens are counted", address=address)
    sheet.given.connect(lambda how: _do(panel, partial(note_agreed, context, address, how), said))
    sheet.open()
