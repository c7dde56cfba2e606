"""Opening Make's scenarios, for a prospect or by themselves; where Make is not set up it is said where to do that."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.scenarios.card import is_make_on
from journeydesk.ui.keys.actions import Action

if TYPE_CHECKING:
    from journeydesk.ui.widgets.popovers.action_menu import ActionMenu
    from journeydesk.ui.window.host import Host


def has_make(context: Context) -> bool:
    """Whether Make is set up on this computer."""
    with context.database.read() as connection:
        return is_make_on(connection)


def add_to_menu(menu: "ActionMenu", place: QWidget, context: Context, prospect: RecordId | None) -> None:
    """A line for a prospect's menu, where Make is set up; `place` stands in the window."""
    if has_make(context):
        run = partial(open_scenarios, cast("Host", place.window()), prospect)
        words, keys = tr("Run a scenario…"), Action.RUN_SCENARIO.label
        menu.add(words, run, icon="plug", keys=keys, enabled=prospect is not None)


def open_scenarios(window: "Host", prospect: RecordId | None = None) -> None:
    """Opens the sheet."""
    if not has_make(window.context):
        window.say(tr("Make.com is not set up. Set it up in Settings, Integrations."), False)
        return
    from journeydesk.ui.dialogs.scenarios.sheet import ScenariosSheet

    ScenariosSheet(window.context, window.theme, window, prospect).open()
