"""Which lifetime value is shown where two are known."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.settings.payments import ValueFrom
from journeydesk.domain.words import tr
from journeydesk.ui.tabs.settings.field import NAME_WIDTH
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.segments import Segments
from journeydesk.ui.widgets.labels import label

_WORDS: dict[ValueFrom, str] = {"Stripe": tr("Stripe, where linked"), "by hand": tr("Typed by hand")}


class ValueRow(QWidget):
    """`given` carries the setting's value that was chosen."""

    given = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        name = tr("Show lifetime value from")
        self.choice = Segments(theme, name, list(_WORDS.values()))
        self.choice.chosen.connect(self._give)
        words = QVBoxLayout()
        words.setSpacing(1)
        for text, step in ((name, 0), (tr("The other one stands beside it"), -1)):
            part = label(theme, text, step=step, kind="secondary", wrap=True)
            part.setFixedWidth(NAME_WIDTH)
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addLayout(words)
        row.addWidget(self.choice)
        row.addStretch(1)

    def show_value(self, value: ValueFrom) -> None:
        """Marks the one that counts."""
        self.choice.choose(_WORDS[value])

    def _give(self, words: str) -> None:
        self.given.emit(next(value for value, known in _WORDS.items() if known == words))
