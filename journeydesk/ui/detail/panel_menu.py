"""The menu behind “…” beside the prospect: what can be done with who is shown."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from journeydesk.domain.app_links import link_to_prospect
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.ui.base_page import BasePage, add_base_page
from journeydesk.ui.detail.links import chat, save_card, show_code
from journeydesk.ui.detail.mail_wishes import add_mail_wishes
from journeydesk.ui.dialogs.scenarios.opening import add_to_menu
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.targets import PlanningTarget
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.popovers.action_menu import ActionMenu

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host


class PanelAsked(Protocol):
    """What the menu asks of the panel."""

    email: str
    prospect: RecordId | None

    @property
    def said(self) -> SignalInstance: ...
    @property
    def target_requested(self) -> SignalInstance: ...
    @property
    def failed(self) -> SignalInstance: ...
    @property
    def phone(self) -> str: ...
    def compose(self, kind: str) -> None: ...
    def toggle_tasks(self) -> None: ...
    def show_fields(self) -> None: ...
    def show_history(self) -> None: ...


def panel_menu(panel: PanelAsked, place: QWidget, context: Context, theme: Theme, key: str, name: str) -> ActionMenu:
    """The menu over `place` for who is shown; `key` is the prospect's own, for a link to it."""
    menu = ActionMenu(theme, place, name)
    for words, kind, icon, action in (
        (tr("Log call"), "Call", "phone", None),
        (tr("Log meeting"), "Meeting", "users", Action.LOG_MEETING),
        (tr("Log note"), "Note", "pencil", Action.LOG_NOTE),
    ):
        menu.add(words, partial(panel.compose, kind), icon=icon, keys=action.label if action is not None else "")
    menu.addSeparator()
    menu.add(tr("Tasks"), panel.toggle_tasks, icon="check", keys=Action.TASKS.label)
    menu.add(
        tr("Planning review"),
        lambda: panel.target_requested.emit(PlanningTarget(panel.prospect)) if panel.prospect is not None else None,
        icon="flag",
        keys=Action.PLANNING_REVIEW.label,
    )
    add_to_menu(menu, place, context, panel.prospect)
    menu.add(tr("Offer an upgrade…"), partial(_upgrade, panel, place), icon="trend", keys=Action.UPGRADE.label)
    menu.add(tr("All fields"), panel.show_fields, icon="rows")
    menu.add(tr("Journey history…"), panel.show_history, icon="history")
    menu.addSeparator()
    for words, text, icon in (
        (tr("Copy e-mail"), panel.email, "copy"),
        (tr("Copy telephone number"), panel.phone, "copy"),
        (tr("Copy link"), link_to_prospect(key), "link"),
    ):
        menu.add(words, _copying(panel.said.emit, text), icon=icon, keys="" if text else tr("none yet"), enabled=bool(text))
    menu.addSeparator()
    number = "" if panel.phone else tr("none yet")
    menu.add(tr("Write on WhatsApp"), partial(chat, panel), icon="send", keys=number, enabled=bool(panel.phone))
    menu.add(tr("Contact as QR code…"), partial(show_code, panel, context, theme, place.window()), icon="phone")
    menu.add(tr("Save contact card…"), partial(save_card, panel, context, place.window()), icon="download")
    add_mail_wishes(menu, panel, place.window(), context, theme, panel.email)
    add_base_page(menu, BasePage(context, panel.prospect), lambda words: panel.said.emit(words, False))
    return menu


def _upgrade(panel: PanelAsked, place: QWidget) -> None:
    if panel.prospect is not None:
        cast("Host", place.window()).offer_upgrade(panel.prospect)


def _copying(say: Callable[[str, bool], object], text: str) -> Callable[[], object]:
    def copy() -> None:
        QGuiApplication.clipboard().setText(text)
        say(tr("Copied {text}", text=text), False)

    return copy
