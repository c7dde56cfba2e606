"""The bar below the list while rows are ticked: how many, what can be done with them, what they are worth."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import figure, tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.mirror import under
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.labels import FittedLabel, plain_label, tip

_ACTIONS = (
    ("assign", tr("Assign"), "user", "A"),
    ("stage", tr("Set stage"), "steps", "S"),
    ("follow_up", tr("Follow-up"), "calendar", "D"),
    ("note", tr("Log note"), "pencil", "N"),
    ("export", tr("Export CSV"), "download", ""),
)
_OF_WHAT = tr(" est. revenue")


class BulkBar(QWidget):
    """Emits the name of the action pressed."""

    pressed = Signal(str)
    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._worth = ""
        self.setObjectName("bulkBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(44)
        layout = QHBoxLayout(self)
        # What does not fit is cut at the right; a bar must not decide how wide the list is.
        layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(16, 0, 8, 0)
        layout.setSpacing(7)
        self._count = plain_label(parent=self)
        self._count.setFont(theme.font(0, 600))
        layout.addWidget(self._count)
        self._buttons: list[KeyButton] = []
        for name, words, icon, key in _ACTIONS:
            button = KeyButton(theme, words, icon=icon, key=key, parent=self)
            button.clicked.connect(lambda _checked=False, name=name: self.pressed.emit(name))
            layout.addWidget(button)
            self._buttons.append(button)
        # Its words would take the room of the sum.
        self.change = IconButton(
            theme, "sliders", tr("Change fields…"), key=Action.CHANGE_FIELDS.label, flat=False, parent=self
        )
        self.change.clicked.connect(lambda: self.pressed.emit("change"))
        layout.addWidget(self.change)
        self.more = IconButton(theme, "more", tr("More actions"), flat=False, parent=self)
        self.more.clicked.connect(self._show_folded)
        self.more.hide()
        layout.addWidget(self.more)
        self._sum = FittedLabel(theme, step=-1, kind="secondary")
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._sum, 1)
        clear = self._clear = KeyButton(theme, tr("Clear"), key=Action.ROW_CLEAR.cap, kind="flat", parent=self)
        clear.clicked.connect(self.cleared)
        layout.addWidget(clear)
        theme.changed.connect(self._color)
        self._color()
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fold(self) -> None:
        """Buttons without room are behind “…”: Clear, and how many are selected, always stay."""
        gap = 7
        fixed = 24 + sum(part.sizeHint().width() + gap for part in (self._count, self.change, self._clear))
        room, widths = self.width() - fixed, [button.sizeHint().width() + gap for button in self._buttons]
        fits = len(widths)
        if sum(widths) > room:
            room -= self.more.width() + gap
            fits = next((n for n in range(len(widths)) if sum(widths[: n + 1]) > room), len(widths))
        for place, button in enumerate(self._buttons):
            button.setVisible(place < fits)
        self.more.setVisible(fits < len(widths))

    def _show_folded(self) -> None:
        from journeydesk.ui.widgets.popovers.action_menu import ActionMenu

        menu = ActionMenu(self._theme, self)
        for (name, words, icon, key), button in zip(_ACTIONS, self._buttons, strict=True):
            if not button.isVisibleTo(self):
                menu.add(words, partial(self.pressed.emit, name), icon=icon, keys=key)
        menu.popup(self.more.mapToGlobal(under(self.more.rect(), 0, 1 - self.more.height() - menu.sizeHint().height())))

    def _fit(self) -> None:
        self._fold()
        self._sum.show_wordings(self._worth, self._worth.removesuffix(_OF_WHAT))
        # Where there is no room for it, the count tells it all the same.
        self._count.setToolTip(tip(self._worth))

    def _color(self) -> None:
        ground, line = self._theme.hex("accent-soft"), self._theme.hex("accent")
        self.setStyleSheet(f"QWidget#bulkBar {{ background: {ground}; border-top: 1px solid {line}; }}")

    def show_selection(self, count: int | None, worth: str) -> None:
        """Appears with the first ticked row; `count` is None while nobody knows yet how many all of the view are."""
        self._count.setText(tr("All selected") if count is None else tr("{count} selected", count=figure(count)))
        self._worth = worth
        self._fit()
        self.setVisible(count != 0)
