"""The field of bases: a list to choose from, and an id may be typed where the token may not list them."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.theme import Theme


class BaseBox(QComboBox):
    """Knows the base's id of what is chosen or typed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(tr("Base"))
        self.setMinimumWidth(200)
        self.setMaximumWidth(452)
        edit = self.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(tr("Choose a base, or type its id, app…"))
        theme.changed.connect(self.update)

    def offer(self, bases: list[tuple[str, str]], own: str | None) -> None:
        """Offers bases as (id, name). A workspace that belongs to one keeps it; another base is another profile."""
        self.clear()
        for identifier, name in bases:
            self.addItem(name, identifier)
        place = self.findData(own) if own else 0 if len(bases) == 1 else -1
        self.setCurrentIndex(place)
        if own and place < 0:
            self.setEditText(own)
        self.setEnabled(not own)

    @property
    def base(self) -> str:
        """The id; empty where nothing is chosen."""
        typed = self.currentText().strip()
        place = self.findText(typed)
        if place >= 0:
            return str(self.itemData(place))
        return typed if typed.startswith("app") else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painter_on(self) as painter:
            ink = "text2" if self.isEnabled() else "disabled"
            self._theme.paint_icon(painter, QRect(self.width() - 25, (self.height() - 16) // 2, 16, 16), "down", ink)
