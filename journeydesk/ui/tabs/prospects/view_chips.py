"""The row above the list: a chip for each view with its count, and the buttons for density and columns."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.services.context import Context
from journeydesk.services.queries.prospects import view_count
from journeydesk.services.rows.prospects import SavedView
from journeydesk.ui import tokens
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton
from journeydesk.ui.widgets.chips import ViewChip
from journeydesk.ui.work import Background

_LIST_FIRST_MS = 100


class ViewChips(QWidget):
    """Emits the `SavedView` pressed, and what the buttons at the right ask for."""

    chosen = Signal(object)
    save_requested = Signal()
    density_requested = Signal()
    columns_requested = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self._views: Sequence[SavedView] = ()
        self._chips: list[ViewChip] = []
        self._work = Background(self)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_LIST_FIRST_MS)
        self._counting.timeout.connect(self._count)
        self.setProperty("kind", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.CHIPS_ROW)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 14, 0)
        row.setSpacing(7)
        self._row = QHBoxLayout()
        self._row.setSpacing(7)
        row.addLayout(self._row)
        save = IconButton(theme, "plus", "Save this view…", parent=self)
        save.clicked.connect(self.save_requested)
        row.addWidget(save)
        row.addStretch(1)
        density = IconButton(theme, "rows", "One line a row, or two", parent=self)
        density.clicked.connect(self.density_requested)
        row.addWidget(density)
        columns = IconButton(theme, "columns", "Columns", parent=self)
        columns.clicked.connect(self.columns_requested)
        row.addWidget(columns)
        self.columns_button = columns

    def show_views(self, views: Sequence[SavedView], chosen: int) -> None:
        """One chip a view, the chosen one marked. Their counts come from another thread; those of before stand until then."""
        if list(views) == list(self._views):
            self.mark(chosen)
            self._counting.start()
            return
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        # Counts that are on their way belong to the chips that went.
        self._work.drop("counts")
        self._views = views
        self._chips = [ViewChip(self._theme, view.name, self) for view in views]
        for chip, view in zip(self._chips, views, strict=True):
            chip.clicked.connect(partial(self._press, view))
            self._row.addWidget(chip)
        self.mark(chosen)
        self._counting.start()

    def mark(self, chosen: int) -> None:
        """Marks the chip of the view with this id as the one shown."""
        for chip, view in zip(self._chips, self._views, strict=True):
            chip.setChecked(view.id == chosen)

    @property
    def counted(self) -> bool:
        """Whether every chip shows its count."""
        return not self._counting.isActive() and not self._work.busy("counts")

    def _press(self, view: SavedView) -> None:
        self.chosen.emit(view)

    def _count(self) -> None:
        self._work.run("counts", partial(_counts, self._context, self._views), self._show_counts, lambda _problem: None)

    def _show_counts(self, counts: Sequence[int]) -> None:
        for chip, count in zip(self._chips, counts, strict=True):
            chip.show_count(count)


def _counts(context: Context, views: Sequence[SavedView]) -> list[int]:
    return [view_count(context, view.view) for view in views]
