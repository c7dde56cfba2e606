"""A key in words, as it stands on a button or in a list."""

from collections.abc import Callable

_CAPS = {
    "Return": "Enter",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "PgDown": "PgDn",
    "Backtab": "Tab",
}


def in_words(keys: str) -> str:
    """One combination, named as Qt names it, in words: `Ctrl+Enter`."""
    if keys.endswith("+"):
        return keys
    *modifiers, key = keys.rsplit("+", 1)
    return "+".join([*modifiers, _CAPS.get(key, key)])


class Cap(str):
    """The words of an action's key. What shows them for long asks `now` again: keys can be changed while it stands."""

    __slots__ = ("_again",)
    _again: Callable[[], str]

    def __new__(cls, words: str, again: Callable[[], str]) -> "Cap":
        cap = super().__new__(cls, words)
        cap._again = again
        return cap

    @property
    def now(self) -> "Cap":
        """The words that hold now."""
        return Cap(self._again(), self._again)


def now(words: str) -> str:
    """A key's words as they hold now; a text that is no action's is itself."""
    return words.now if isinstance(words, Cap) else words
