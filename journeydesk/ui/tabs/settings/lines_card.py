"""A card of lines that are changed in place, with a foot that adds one."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import label, rule


class LinesCard(QFrame):
    """Lines go into `rows`, the parts of the foot into `adding`; `wrong` says below them what was wrong with what was typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "card")
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        self.adding = QHBoxLayout()
        self.adding.setSpacing(8)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        foot = QWidget()
        below = QVBoxLayout(foot)
        below.setContentsMargins(15, 8, 15, 10)
        below.setSpacing(4)
        below.addLayout(self.adding)
        below.addWidget(self.wrong)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self.rows)
        column.addWidget(rule())
        column.addWidget(foot)
