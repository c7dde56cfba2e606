"""The plainer pages: general, sync and storage, shortcuts, appearance, about."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from journeydesk import __version__
from journeydesk.services.context import Context
from journeydesk.services.queries.prospects import prospect_total
from journeydesk.services.queries.sync import calls_this_month, sync_status
from journeydesk.services.sync.pill import pill_words
from journeydesk.services.workspace.recovery import is_noted
from journeydesk.ui.dialogs.safety import RecoveryKeySheet, RemovalSheet
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.painting import initials
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import plain_label

Lines = Sequence[tuple[str, str]]


def page(theme: Theme, title: str, caption: str, lines: Lines) -> QScrollArea:
    """A page of facts: a title, a sentence, and lines of label and value; it scrolls where they are many."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(28, 18, 28, 16)
    column.setSpacing(4)
    head = plain_label(title, inner)
    head.setFont(theme.font(5, 600))
    column.addWidget(head)
    words = plain_label(caption, inner)
    words.setProperty("kind", "secondary")
    words.setWordWrap(True)
    column.addWidget(words)
    column.addSpacing(12)
    form = QFormLayout()
    form.setHorizontalSpacing(28)
    form.setVerticalSpacing(8)
    for label, value in lines:
        name, text = plain_label(label, inner), plain_label(value, inner)
        for words_label in (name, text):
            words_label.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("kind", "secondary")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setWordWrap(True)
        form.addRow(name, text)
    column.addLayout(form)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inner)
    inner.setProperty("kind", "base")
    inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return area


def general(context: Context, theme: Theme) -> QWidget:
    """Who works here, and by which clock and currency."""
    settings = context.settings
    lines = [
        ("You", f"{context.actor} ({initials(context.actor)})"),
        ("Team", settings.team_name),
        ("Currency", settings.currency),
        ("Time zone", settings.time_zone.key),
        ("Prospects", f"{prospect_total(context):,}"),
    ]
    return page(theme, "General", "Who works here. Times, weeks and months follow the team's time zone.", lines)


def sync_and_storage(context: Context, theme: Theme) -> QWidget:
    """Where the copy is, how large, and how it stands."""
    folder = context.database.folder
    size = sum(file.stat().st_size for file in folder.glob("journeydesk.db*")) / 1e6
    status = sync_status(context)
    copies = len(list((folder / "backups").glob("*.db")))
    lines = [
        ("State", pill_words(status, context.clock().astimezone(context.settings.time_zone))),
        ("Folder", str(folder)),
        ("Local copy", f"{size:,.0f} MB"),
        ("Copies kept", f"{copies}"),
        ("Airtable calls this month", f"{calls_this_month(context):,}"),
        ("Waiting", f"{status.waiting:,} changes"),
        ("Conflicts", f"{status.conflicts:,}"),
    ]
    encrypted = context.database.encrypted
    if encrypted:
        lines.append(("Recovery key", "Written down" if is_noted(context) else "Not written down yet"))
    area = page(theme, "Sync and storage", "Everything is on this computer; sync brings it in step with the team.", lines)
    inner = area.widget()
    row = QHBoxLayout()
    row.setContentsMargins(0, 14, 0, 0)
    row.setSpacing(8)
    for name, sheet in (("Recovery key…", RecoveryKeySheet), ("Remove everything…", RemovalSheet))[not encrypted :]:
        button = QPushButton(name, inner)
        button.clicked.connect(lambda _checked=False, sheet=sheet: sheet(context, theme, area.window()).open())
        row.addWidget(button)
    row.addStretch(1)
    layout = inner.layout() if inner is not None else None
    if isinstance(layout, QVBoxLayout):
        layout.insertLayout(layout.count() - 1, row)
    return area


def shortcuts(_context: Context, theme: Theme) -> QWidget:
    """Every shortcut."""
    lines = [(action.label, f"{action.words} · {action.scope.value}") for action in Action if action.scope is not Scope.FIELDS]
    return page(theme, "Shortcuts", "Single letters hold while a list, board or reading pane has the keyboard.", lines)


def about(_context: Context, theme: Theme) -> QWidget:
    """Which version this is."""
    return page(
        theme,
        "About",
        "Journeydesk, a sales tool that works without a network.",
        [("Version", __version__), ("Licence", "MIT")],
    )


def appearance(_context: Context, theme: Theme) -> QWidget:
    """Light, dark, or as the system has it; at once."""
    inner = page(theme, "Appearance", "Light, dark, or as the system has it. It changes at once.", [])
    widget = inner.widget() if isinstance(inner, QScrollArea) else None
    layout = widget.layout() if widget else None
    row = QHBoxLayout()
    row.setSpacing(6)
    group = QButtonGroup(inner)
    for name in ("system", "light", "dark"):
        button = QPushButton(name.capitalize(), widget)
        button.setProperty("kind", "choice")
        button.setCheckable(True)
        button.setChecked(theme.choice == name)
        button.clicked.connect(lambda _checked=False, name=name: theme.choose(name))
        group.addButton(button)
        row.addWidget(button)
    row.addStretch(1)
    if isinstance(layout, QVBoxLayout):
        layout.insertLayout(3, row)
    return inner


Maker = Callable[[Context, Theme], QWidget]
