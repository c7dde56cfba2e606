"""The line that takes the next keys pressed: who else has them, and to keep, to swap, or to go back."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.caps import in_words
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.keys.keyboard import KEYBOARD, Clash, can_swap, clashes, fits, pressed_keys
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel, KeyCap
from journeydesk.ui.widgets.labels import label


class Capture(QFrame):
    """Nothing is changed until Enter; Escape leaves it as it was. `finished` is emitted after either."""

    finished = Signal()

    def __init__(self, theme: Theme, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._slots = KeyMap(Scope.FIELDS, {Action.LEAVE: self.finished.emit, Action.TAKE: self.take})
        self.action = action
        self.keys = ""
        self._clashes: list[Clash] = []
        self.setObjectName("capture")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("{words}: press the new keys", words=action.words))
        self._prompt = label(theme, tr("Press the new keys…"))
        self._cap = KeyCap(theme)
        self._icon = IconLabel(theme, "warn", "warn")
        self._words = label(theme, step=-1, wrap=True)
        first = in_words(action.shipped_keys[0])
        self.back = KeyButton(theme, tr("Back to {first}", first=first), kind="flat", parent=self)
        self.back.setVisible(action.is_changed)
        self.keep = KeyButton(theme, tr("Keep"), key=Action.TAKE.cap, parent=self)
        self.keep.setEnabled(False)
        self.back.clicked.connect(self._go_back)
        self.keep.clicked.connect(self.take)
        head, note, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(label(theme, action.words))
        head.addStretch(1)
        head.addWidget(self._prompt)
        note.setSpacing(6)
        note.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._words, 1)
        foot.setSpacing(8)
        foot.addWidget(self._cap)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 5, 6, 5)
        column.setSpacing(4)
        for row in (head, note, foot):
            column.addLayout(row)
        self._color()
        self._show()

    def _color(self) -> None:
        t = self._theme.hex
        self.setStyleSheet(f"QFrame#capture {{ background: {t('accent-soft')}; border: 2px solid {t('accent')}; }}")
        self._prompt.setStyleSheet(f"color: {t('accent')}")

    @property
    def words(self) -> str:
        """What is said about the keys pressed; empty where nothing is."""
        return self._words.text()

    @property
    def _here(self) -> list[Action]:
        return [clash.action for clash in self._clashes if clash.here]

    @property
    def _can_keep(self) -> bool:
        return bool(self.keys) and (not self._here or can_swap(self.action, *self._here))

    def _show(self, refused: str = "") -> None:
        here = self._here
        words = refused or _sentence(self.action, self.keys, self._clashes)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._icon.setVisible(bool(words))
        self._cap.show_key(in_words(self.keys) if self.keys else str(self.action.label))
        self._prompt.setText(tr("Press others…") if self.keys else tr("Press the new keys…"))
        self.keep.setText(
            tr("Swap") if here else tr("Keep {in_value}", in_value=in_words(self.keys)) if self.keys else tr("Keep")
        )
        self.keep.updateGeometry()
        self.keep.setEnabled(self._can_keep)
        self.setAccessibleDescription(words)

    def press(self, keys: str) -> None:
        """Shows what these keys would do."""
        if not fits(self.action, keys):
            self._show(tr("This is a row of digits. Press a digit, with the keys held that shall go with it."))
            return
        self.keys, self._clashes = keys, clashes(self.action, keys)
        self._show()

    def take(self) -> None:
        """The keys pressed count from now on; who had them in the same place gets the old ones."""
        if not self._can_keep:
            return
        if self._here:
            KEYBOARD.swap(self.action, self.keys, self._here)
        else:
            KEYBOARD.change(self.action, self.keys)
        self.finished.emit()

    def _go_back(self) -> None:
        KEYBOARD.reset(self.action)
        self.finished.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # Before any shortcut of the window has it.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._slots.press(event):
            return
        keys = pressed_keys(event)
        if keys:
            self.press(keys)


def _sentence(action: Action, keys: str, found: Sequence[Clash]) -> str:
    if not found:
        return ""
    here = [clash.action for clash in found if clash.here]
    first = here[0] if here else found[0].action
    cap = in_words(keys)
    if here:
        others = tr(" and {count} more", count=len(here) - 1) if len(here) > 1 else ""
        way = (
            tr("Swap, and it gets the old keys.")
            if can_swap(action, *here)
            else tr("A row of digits stays whole: press others.")
        )
        return tr("{cap} is “{words}”{others} here. {way}", cap=cap, words=first.words, others=others, way=way)
    return tr("{cap} is “{words}” in {value}; both keep working.", cap=cap, words=first.words, value=first.scope.value)
