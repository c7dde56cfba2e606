"""One column of the board: its head and its list on one ground."""

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from journeydesk.domain.words import tr
from journeydesk.services.rows.board import BoardColumn, CardRow
from journeydesk.ui.delegates.card_delegate import CardDelegate
from journeydesk.ui.mirror import painter_on
from journeydesk.ui.models.board_model import ColumnModel
from journeydesk.ui.tabs.kanban.column_header import ColumnHeader, paint_well
from journeydesk.ui.tabs.kanban.column_view import ColumnView
from journeydesk.ui.tabs.kanban.drop_place import DropPlace
from journeydesk.ui.theme import Theme

LEAST_WIDTH = 190


class ColumnPane(DropPlace):
    """A stage's column. `target` paints it as the place where a carried card would land."""

    def __init__(
        self, theme: Theme, column: BoardColumn, full_name: str, model: ColumnModel, today: Callable[[], date]
    ) -> None:
        super().__init__()
        self._theme = theme
        self.header = ColumnHeader(theme, column, full_name)
        self.view = ColumnView(theme, model, CardDelegate(theme, today, self), self)
        self.view.setAccessibleName(tr("Cards in {number} {full_name}", number=column.mark.number, full_name=full_name))
        model.setParent(self)
        self.setMinimumWidth(LEAST_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        self.view.setViewportMargins(9, 0, 0, 0)
        layout.addWidget(self.view, 1)

    @property
    def stage(self) -> int:
        """The stage's number."""
        return self.header.column.mark.number

    @property
    def loaded(self) -> list[CardRow]:
        """The cards loaded so far."""
        rows = range(self.view.cards.rowCount())
        return [card for card in map(self.view.cards.card, rows) if card is not None]

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_well(painter, self._theme, self.rect(), self.stage, self._target, False)
