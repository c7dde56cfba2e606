"""Changing keys on this computer: which combination an action gets, who else has it, and the way back to what ships."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.changed import CHANGED

_MODIFIER_KEYS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_unknown,
    }
)
_NO_KEYPAD = ~Qt.KeyboardModifier.KeypadModifier


class Keyboard(QObject):
    """One for the program: `changed` is emitted after every change, for whoever keeps keys or shows them."""

    changed = Signal()

    def take_up(self, kept: Mapping[str, Sequence[str]]) -> None:
        """The changes of another day. What no longer is an action, or no key that Qt knows, is left out."""
        before = dict(CHANGED)
        CHANGED.clear()
        for action in Action:
            keys = kept.get(action.name)
            if isinstance(keys, list | tuple) and keys and all(isinstance(key, str) and is_known(key) for key in keys):
                _give(action, tuple(keys))
        if before != CHANGED:
            self.changed.emit()

    def kept(self) -> dict[str, list[str]]:
        """The changes, to be kept for another day."""
        return {name: list(keys) for name, keys in CHANGED.items()}

    def change(self, action: Action, keys: str) -> None:
        """Gives an action other keys in the place of the one that is shown."""
        _give(action, _with_first(action, keys))
        self.changed.emit()

    def swap(self, action: Action, keys: str, others: Iterable[Action]) -> None:
        """Gives an action the keys of others; these get what it had in their place (`can_swap`)."""
        before = action.keys[0]
        for other in others:
            _give(other, tuple(dict.fromkeys(before if key == keys else key for key in other.keys)))
        self.change(action, keys)

    def reset(self, *actions: Action) -> None:
        """The keys that ship count again: of these actions, or of all where none is named."""
        for action in actions or tuple(Action):
            CHANGED.pop(action.name, None)
        self.changed.emit()


KEYBOARD = Keyboard()


@dataclass(frozen=True, slots=True)
class Clash:
    """Another action that has the keys; `here` where both would be meant at once, so that one of them must give way."""

    action: Action
    here: bool


def clashes(action: Action, keys: str) -> list[Clash]:
    """Who else has these keys, those in the same place first."""
    wanted = set(_row(keys)) if action.is_many else {keys}
    found = [
        Clash(other, _meet(action, other))
        for other in Action
        if other is not action and other.scope is not Scope.FIELDS and wanted & set(other.keys)
    ]
    return sorted(found, key=lambda clash: not clash.here)


def _meet(one: Action, other: Action) -> bool:
    everywhere = Scope.WINDOW in (one.scope, other.scope)
    return everywhere or bool(set(one.scopes) & set(other.scopes))


def pressed_keys(event: QKeyEvent) -> str:
    """The combination of a key press as Qt names it; empty while only modifiers are held."""
    key = Qt.Key(event.key())
    if key in _MODIFIER_KEYS:
        return ""
    modifiers = event.modifiers() & _NO_KEYPAD
    text = event.text()
    bare = not modifiers & ~Qt.KeyboardModifier.ShiftModifier
    if bare and len(text) == 1 and text.isprintable() and not text.isalnum() and not text.isspace():
        # A sign is what it writes: which keys write it differs from keyboard to keyboard.
        return text
    key = Qt.Key.Key_Return if key == Qt.Key.Key_Enter else key
    return QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence.SequenceFormat.PortableText)


def is_known(keys: str) -> bool:
    """Whether Qt knows a key of that name."""
    sequence = QKeySequence(keys)
    return len(keys) == 1 or (sequence.count() == 1 and sequence[0].key() != Qt.Key.Key_unknown)  # type: ignore[index]


def fits(action: Action, keys: str) -> bool:
    """Whether an action may have these keys: a row of digits moves as a row."""
    return not action.is_many or keys[-1:].isdigit()


def can_swap(*actions: Action) -> bool:
    """Whether these actions can give each other single keys: a row of digits stays whole."""
    return not any(action.is_many for action in actions)


def _row(keys: str) -> tuple[str, ...]:
    return tuple(f"{keys[:-1]}{number}" for number in range(1, 10))


def _with_first(action: Action, keys: str) -> tuple[str, ...]:
    if action.is_many:
        return _row(keys)[: len(action.shipped_keys)]
    return (keys, *(key for key in action.keys[1:] if key != keys))


def _give(action: Action, keys: tuple[str, ...]) -> None:
    if keys == action.shipped_keys:
        CHANGED.pop(action.name, None)
    else:
        CHANGED[action.name] = keys


def is_combination(event: QKeyEvent) -> bool:
    """Whether a key press writes nothing: it has Ctrl or Alt with it, or is a function key. Both together are AltGr on some systems,
    and write."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    return bool(pressed_keys(event)) and (function or control != alt or (control and not event.text().isprintable()))


def is_menu_key(event: QKeyEvent) -> bool:
    """Whether it is Alt by itself, which opens the menu of a window."""
    return event.key() == Qt.Key.Key_Alt and event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.AltModifier,
    )
