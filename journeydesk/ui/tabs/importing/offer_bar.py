"""An offer over the rows: the same wrong thing in many of them, read as empty at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import ElidedLabel


class OfferBar(QWidget):
    """Emits when it is taken; it goes where it is declined."""

    taken = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("offer")
        self._theme = theme
        self.words = ElidedLabel(theme, weight=500)
        self.yes = KeyButton(theme, tr("Read as empty"), parent=self)
        self.no = KeyButton(theme, tr("No"), kind="flat", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 12, 6)
        row.addWidget(IconLabel(theme, "spark", "accent"))
        row.addWidget(self.words, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.yes.clicked.connect(self.taken)
        self.no.clicked.connect(self.hide)
        theme.changed.connect(self._color)
        self._color()

    def _color(self) -> None:
        self.setStyleSheet(f"QWidget#offer {{ background: {self._theme.hex('accent-soft')}; }}")

    def offer(self, rows: int, text: str, field: str) -> None:
        """Offers to read what so many rows say in a field as empty; fewer than two take the offer away."""
        self.setVisible(rows > 1)
        self.words.show_text(
            tr(
                "{rows} rows say “{text}” as {field}. Read it as empty in all of them?",
                rows=figure(rows),
                text=text.strip()[:40],
                field=field,
            )
        )
