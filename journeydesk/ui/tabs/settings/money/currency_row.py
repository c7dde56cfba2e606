"""A currency, chosen from a list; no wheel that passes over it changes what every sum is in."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.money import sign
from journeydesk.domain.words import tr
from journeydesk.ui.tabs.settings.named_row import lay_named_row
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.choosing.combo import Combo
from journeydesk.ui.words.currencies import currency_codes, currency_name


class CurrencyChoice(Combo):
    """Opens its list for a letter or an arrow, so that nothing is chosen on the way to what is looked for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setMaxVisibleItems(14)

    def offer(self, codes: Iterable[str]) -> None:
        """Shows these to choose from; what was chosen stays chosen while it is among them."""
        codes, chosen = list(codes), self.code
        if [self.itemData(place) for place in range(self.count())] != codes:
            self.blockSignals(True)
            self.clear()
            for code in codes:
                self.addItem(_words(code), code)
            self.setCurrentIndex(self.findData(chosen) if chosen else -1)
            self.blockSignals(False)

    @property
    def code(self) -> str:
        """The currency that is chosen; empty for none."""
        return str(self.currentData() or "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        self.blockSignals(True)
        super().keyPressEvent(event)
        self.blockSignals(False)
        found = self.currentIndex()
        if found != before:
            self.setCurrentIndex(before)
            self.showPopup()
            self.view().setCurrentIndex(self.model().index(found, self.modelColumn()))


class CurrencyRow(QWidget):
    """`given` carries the code that was chosen."""

    given = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        name = tr("Your team’s currency")
        self.choice = CurrencyChoice(theme, self)
        self.choice.setAccessibleName(name)
        self.choice.setFixedWidth(236)
        self.choice.offer(currency_codes())
        self.choice.setCurrentIndex(0)
        self.choice.activated.connect(self._give)
        self._shown = ""
        lay_named_row(self, theme, name, self.choice, tr("Totals and targets are shown in it"))

    def show_currency(self, code: str) -> None:
        """Shows what counts now; a code that is in no list is added to this one."""
        self._shown = code
        if self.choice.findData(code) < 0:
            self.choice.addItem(_words(code), code)
        self.choice.setCurrentIndex(self.choice.findData(code))

    def _give(self, place: int) -> None:
        code = str(self.choice.itemData(place))
        if code != self._shown:
            self.given.emit(code)


def _words(code: str) -> str:
    """Euro (EUR, €); one that has no word or no sign is said without."""
    mark = sign(code).strip()
    known = code if mark in ("", code) else f"{code}, {mark}"
    name = currency_name(code)
    return known if name == code else f"{name} ({known})"
