"""What painted lists have in common."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QListView

from journeydesk.ui.models.headed_rows import Index


class HeadedList(QListView):
    """Shows `HeadedRows`: a line that shows something else is painted anew, and nothing is laid out."""

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        # Lines are as high as they were: QListView would lay all of them out anew.
        QAbstractItemView.dataChanged(self, first, last, roles)


def set_up_list(view: QListView, model: QAbstractItemModel, delegate: QAbstractItemDelegate) -> None:
    """Gives a list its rows and their painter: no frame, one choice at a time, no editing in place, smooth scrolling."""
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMouseTracking(True)
    view.setTabKeyNavigation(False)


def step_line(view: QListView, step: int) -> None:
    """Goes so many lines down, or up where it is below 0; past an end it stays."""
    model = view.model()
    row = view.currentIndex().row() + step
    if 0 <= row < model.rowCount():
        view.setCurrentIndex(model.index(row, 0))
