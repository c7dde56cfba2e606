"""What stands in the application menu now: read when a part of it is opened, never kept."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from journeydesk.domain.words import figure, noted, tr
from journeydesk.remote.opening import REMOTE_NAME
from journeydesk.services.commands.undoing import last_step, next_redo
from journeydesk.services.queries.sync import sync_status
from journeydesk.ui.base_page import BasePage
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.pictures import PICTURES
from journeydesk.ui.phone.opening import pair_phone
from journeydesk.ui.places import KEYS, TABS
from journeydesk.ui.program.zoom import SIZES
from journeydesk.ui.window import switching
from journeydesk.ui.window.menu.entry import Entries, Entry
from journeydesk.ui.window.rail import PLACES

if TYPE_CHECKING:
    from journeydesk.ui.window.host import Host

_HERE = {
    "Prospects": (tr("Prospect"), Scope.PROSPECTS),
    "Kanban": (tr("Card"), Scope.KANBAN),
    "Alerts": (tr("Alert"), Scope.ALERTS),
    "Reports": (tr("Report"), Scope.REPORTS),
    "Today": (tr("Task"), Scope.LINES),
    "Call session": ("Call", Scope.SESSION),
    "Import": (tr("Row"), Scope.IMPORT),
    "Duplicates": (tr("Pair"), Scope.DUPLICATES),
    "Planning review": (tr("Milestone"), Scope.PLANNING),
    "Settings": (tr("Prospect"), None),
}
"""What the fourth part is called at each place, and the keys it lists."""

NAMES = ("File", "Edit", "View", "Prospect", "Tools", "Help")
"""The parts; the fourth is named after what the place shows."""


def name_here(place: str) -> str:
    """What the fourth part is called at a place."""
    return _HERE[place][0]


def entries(window: "Host", part: str) -> Entries:
    """The lines of a part, by its name in `NAMES`."""
    parts: dict[str, Callable[[Host], Entries]] = {
        noted("File"): _file,
        noted("Edit"): _edit,
        noted("View"): _view,
        noted("Prospect"): _here,
        noted("Tools"): _tools,
        noted("Help"): _help,
    }
    return parts[part](window)


def _of(window: "Host", action: Action, icon: str = "", words: str = "") -> Entry:
    return Entry(words or action.words, partial(window.deeds.run, action), icon, action)


def _file(window: "Host") -> Entries:
    deeds = window.deeds
    return (
        _of(window, Action.NEW_PROSPECT, "plus", tr("New prospect…")),
        _of(window, Action.IMPORT, "upload", tr("Import a file…")),
        Entry(tr("Export this list…"), partial(deeds.run_at, "Prospects", Action.EXPORT_LIST), "download", Action.EXPORT_LIST),
        None,
        Entry(tr("Export report as PDF"), partial(deeds.run_at, "Reports", Action.EXPORT_REPORT), "pdf", Action.EXPORT_REPORT),
        Entry(tr("Print report…"), partial(deeds.run_at, "Reports", Action.PRINT_REPORT), "printer", Action.PRINT_REPORT),
        None,
        Entry(tr("Back up now…"), deeds.back_up, "db"),
        Entry(tr("Restore a backup…"), deeds.restore, "history"),
        None,
        Entry(tr("Switch workspace"), None, "users", below=switching.entries(window)),
        _of(window, Action.SETTINGS, "sliders", tr("Settings…")),
        None,
        _of(window, Action.QUIT, "x"),
    )


def _edit(window: "Host") -> Entries:
    deeds = window.deeds
    step, again = last_step(window.context), next_redo(window.context)
    editing = deeds.editing
    return (
        Entry(
            tr("Undo “{step}”", step=step[1]) if step else tr("Undo"),
            window.undoing.undo if step else None,
            "undo",
            Action.UNDO,
        ),
        Entry(
            tr("Redo “{again}”", again=again) if again else tr("Redo"),
            window.undoing.redo if again else None,
            "refresh",
            Action.REDO,
        ),
        _of(window, Action.LAST_CHANGES, "history", tr("Last changes…")),
        None,
        Entry(tr("Cut"), editing("cut"), ""),
        Entry(tr("Copy"), editing("copy"), "copy"),
        Entry(tr("Paste"), editing("paste"), ""),
        Entry(tr("Select all"), deeds.select_all, ""),
        None,
        Entry(tr("Filter the list…"), partial(deeds.run_at, "Prospects", Action.FILTER), "filter", Action.FILTER),
    )


def _view(window: "Host") -> Entries:
    places = [_of(window, KEYS[name], icon, name) for name, icon in PLACES]
    looks = window.looks
    themes = [
        Entry(words, partial(looks.choose_theme, choice), ticked=window.theme.choice == choice)
        for choice, words in (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark")))
    ]
    sizes = [Entry(f"{size} %", partial(looks.choose_text_size, size), ticked=looks.text_size == size) for size in SIZES]
    return (
        *places,
        None,
        Entry(tr("Compact rows"), looks.change_density, "rows", ticked=looks.compact),
        Entry(tr("Detail panel"), looks.change_detail, "", ticked=looks.detail_beside),
        Entry(tr("Columns…"), window.deeds.choose_columns, "columns"),
        None,
        Entry("Appearance", None, "sun", below=themes),
        Entry(tr("Text size"), None, "", below=sizes),
    )


def _here(window: "Host") -> Entries:
    scope = _HERE[window.place][1]
    if scope is None:
        return (Entry(tr("Choose a prospect first"), None),)
    lines: list[Entry | None] = [
        _of(window, action, PICTURES.get(action, "")) for action in Action if scope in action.scopes and action in PICTURES
    ]
    moving = [_of(window, action) for action in Action if scope in action.scopes and action not in PICTURES]
    return (*lines, *_base_page(window), None, Entry(tr("Move and select"), None, "cursor", below=moving))


def _base_page(window: "Host") -> Entries:
    """The page of who is current in the team's base; nothing where nobody is."""
    whom = window.acted_on
    if whom is None:
        return ()
    page = BasePage(window.context, whom.only)
    words = tr("Open in {remote_name}", remote_name=REMOTE_NAME) + (f" ({page.why_not})" if page.why_not else "")
    return (Entry(words, None if page.why_not else partial(page.open, lambda said: window.say(said, False)), "external"),)


