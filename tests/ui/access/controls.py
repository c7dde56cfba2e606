"""Every control that a window shows, as a screen reader and a hand without a mouse meet it."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

_CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
_NO_ROLES = frozenset({QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border, QAccessible.Role.Pane})
_ROWS = 3
"""How many rows of a list are asked for their names: they are all of one model."""


def controls(window: QWidget) -> Iterator[QWidget]:
    """What can be pressed, typed into or moved in, and seen."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or widget.visibleRegion().isEmpty() or _is_a_part(widget):
            continue
        if isinstance(widget, _CONTROLS) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def _is_a_part(widget: QWidget) -> bool:
    """Whether another control speaks for it: the field in a combo box, a scroll bar, a viewport, a list's own header, a field's icon."""
    parent = widget.parentWidget()
    if isinstance(widget, (QScrollBar, QHeaderView, QMenu)):
        return True
    if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
        return True
    return isinstance(parent, (QComboBox, QAbstractSpinBox, QHeaderView, QLineEdit))


def faults_of_access(window: QWidget) -> list[str]:
    """A sentence for each control without a name or role, that no key reaches, and each row that says nothing."""
    return sorted({fault for widget in controls(window) for fault in _faults(widget, window)})


def _faults(widget: QWidget, window: QWidget) -> Iterator[str]:
    spoken = QAccessible.queryAccessibleInterface(widget)
    where = _where(widget, window)
    if not spoken.text(QAccessible.Text.Name).strip():
        yield f"{where} has no name"
    if spoken.role() in _NO_ROLES and not _is_a_region(widget):
        # What holds other controls in a layout is a region: it has a name, and they have the roles.
        yield f"{where} has no role"
    if widget.isEnabled() and not _reached(widget):
        yield f"{where} is reached by no key"
    if isinstance(widget, QAbstractItemView):
        yield from _rows_without_names(widget, where)


def _is_a_region(widget: QWidget) -> bool:
    return widget.layout() is not None or isinstance(widget, QAbstractScrollArea)


def _reached(widget: QWidget) -> bool:
    """By Tab, or by the arrows from one of its group that Tab reaches."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return True
    if isinstance(widget, QAbstractButton) and widget.accessibleName().endswith(")"):
        # Its name ends in the key that does the same.
        return True
    if isinstance(widget, QAbstractItemView) and _is_led_by_a_field(widget):
        return True
    if isinstance(widget, QAbstractButton):
        group = widget.group()
        beside = group.buttons() if group is not None else _exclusive_beside(widget)
        if any(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in beside):
            return True
    # A control inside of a control that has the keyboard: its owner moves within itself.
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if parent.focusPolicy() & Qt.FocusPolicy.TabFocus and isinstance(parent, _CONTROLS):
            return True
        parent = parent.parentWidget()
    return False


def _exclusive_beside(button: QAbstractButton) -> list[QAbstractButton]:
    """The buttons of which one at a time is chosen, and between which the arrows go."""
    parent = button.parentWidget()
    if parent is None or not button.autoExclusive():
        return []
    return [other for other in parent.findChildren(QAbstractButton) if other.autoExclusive() and other.parentWidget() is parent]


def _is_led_by_a_field(view: QAbstractItemView) -> bool:
    """Whether the arrows of a field beside it go through the list, as in the palette."""
    parent = view.parentWidget()
    return parent is not None and any(field.isVisible() for field in parent.findChildren(QLineEdit))


def _rows_without_names(view: QAbstractItemView, where: str) -> Iterator[str]:
    model = view.model()
    for row in range(min(model.rowCount(QModelIndex()), _ROWS)):
        said = [
            model.index(row, column).data(role)
            for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex()))
            for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
        ]
        if not any(str(words).strip() for words in said if words is not None):
            yield f"{where}: line {row} says nothing"


def _where(widget: QWidget, window: QWidget) -> str:
    at = widget.mapTo(window, QPoint(0, 0))
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    parent = widget.parentWidget()
    return f"{type(parent).__name__}/{type(widget).__name__} “{words}” at {at.x()}, {at.y()}"
