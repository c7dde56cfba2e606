"""Which lifetime value is shown where two are known."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journeydesk.domain.settings.payments import ValueFrom
from journeydesk.domain.words import tr
from journeydesk.ui.tabs.settings.named_row import lay_named_row
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.segments import Segments

_WORDS: dict[ValueFrom, str] = {"Stripe": tr("Stripe, where linked"), "by hand": tr("Typed by hand")}


class ValueRow(QWidget):
    """`given` carries the setting's value that was chosen."""

    given = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        name = tr("Show lifetime value from")
        self.choice = Segments(theme, name, list(_WORDS.values()))
        self.choice.chosen.connect(self._give)
        lay_named_row(self, theme, name, self.choice, tr("The other one stands beside it"))

    def show_value(self, value: ValueFrom) -> None:
        """Marks the one that counts."""
        self.choice.choose(_WORDS[value])

    def _give(self, words: str) -> None:
        self.given.emit(next(value for value, known in _WORDS.items() if known == words))
