"""The history of a page's settings: who set what to what, and when."""

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from journeydesk.domain.words import named, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.settings import SettingChange, setting_changes
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.tabs.settings.rules.number_words import NUMBERS
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import ElidedLabel, label
from journeydesk.ui.window.geometry import ground_of
from journeydesk.ui.words.figures import moment_words

_SHOWN = 50
_LONGEST = 160


class ChangesSheet(FramedSheet):
    """Newest first; a value that is a whole list or table is shown by its beginning, whole in the tooltip."""

    def __init__(self, context: Context, theme: Theme, window: QWidget, title: str, prefixes: Sequence[str]) -> None:
        super().__init__(
            theme, window, min(820, ground_of(window).width() - 80), tr("{title}: last changes", title=named(title))
        )
        self._context = context
        changes = setting_changes(context, prefixes, _SHOWN)
        if changes:
            self.body.setContentsMargins(0, 8, 0, 8)
            self.body.addWidget(self._list(changes))
        else:
            self.body.addWidget(label(theme, tr("Nothing was changed here; every value is the shipped one."), kind="secondary"))
        self._close = self.offer(leave=tr("Close"))
        self.accepted.connect(self.done)

    def take_focus(self) -> None:
        """Close has the keyboard."""
        self._close.setFocus()

    def _list(self, changes: Sequence[SettingChange]) -> QWidget:
        holder = QWidget()
        holder.setProperty("kind", "base")
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(holder)
        grid.setContentsMargins(18, 0, 18, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for column, words in enumerate((tr("When"), tr("Who"), tr("What"), tr("From"), tr("To"))):
            grid.addWidget(label(self.theme, words, step=-1, weight=500, kind="secondary"), 0, column)
        zone, today = self._context.settings.time_zone, self._context.today()
        for row, change in enumerate(changes, 1):
            grid.addWidget(label(self.theme, moment_words(change.at, zone, today), kind="secondary"), row, 0)
            grid.addWidget(label(self.theme, change.actor or tr("unknown")), row, 1)
            grid.addWidget(ElidedLabel(self.theme, setting_words(change.key)), row, 2)
            grid.addWidget(ElidedLabel(self.theme, value_words(change.before, change.key), kind="secondary"), row, 3)
            grid.addWidget(ElidedLabel(self.theme, value_words(change.after, change.key), weight=500), row, 4)
        for column, stretch in ((2, 4), (3, 4), (4, 4)):
            grid.setColumnStretch(column, stretch)
        grid.setRowStretch(len(changes) + 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(tr("The last changes, newest first"))
        area.setWidget(holder)
        area.setFixedHeight(min(420, holder.sizeHint().height() + 12))
        return area


def setting_words(key: str) -> str:
    """What a page calls the setting; its key made readable where it has no field of its own."""
    if key in NUMBERS:
        return NUMBERS[key][0]
    table, _, name = key.partition(".")
    words = (name or table).replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def value_words(value: Any, key: str = "") -> str:
    """A value in one line, in the unit of its field."""
    if value is None:
        return "default"
    if key in NUMBERS:
        shape = NUMBERS[key][1]
        return f"{shape.text(value)} {shape.unit}".strip()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        text = ", ".join(value) or tr("none")
    elif isinstance(value, list | dict):
        text = json.dumps(value, ensure_ascii=False)
    else:
        text = f"{value}"
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
