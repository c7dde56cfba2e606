"""The options of a remote's field and our words for them: known by id, so that what an option is called there decides nothing.

Our word for an option is given once, when it is first met, and kept for good: one of our choices where it is called so or was mapped
to one, else the name that it had. Records, bases, histories, rules and files hold that word; screens show the present name.
"""

from collections.abc import Iterable, Mapping, Sequence

from journeydesk.domain.words import tr

Options = Mapping[str, tuple[str, str]]
"""Our word and their present name of each option by its id, in their order."""


class NamedOption(str):
    """The name of an option as it was when it was told, with the option's id, which counts more."""

    __slots__ = ("id",)

    def __new__(cls, name: str, id: str) -> "NamedOption":
        option = super().__new__(cls, name)
        option.id = id
        return option

    id: str


def folded(word: str) -> str:
    """What words that differ only by case and blanks have in common."""
    return " ".join(word.split()).casefold()


def named_options(choices: Sequence[str], there: Sequence[tuple[str, str]], before: Options) -> dict[str, tuple[str, str]]:
    """The options that are there, as (id, name): those known before keep their word.

    A new one that is called like one of our `choices` is that choice, unless an option that was it before goes by another name now:
    then the name says nothing of what it means.
    """
    by_name = {folded(choice): choice for choice in choices}
    now = dict(there)
    words = {identifier: before[identifier][0] for identifier in now if identifier in before}
    moved = {word for identifier, word in words.items() if folded(now[identifier]) != folded(word)}
    taken = {folded(word) for word in words.values()}
    for identifier, name in there:
        if identifier in words:
            continue
        choice = by_name.get(folded(name))
        words[identifier] = choice if choice is not None and choice not in moved else _free(name, taken)
        taken.add(folded(words[identifier]))
    return {identifier: (words[identifier], name) for identifier, name in there}


def _free(name: str, taken: Iterable[str]) -> str:
    word, number = name, 2
    while folded(word) in taken:
        word, number = f"{name.strip()} ({number})", number + 1
    return word


def name_moved(before: Options, now: Options) -> bool:
    """Whether an option goes by a name that another one had: what was read meanwhile may have been taken for that one."""
    had = {name: identifier for identifier, (_, name) in before.items()}
    return any(had.get(name, identifier) != identifier for identifier, (_, name) in now.items())


def name_of(options: Iterable[tuple[str, str]], choices: Sequence[str], word: str) -> str | None:
    """Their name of the option that we call `word`; of several the one that is called so there, else the first. What is none of our
    words may be one of theirs, whatever its case and the blanks around it. None where there is no such option."""
    pairs = list(options)
    alike = [name for ours, name in pairs if ours == word] or [name for ours, name in pairs if folded(ours) == folded(word)]
    if not alike and folded(word) not in map(folded, choices):
        alike = [name for _, name in pairs if folded(name) == folded(word)]
    called_so = [name for name in alike if name == word] or [name for name in alike if folded(name) == folded(word)]
    return next(iter(called_so or alike), None)


def shown_words(options: Iterable[tuple[str, str]], choices: Sequence[str]) -> dict[str, str]:
    """How each of our words is shown: as the option is called there; our own word where options of several names mean it, or none does.
    Where another option goes by that word, it says that it is ours, so that no two are shown alike."""
    names: dict[str, list[str]] = {choice: [] for choice in choices}
    for ours, name in options:
        names.setdefault(ours, []).append(name)
    shown = {ours: each[0] for ours, each in names.items() if each and len(set(map(folded, each))) == 1}
    taken = set(map(folded, shown.values()))
    return shown | {
        ours: tr("{ours} (ours)", ours=ours) if folded(ours) in taken else ours for ours in names if ours not in shown
    }
