"""The two things that are typed in where a value stands: a line, and a long text."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.restyling import restyle

TEXT_HEIGHT = 118


class LineEditor(QLineEdit):
    """One line, its text marked so that typing replaces it."""

    def __init__(self, host: QWidget, name: str, text: str, right: bool) -> None:
        super().__init__(host)
        self.setAccessibleName(name)
        # The place is the cell's own: the sheet's least height would grow over its neighbours.
        self.setStyleSheet("QLineEdit { border-radius: 0; padding: 0 4px; min-height: 0; }")
        self.setText(text)
        self.setModified(False)
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.selectAll()

    @property
    def typed(self) -> str:
        """What stands there."""
        return self.text()

    def mark_wrong(self, wrong: bool) -> None:
        """A red frame, or none."""
        restyle(self, "wrong", wrong)

    def place_for(self, rect: QRect) -> QRect:
        """Where it stands for a value at this place."""
        return rect.adjusted(0, 0, 0, -1)


class TextEditor(QPlainTextEdit):
    """Several lines; it grows downwards from where the value stands."""

    def __init__(self, host: QWidget, name: str, text: str) -> None:
        super().__init__(host)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    @property
    def typed(self) -> str:
        """What stands there."""
        return self.toPlainText()

    def mark_wrong(self, wrong: bool) -> None:
        """A long text is told in a sentence what is wrong with it."""

    def place_for(self, rect: QRect) -> QRect:
        """Where it stands for a value at this place: over what is below, inside its host."""
        host = self.parentWidget()
        bottom = host.height() - 4 if host is not None else rect.bottom()
        height = max(rect.height(), TEXT_HEIGHT)
        return QRect(rect.left(), max(2, min(rect.top(), bottom - height)), rect.width(), height)


class EditorKeys(QObject):
    """Takes an editor's keys before the editor does, and says when the keyboard went elsewhere in the window."""

    def __init__(self, editor: QWidget, keys: KeyMap, left: Callable[[], None]) -> None:
        super().__init__(editor)
        self._keys = keys
        self._left = left
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            if event.type() == QEvent.Type.ShortcutOverride:
                # Letters are text here; the window's own single keys wait.
                if not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
                    event.accept()
                return False
            return self._keys.press(event)
        if event.type() == QEvent.Type.FocusOut:
            reason = event.reason()  # type: ignore[attr-defined]
            if reason not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
                self._left()
        return super().eventFilter(watched, event)
