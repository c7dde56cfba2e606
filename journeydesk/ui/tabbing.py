"""Tab within a part of the window: what lies over the rest keeps the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_within(around: QWidget, forward: bool) -> bool:
    """Gives the keyboard to the next widget of `around` in the order of Tab, or the one before; after the last comes the first.
    Whether there is one."""
    window = around.window()
    at: QWidget | None = window.focusWidget() or around
    seen: set[QWidget] = set()
    while at is not None and at not in seen:
        seen.add(at)
        at = at.nextInFocusChain() if forward else at.previousInFocusChain()
        if at is not None and around.isAncestorOf(at) and _takes_tab(at, around):
            at.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            return True
    return False


def _takes_tab(widget: QWidget, around: QWidget) -> bool:
    takes = (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
    return takes and widget.isEnabled() and widget.isVisibleTo(around) and widget.focusProxy() is None
