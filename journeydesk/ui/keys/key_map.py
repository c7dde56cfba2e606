"""From a key press to what it does: a widget says which actions it offers, the registry says with which keys."""

import logging
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.keyboard import KEYBOARD
from journeydesk.ui.mirror import is_mirrored

_log = logging.getLogger(__name__)
_NO_KEYPAD = ~Qt.KeyboardModifier.KeypadModifier
_OTHER_SIDE = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}
_ONCE = frozenset(
    {
        *(Action.STAGE_LEFT, Action.STAGE_RIGHT, Action.CARD_LIFT, Action.LANES),
        *(Action.ALERT_ACT, Action.ALERT_ACKNOWLEDGE, Action.ALERT_ACTIONED, Action.ALERT_UNDO, Action.ALERT_TICK),
        *(Action.MESSAGE_APPROVE, Action.MESSAGE_SAVE, Action.MESSAGE_REJECT),
        *(Action.LINE_FINISH, Action.LINE_DELETE, Action.LINE_UNDO, Action.LINE_TICK, Action.ROW_TICK),
        *(Action.SESSION_SAVE, Action.SKIP, Action.BACK),
        *(Action.PICK_MINE, Action.PICK_THEIRS, Action.PICK_BOTH, Action.PICK_CELL, Action.ALL_MINE, Action.ALL_THEIRS),
        *(Action.CHANGE_SEND, Action.CHANGE_HOLD, Action.CHANGE_DROP),
        *(Action.ROW_IS_SAME, Action.ROW_IS_NEW, Action.PAIR_SAME, Action.PAIR_DIFFERENT, Action.PAIR_MERGE),
        *(
            Action.MILESTONE_EARLIER,
            Action.MILESTONE_LATER,
            Action.MILESTONE_DONE,
            Action.MILESTONE_DELETE,
            Action.PLANNING_UNDO,
        ),
    }
)
"""What decides, writes or sends, after which another line is current: a key that is held a moment too long is one press."""
Slot = Callable[[], object]
NumberSlot = Callable[[int], object]
_Combination = tuple[Qt.Key, Qt.KeyboardModifier]


def _combination(keys: str) -> _Combination:
    first = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs lack it
    return first.key(), first.keyboardModifiers()


def _by_keys() -> dict[Scope, dict[_Combination | str, tuple[Action, int]]]:
    scopes: dict[Scope, dict[_Combination | str, tuple[Action, int]]] = {scope: {} for scope in Scope}
    for action in Action:
        for number, keys in enumerate(action.keys):
            # A sign such as [ needs other keys on other keyboards; what it writes is the same on all.
            sign = keys if len(keys) == 1 and not keys.isalnum() else _combination(keys)
            for scope in action.scopes:
                scopes[scope][sign] = (action, number)
    return scopes


_ACTIONS = _by_keys()


def _renew() -> None:
    _ACTIONS.clear()
    _ACTIONS.update(_by_keys())


KEYBOARD.changed.connect(_renew)


def pressed(event: QKeyEvent, scope: Scope) -> tuple[Action, int] | None:
    """The action of a scope that these keys stand for, and which of its keys was pressed; None where there is none."""
    key = Qt.Key(event.key())
    if is_mirrored():
        # What lies to the left is the next one.
        key = _OTHER_SIDE.get(key, key)
    combination = (Qt.Key.Key_Return if key == Qt.Key.Key_Enter else key, event.modifiers() & _NO_KEYPAD)
    actions = _ACTIONS[scope]
    return actions.get(combination) or actions.get(event.text())


def is_key_of(action: Action, event: QKeyEvent) -> bool:
    """Whether these are the keys of the action."""
    match = pressed(event, action.scope)
    return match is not None and match[0] is action


def is_undo(event: QEvent) -> bool:
    """Whether these are the keys that undo or redo, which a field of Qt's takes for its letters."""
    return isinstance(event, QKeyEvent) and any(is_key_of(action, event) for action in (Action.UNDO, Action.REDO))


class KeyMap:
    """What a widget does at the keys of a scope.

    A slot that returns False has nothing to do now: the key goes on as if it were not bound. `numbers` are for actions with
    several keys that differ: their slots get which of the keys was pressed, from 0.
    """

    def __init__(self, scope: Scope, slots: Mapping[Action, Slot], numbers: Mapping[Action, NumberSlot] | None = None) -> None:
        self._scope = scope
        self._slots: dict[Action, NumberSlot] = {action: _ignoring_number(slot) for action, slot in slots.items()}
        self._slots.update(numbers or {})

    def press(self, event: QKeyEvent) -> bool:
        """Does what the keys stand for; False where that is nothing of this widget's."""
        match = pressed(event, self._scope)
        slot = self._slots.get(match[0]) if match is not None else None
        if match is not None and slot is not None and match[0] in _ONCE and event.isAutoRepeat():
            return True
        if match is None or slot is None or slot(match[1]) is False:
            return False
        _log.debug("%s", match[0].name)
        return True


def _ignoring_number(slot: Slot) -> NumberSlot:
    return lambda _number: slot()


def turns_page(event: QKeyEvent) -> bool:
    """Whether the keys go a page on or back, or to an end: every list does that in Qt's own way."""
    match = pressed(event, Scope.FIELDS)
    turns = match is not None and match[0] in (Action.PAGE_UP, Action.PAGE_DOWN, Action.FIRST, Action.LAST)
    if match is not None and turns:
        _log.debug("%s", match[0].name)
    return turns
