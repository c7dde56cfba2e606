"""Under which address phones reach this computer: one of its own, or a name of the team's own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.phone.settings import PhoneSettings

_NAME = "name"


class AddressRow(QWidget):
    """`chosen` carries an address and a name, one of them empty."""

    chosen = Signal(str, str)

    def __init__(self, settings: PhoneSettings, addresses: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Address for phones"))
        offered = list(addresses)
        if settings.host and settings.host not in (address for _, address in offered):
            offered.append((tr("set before"), settings.host))
        for name, address in offered:
            self.choice.addItem(tr("{address} ({name})", address=address, name=name), address)
        self.choice.addItem(tr("A name of our own (Tailscale, proxy)"), _NAME)
        self.name = QLineEdit(settings.name)
        self.name.setPlaceholderText("desk.example.com")
        self.name.setAccessibleName(tr("Name that phones open"))
        self.show_settings(settings)
        self.choice.activated.connect(self._on_choice)
        self.name.editingFinished.connect(self._on_name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice)
        row.addWidget(self.name, 1)

    def show_settings(self, settings: PhoneSettings) -> None:
        """Stands on what is set."""
        self.choice.setCurrentIndex(self.choice.findData(_NAME if settings.name else settings.host))
        self.name.setVisible(bool(settings.name))

    def _on_choice(self) -> None:
        own = self.choice.currentData() == _NAME
        self.name.setVisible(own)
        if own:
            self.name.setFocus()
        else:
            self.chosen.emit(self.choice.currentData(), "")

    def _on_name(self) -> None:
        if self.choice.currentData() == _NAME and self.name.text().strip():
            self.chosen.emit("", self.name.text().strip().lower())
