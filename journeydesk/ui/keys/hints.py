"""Keys in words, for the status bar and the foot of a dialog."""

from collections.abc import Sequence
from functools import partial

from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.caps import Cap, now

Hint = tuple[tuple[str, ...], str]


def hint(words: str, *actions: Action) -> Hint:
    """The keys of these actions with what they do; modifiers that a pair shares are shown once."""
    return tuple(Cap(cap, partial(_cap_at, place, actions)) for place, cap in enumerate(_caps(actions))), words


def _cap_at(place: int, actions: Sequence[Action]) -> str:
    return _caps(actions)[place]


def _caps(actions: Sequence[Action]) -> list[str]:
    caps: list[str] = []
    shared = ""
    for action in actions:
        parts = action.label.split(" ")
        modifiers, _, key = parts[0].rpartition("+")
        caps += [key if caps and modifiers and modifiers == shared else parts[0], *parts[1:]]
        shared = modifiers
    return caps


def held_now(hints: Sequence[Hint]) -> list[Hint]:
    """Hints with the keys that hold now, though they were made before a key was changed."""
    return [(tuple(now(key) for key in keys), words) for keys, words in hints]


def spoken(hints: Sequence[Hint]) -> str:
    """Hints as a screen reader says them."""
    return ", ".join(f"{'+'.join(keys)} {words}" for keys, words in held_now(hints))
