"""The line in the detail panel that names the fields in question; each opens the review at its own question."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import label, tip

_SHOWN = 2


class ConflictLine(QWidget):
    """Hidden while nothing is in question. `review_requested` carries the field's slug."""

    review_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: list[QPushButton] = []
        self._count = 0
        self.setFixedHeight(32)
        self._words = label(theme, tr("In conflict:"), step=-1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(6)
        self._icon = IconLabel(theme, "split", "warn")
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words)
        self._row.addStretch(1)
        theme.changed.connect(self._color)
        self._color()
        self.hide()

    def show_fields(self, fields: Sequence[tuple[str, str]]) -> None:
        """Shows the fields, as (slug, name); more than two are counted."""
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        self._count = len(fields)
        more = len(fields) - _SHOWN
        for place, (slug, name) in enumerate(fields[: _SHOWN + 1]):
            last = place == _SHOWN
            button = QPushButton(tr("{more} more", more=more) if last else name, self)
            button.setAccessibleName(tr("Review the conflict: {fields}", fields=tr("the other fields") if last else name))
            button.setToolTip(tip(tr("Review conflicts ({label})", label=Action.CONFLICTS.label)))
            button.clicked.connect(lambda _checked=False, slug=slug: self.review_requested.emit(slug))
            self._row.insertWidget(2 + place, button)
            self.buttons.append(button)
        self.setAccessibleName(tr("Changed here and in Airtable: {fields}", fields=", ".join((name for _, name in fields))))
        self.setVisible(bool(fields))
        self._color()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # In a narrow panel the icon alone says what it is about, and then fewer are named.
        shown, words = list(self.buttons), True
        while self._needed(shown, words) > self.width() and len(shown) > 1:
            shown, words = (shown, False) if words else ([*shown[:-2], shown[-1]], words)
        self._words.setVisible(words)
        if self._count > _SHOWN and self.buttons:
            self.buttons[-1].setText(tr("{more} more", more=self._count - len(shown) + 1))
        for button in self.buttons:
            button.setVisible(button in shown)

    def _needed(self, buttons: Sequence[QPushButton], words: bool) -> int:
        parts = [self._icon, *([self._words] if words else []), *buttons]
        margins = self._row.contentsMargins()
        return sum(part.sizeHint().width() + self._row.spacing() for part in parts) + margins.left() + margins.right()

    def _color(self) -> None:
        ink = self._theme.hex("warn")
        self._words.setStyleSheet(f"color: {ink}")
        for button in self.buttons:
            button.setFont(self._theme.font(-1, 600))
            button.setStyleSheet(
                f"QPushButton {{ color: {ink}; background: transparent; border: 1px solid {self._theme.hex('warn-line')};"
                f" padding: 0 7px; min-height: 20px; }}"
                f"QPushButton:hover, QPushButton:focus {{ border: 1px solid {self._theme.hex('accent')}; }}"
            )

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("warn-soft"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("warn-line"))
