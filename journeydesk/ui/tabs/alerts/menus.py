"""The menus of the inbox: what it shows, whom a rule is muted for, and what is muted."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import first_up, named, tr, within
from journeydesk.services.rows.alerts import AlertRow, MutedRule
from journeydesk.ui.models.alert_model import GROUPINGS
from journeydesk.ui.widgets.popup_menu import PopupMenu

Choices = Mapping[str, str | None]


def plain(words: str) -> str:
    """Text that a menu shows as it is."""
    return words.replace("&", "&&")


def filter_menu(
    parent: QWidget,
    chosen: Choices,
    grouping: str,
    owners: Sequence[str],
    rules: Sequence[str],
    narrow: Callable[[str, str | None], object],
    group: Callable[[str], object],
) -> QMenu:
    """What is shown and how it is grouped."""
    menu = PopupMenu(parent)
    by = menu.addMenu(tr("&Group by"))
    for name in GROUPINGS:
        _choice(by, named(name), name == grouping, partial(group, name))
    menu.addSeparator()
    any_of = {"priority": tr("Any priority"), "owner": tr("Any owner"), "rule": tr("Any rule")}
    values: dict[str, Sequence[str]] = {"priority": ("Urgent", "High", "Normal"), "owner": owners, "rule": rules}
    for kind, anyone in any_of.items():
        part = (
            menu if kind == "priority" else menu.addMenu(plain(f"{named(kind.capitalize())}: {_shown(chosen[kind], anyone)}"))
        )
        _choice(part, anyone, chosen[kind] is None, partial(narrow, kind, None))
        for value in values[kind]:
            _choice(part, named(value) or tr("Nobody"), chosen[kind] == value, partial(narrow, kind, value))
        if part is menu:
            menu.addSeparator()
    return menu


def _shown(value: str | None, anyone: str) -> str:
    return within(anyone) if value is None else named(value) or tr("nobody")


def _choice(menu: QMenu, words: str, checked: bool, run: Callable[[], object]) -> None:
    action = menu.addAction(plain(words))
    action.setCheckable(True)
    action.setChecked(checked)
    action.triggered.connect(lambda _checked=False: run())


def mute_menu(
    parent: QWidget, alert: AlertRow, muted: str, for_one: Callable[[bool], object], for_all: Callable[[bool], object]
) -> QMenu:
    """Mutes the alert's rule for its prospect or for all, or lets it speak again. `muted` names for whom it is muted."""
    menu = PopupMenu(parent)
    menu.setAccessibleName(tr("Mute"))
    everybody = muted == "all"
    if alert.prospect is not None:
        silent = bool(muted) and not everybody
        words = tr(
            "{unmute} “{rule}” for {company}",
            unmute=tr("Unmute") if silent else tr("Mute"),
            rule=first_up(named(alert.rule)),
            company=alert.company or alert.contact,
        )
        menu.addAction(plain(words)).triggered.connect(lambda _checked=False: for_one(not silent))
    words = tr(
        "{unmute} “{rule}” for all prospects and the whole team",
        unmute=tr("Unmute") if everybody else tr("Mute"),
        rule=first_up(named(alert.rule)),
    )
    menu.addAction(plain(words)).triggered.connect(lambda _checked=False: for_all(not everybody))
    return menu


def muted_menu(parent: QWidget, muted: Sequence[MutedRule], lift: Callable[[str, RecordId | None], object]) -> QMenu:
    """What is muted; choosing a line lets the rule speak again."""
    menu = PopupMenu(parent)
    menu.setAccessibleName(tr("Muted rules"))
    for line in muted:
        action = menu.addAction(plain(tr("Unmute “{rule}” for {name}", rule=first_up(named(line.rule)), name=line.name)))
        action.triggered.connect(lambda _checked=False, r=line.rule, p=line.prospect: lift(r, p))
    return menu
