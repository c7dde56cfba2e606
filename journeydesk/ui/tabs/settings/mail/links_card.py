"""The addresses that templates name as fields."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from journeydesk.domain.mail.templates import LINKS
from journeydesk.domain.words import tr
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.named_row import NAME_WIDTH
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label


class LinksCard(QFrame):
    """`given` carries the name of a link and its new address."""

    given = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        self.links: dict[str, InPlaceEdit] = {}
        for name in LINKS:
            edit = self.links[name] = InPlaceEdit(tr("Link for {name}", name=name))
            edit.setPlaceholderText("https://")
            edit.given.connect(partial(self.given.emit, name))
            line = QHBoxLayout()
            words = label(theme, f"{{{name}_link}}", kind="secondary")
            words.setFixedWidth(NAME_WIDTH)
            line.addWidget(words)
            line.addWidget(edit, 1)
            column.addLayout(line)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        column.addWidget(self.wrong)

    def show_links(self, links: Mapping[str, str]) -> None:
        """Shows them as they stand."""
        for name, edit in self.links.items():
            edit.show_text(links[name])

    def refuse(self, name: str, words: str) -> None:
        """Says what is wrong with one."""
        self.links[name].mark_wrong(words)
        self.wrong.setText(words)
        self.wrong.show()
