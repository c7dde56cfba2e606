"""Which actions the list of keys has, under the places where they work, and in how many columns."""

from collections.abc import Callable, Sequence

from journeydesk.domain.folding import fold
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.caps import in_words

Group = tuple[str, Sequence[Action]]


def listed() -> list[Action]:
    """Every action that the list has; what every list and field does is known without it."""
    return [action for action in Action if action.scope is not Scope.FIELDS]


def groups(wanted: Callable[[Action], bool] = lambda _action: True) -> list[Group]:
    """The wanted actions by scope, in the order of the registry; a scope without any is left out."""
    every = [(scope.value, [a for a in listed() if a.scope is scope and wanted(a)]) for scope in Scope]
    return [(where, actions) for where, actions in every if actions]


def in_columns(scopes: Sequence[Group], columns: int) -> list[list[Group]]:
    """Columns of about one height; a heading is as high as a line, and a group stays whole."""
    whole = sum(len(actions) + 1 for _, actions in scopes)
    parts: list[list[Group]] = [[] for _ in range(columns)]
    before, column = 0, 0
    for where, actions in scopes:
        high = len(actions) + 1
        if parts[column] and before + high / 2 > whole * (column + 1) / columns and column < columns - 1:
            column += 1
        parts[column].append((where, actions))
        before += high
    return parts


def matches(action: Action, typed: str) -> bool:
    """Whether a search finds an action: by a part of its words, or by its keys."""
    words = fold(typed).strip()
    if not words:
        return True
    keys = [in_words(key).casefold() for key in action.keys]
    return words in fold(action.words) or words in keys or ("+" in words and any(words in key for key in keys))
