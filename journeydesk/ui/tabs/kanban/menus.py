"""The menus of a card and of a column: what can be done with them, said in words."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from journeydesk.domain.settings import Journey
from journeydesk.domain.words import figure, tr
from journeydesk.services.rows.board import BoardColumn, CardRow
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.kanban.carrying import Place
from journeydesk.ui.tabs.kanban.shown import ORDERS, Shown
from journeydesk.ui.widgets.popup_menu import PopupMenu

Acts = Mapping[str, Callable[..., object]]


def card_menu(
    parent: QWidget, cards: Sequence[CardRow], source: Place, journey: Journey, owners: Sequence[str], acts: Acts
) -> QMenu:
    """`acts` are open, log, stage (with its number), owner (with a name or ""), follow_up and copy."""
    menu = _menu(parent)
    if len(cards) == 1:
        _add(menu, tr("Open"), acts["open"], Action.CARD_OPEN)
        _add(menu, tr("Log a call…"), acts["log"], Action.LOG_CALL)
    else:
        menu.addAction(tr("{count} cards", count=figure(len(cards)))).setEnabled(False)
    menu.addSeparator()
    stages = menu.addMenu(tr("Move to"))
    for stage in journey.stages:
        entry = stages.addAction(_plain(f"{stage.number}  {stage.name}"), partial(acts["stage"], stage.number))
        entry.setEnabled(stage.number != source.stage)
    people = menu.addMenu(tr("Give to"))
    for owner in [name for name in owners if name] + [""]:
        entry = people.addAction(_plain(owner or tr("Nobody")), partial(acts["owner"], owner))
        entry.setEnabled(any(card.owner != owner for card in cards))
    menu.addAction(tr("Set follow-up…"), acts["follow_up"])
    if len(cards) == 1:
        menu.addSeparator()
        menu.addAction(tr("Copy e-mail address"), acts["copy"])
    return menu


def column_menu(parent: QWidget, column: BoardColumn, shown: Shown, with_list: bool, acts: Acts) -> QMenu:
    """`acts` are order (with its name), only_over (with yes or no), list and rules. `with_list` where the list can show a column."""
    menu = _menu(parent)
    orders = menu.addMenu(tr("Sort all columns by"))
    for name, words in ORDERS:
        entry = orders.addAction(words[:1].upper() + words[1:], partial(acts["order"], name))
        entry.setCheckable(True)
        entry.setChecked(name == shown.order)
    only = menu.addAction(tr("Only cards over their limit of days"), partial(acts["only_over"], not shown.only_over))
    only.setCheckable(True)
    only.setChecked(shown.only_over)
    menu.addSeparator()
    if with_list:
        menu.addAction(_plain(tr("Show {count} in the list", count=figure(column.count))), acts["list"])
    menu.addAction(tr("Limits and rules of this stage…"), acts["rules"])
    return menu


def _menu(parent: QWidget) -> QMenu:
    menu = PopupMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _add(menu: QMenu, words: str, act: Callable[..., object], action: Action) -> None:
    # The key stands there to be learned; it is bound where the keyboard is, so that it is pressed once only.
    menu.addAction(f"{words}\t{action.label}", act)


def _plain(words: str) -> str:
    return words.replace("&", "&&")
