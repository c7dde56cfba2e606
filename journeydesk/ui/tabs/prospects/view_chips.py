"""The row above the list: a chip for each view with its count, and the buttons for density and columns."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import view_count
from journeydesk.services.rows.prospects import SavedView
from journeydesk.ui import tokens
from journeydesk.ui.mirror import under
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton
from journeydesk.ui.widgets.chips import ViewChip
from journeydesk.ui.work import Background

_LIST_FIRST_MS = 100


_GAP = 7


class ViewChips(QWidget):
    """Emits the `SavedView` pressed, one whose menu is asked for and where, the ids in the order that a hand gave them, and what the
    buttons ask for. Views without room are behind a button that says how many they are."""

    chosen = Signal(object)
    menu_requested = Signal(object, object)
    ordered = Signal(object)
    save_requested = Signal(QWidget)
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
        self._row.setSpacing(_GAP)
        row.addLayout(self._row)
        self._more = ViewChip(theme, "", self)
        self._more.setCheckable(False)
        self._more.clicked.connect(self._show_folded)
        self._more.hide()
        row.addWidget(self._more)
        save = IconButton(theme, "plus", tr("Save as a new view…"), parent=self)
        save.clicked.connect(lambda: self.save_requested.emit(save))
        row.addWidget(save)
        row.addStretch(1)
        density = IconButton(theme, "rows", tr("One line a row, or two"), parent=self)
        density.clicked.connect(self.density_requested)
        row.addWidget(density)
        columns = IconButton(theme, "columns", tr("Columns"), parent=self)
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
            chip.dragged.connect(partial(self._drag, chip))
            chip.dropped.connect(self._drop)
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(
                lambda at, view=view, chip=chip: self.menu_requested.emit(view, chip.mapToGlobal(at))
            )
            self._row.addWidget(chip)
        self.mark(chosen)
        self._counting.start()

    def mark(self, chosen: int) -> None:
        """Marks the chip of the view with this id as the one shown."""
        for chip, view in zip(self._chips, self._views, strict=True):
            chip.setChecked(view.id == chosen)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Shows as many chips as there is room for; the chosen one is always among them."""
        widths = [chip.sizeHint().width() + _GAP for chip in self._chips]
        room = self.width() - 30 - 3 * (28 + _GAP)
        shown = list(range(len(widths)))
        if sum(widths) > room:
            room -= 96 + _GAP
            while shown and sum(widths[place] for place in shown) > room:
                unchosen = [place for place in shown if not self._chips[place].isChecked()]
                if not unchosen:
                    break
                shown.remove(unchosen[-1])
        for place, chip in enumerate(self._chips):
            chip.setVisible(place in shown)
        folded = len(widths) - len(shown)
        self._more.setText(tr("{folded} more", folded=folded))
        self._more.setAccessibleName(tr("{folded} more views", folded=folded))
        self._more.setVisible(folded > 0)

    def _show_folded(self) -> None:
        from journeydesk.ui.widgets.popovers.action_menu import ActionMenu

        menu = ActionMenu(self._theme, self)
        for chip, view in zip(self._chips, self._views, strict=True):
            if not chip.isVisibleTo(self):
                menu.add(view.name, partial(self._press, view), keys=chip.count)
        menu.popup(self._more.mapToGlobal(under(self._more.rect())))

    def _drag(self, chip: ViewChip, at: QPoint) -> None:
        """Puts the chip where the hand has it."""
        x = self.mapFromGlobal(at).x()
        others = [each for each in self._chips if each is not chip and each.isVisibleTo(self)]
        place = sum(x > each.geometry().center().x() for each in others)
        self._row.removeWidget(chip)
        self._row.insertWidget(place, chip)
        chip.raise_()

    def _drop(self) -> None:
        chips = [self._row.itemAt(place).widget() for place in range(self._row.count())]  # type: ignore[union-attr]
        views = {chip: view.id for chip, view in zip(self._chips, self._views, strict=True)}
        self.ordered.emit([views[chip] for chip in chips if isinstance(chip, ViewChip) and chip in views])

    def chip_of(self, identifier: int) -> QWidget:
        """The chip of a view, or, where it has no room, the button that stands for it."""
        for chip, view in zip(self._chips, self._views, strict=True):
            if view.id == identifier and chip.isVisibleTo(self):
                return chip
        return self._more if self._more.isVisibleTo(self) else self

    @property
    def counted(self) -> bool:
        """Whether every chip shows its count."""
        return not self._counting.isActive() and not self._work.busy("counts")

    def _press(self, view: SavedView) -> None:
        self.chosen.emit(view)

    def _count(self) -> None:
        count = partial(_counts, self._context, self._views)
        self._work.run_last("counts", count, self._show_counts, lambda _problem: None)

    def _show_counts(self, counts: Sequence[int]) -> None:
        for chip, count in zip(self._chips, counts, strict=True):
            chip.show_count(count)
        self._fold()


def _counts(context: Context, views: Sequence[SavedView]) -> list[int]:
    return [view_count(context, view.view) for view in views]
