"""The mappings of files that were brought in, as a menu: choosing one reads this file so, and each can be forgotten."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.files.saved_mappings import SavedMapping, forget_mapping, saved_mappings
from journeydesk.ui.mirror import under
from journeydesk.ui.tabs.importing import words
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.popovers.action_menu import ActionMenu
from journeydesk.ui.words.figures import short_day


def show_saved(
    context: Context, theme: Theme, below: QWidget, taken: SavedMapping | None, take: Callable[[SavedMapping], object]
) -> ActionMenu:
    """Opens the menu below a widget; the mapping that is `taken` is ticked."""
    menu = ActionMenu(theme, below, tr("Saved mappings"))
    kept = saved_mappings(context)
    zone, today = context.settings.time_zone, context.today()
    if not kept:
        menu.add(tr("None yet: the mapping of each file that is imported is kept"), lambda: None, enabled=False)
    for mapping in kept:
        day = short_day(mapping.at.astimezone(zone).date(), today)
        now = taken is not None and mapping.titles == taken.titles
        menu.add(words.saved_mapping(mapping, day), partial(take, mapping), checked=now)
    if kept:
        menu.addSeparator()
        forget = menu.add_menu(tr("Forget"), "x")
        for mapping in kept:
            forget.add(mapping.name, partial(forget_mapping, context, mapping))
    menu.popup(below.mapToGlobal(under(below.rect(), 0, 3)))
    return menu
