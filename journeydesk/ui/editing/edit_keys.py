"""The keys of an editor over a value, and how they are named below it."""

from collections.abc import Callable
from functools import partial

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.hints import Hint, hint
from journeydesk.ui.keys.key_map import KeyMap


def keys_of(
    long: bool, give: Callable[[int | None], object], leave: Callable[[], object], discard: Callable[[], object]
) -> KeyMap:
    """Of a long text Enter is a line; of others it saves. A key is taken even where nothing could be saved."""
    slots: dict[Action, Callable[[], object]] = {Action.EDIT_SAVE: partial(give, 0)}
    if long:
        slots = {Action.EDIT_SAVE_TEXT: partial(give, 0), Action.EDIT_DISCARD: discard}
    slots |= {Action.EDIT_NEXT: partial(give, 1), Action.EDIT_PREVIOUS: partial(give, -1), Action.EDIT_KEEP: leave}
    return KeyMap(Scope.EDITING, {action: _taken(slot) for action, slot in slots.items()})


def keys_to_go_on(go: Callable[[int], object]) -> KeyMap:
    """Tab in a list of choices: takes what is current and goes on."""
    return KeyMap(Scope.EDITING, {Action.EDIT_NEXT: partial(go, 1), Action.EDIT_PREVIOUS: partial(go, -1)})


def keys_shown(old: str, typing_long: bool) -> list[Hint]:
    """Save, go on, leave; `old` is the value that leaving keeps."""
    save, leave = (
        Action.EDIT_SAVE,
        tr("keep {old}", old=old if len(old) <= 24 else tr("the old value")) if old else tr("keep it empty"),
    )
    if typing_long:
        save, leave = Action.EDIT_SAVE_TEXT, tr("leave, the draft is kept")
    return [hint(tr("save"), save), hint(tr("next field"), Action.EDIT_NEXT), hint(leave, Action.EDIT_KEEP)]


def _taken(slot: Callable[[], object]) -> Callable[[], object]:
    def run() -> None:
        slot()

    return run
