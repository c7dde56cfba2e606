"""The menus of a card and of a column: what can be done with them, said in words."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from journeydesk.domain.settings import Journey
from journeydesk.domain.words import figure, tr
from journeydesk.services.rows.board import BoardColumn, CardRow
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.kanban.carrying import Place
from journeydesk.ui.tabs.kanban.shown import ORDERS, Shown
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.popovers.action_menu import ActionMenu

Acts = Mapping[str, Callable[..., object]]


def card_menu(
    theme: Theme, parent: QWidget, cards: Sequence[CardRow], source: Place, journey: Journey, owners: Sequence[str], acts: Acts
) -> QMenu:
    """`acts` are open, log, stage (with its number), owner (with a name or ""), follow_up and copy."""
    one = cards[0] if len(cards) == 1 else None
    menu = ActionMenu(theme, parent, one.company or one.contact if one else tr("{count} cards", count=figure(len(cards))))
    if one:
        # The key stands there to be learned; it is bound where the keyboard is, so that it is pressed once only.
        menu.add(tr("Open"), acts["open"], icon="user", keys=Action.CARD_OPEN.label)
        menu.add(tr("Log a call…"), acts["log"], icon="phone", keys=Action.LOG_CALL.label)
        menu.addSeparator()
    stages = menu.add_menu(tr("Move to"), "steps")
    for stage in journey.stages:
        words = f"{stage.number}  {stage.name}"
        stages.add(words, partial(acts["stage"], stage.number), enabled=stage.number != source.stage)
    people = menu.add_menu(tr("Give to"), "users")
    for owner in [name for name in owners if name] + [""]:
        other = any(card.owner != owner for card in cards)
        people.add(owner or tr("Nobody"), partial(acts["owner"], owner), enabled=other)
    menu.add(tr("Set follow-up…"), acts["follow_up"], icon="calendar")
    if one:
        menu.addSeparator()
        menu.add(tr("Copy e-mail address"), acts["copy"], icon="copy")
    return menu


def column_menu(theme: Theme, parent: QWidget, column: BoardColumn, shown: Shown, with_list: bool, acts: Acts) -> QMenu:
    """`acts` are order (with its name), only_over (with yes or no), list and rules. `with_list` where the list can show a column."""
    menu = ActionMenu(theme, parent, column.mark.name)
    orders = menu.add_menu(tr("Sort all columns by"))
    for name, words in ORDERS:
        orders.add(words[:1].upper() + words[1:], partial(acts["order"], name), checked=name == shown.order)
    only = partial(acts["only_over"], not shown.only_over)
    menu.add(tr("Only cards over their limit of days"), only, checked=shown.only_over)
    menu.addSeparator()
    if with_list:
        menu.add(tr("Show {count} in the list", count=figure(column.count)), acts["list"], icon="table")
    menu.add(tr("Limits and rules of this stage…"), acts["rules"], icon="sliders")
    return menu