def _tools(window: "Host") -> Entries:
    conflicts = sync_status(window.context).conflicts
    deeds = window.deeds
    words = tr("Review conflicts ({conflicts})", conflicts=figure(conflicts)) if conflicts else Action.CONFLICTS.words
    review = partial(deeds.run, Action.CONFLICTS) if conflicts else None
    return (
        _of(window, Action.PALETTE, "search"),
        _of(window, Action.LOG_ANYWHERE, "phone", tr("Log a call…")),
        _of(window, Action.DUPLICATES, "copy"),
        None,
        _of(window, Action.SYNC, "refresh"),
        Entry(tr("Work offline"), deeds.work_offline, "cloud-off", ticked=deeds.works_offline),
        Entry(words, review, "split", Action.CONFLICTS),
        _of(window, Action.SYNC_DETAILS, "cloud", tr("Sync details…")),
        None,
        _of(window, Action.SET_UP, "plug", tr("Connect Airtable…")),
        Entry(tr("Check integrations"), deeds.check_integrations, "plug"),
        Entry(tr("Scenarios in Make.com…"), deeds.show_scenarios, "plug"),
        Entry(tr("Pair a phone…"), partial(pair_phone, window), "phone"),
        Entry(tr("Check onboarding…"), deeds.check_onboarding, "steps"),
    )


def _help(window: "Host") -> Entries:
    deeds = window.deeds
    return (
        _of(window, Action.GUIDE, "info"),
        _of(window, Action.HELP, "keyboard"),
        Entry(tr("What’s new"), deeds.show_news, "spark"),
        None,
        Entry(tr("Check this computer…"), partial(deeds.show_page, "About"), "trend"),
        Entry(tr("Open log folder"), deeds.open_logs, "external"),
        Entry(tr("Copy details for support"), deeds.copy_details, "copy"),
        None,
        Entry(tr("About Journeydesk"), partial(deeds.show_page, "About"), "info"),
    )


assert set(_HERE) == set(TABS)
