"""Keys in words, for the status bar and the foot of a dialog."""

from journeydesk.ui.keys.actions import Action

Hint = tuple[tuple[str, ...], str]


def hint(words: str, *actions: Action) -> Hint:
    """The keys of these actions with what they do; modifiers that a pair shares are shown once."""
    caps: list[str] = []
    shared = ""
    for action in actions:
        parts = action.label.split(" ")
        modifiers, _, key = parts[0].rpartition("+")
        caps += [key if caps and modifiers and modifiers == shared else parts[0], *parts[1:]]
        shared = modifiers
    return tuple(caps), words
