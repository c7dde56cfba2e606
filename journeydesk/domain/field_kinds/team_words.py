"""The team's present words for the choices of selects, as its base calls them; everything but people and their files goes by ours
(docs/interface.md, "Words of choices")."""

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from journeydesk.domain.catalogue import BY_SLUG, FieldSpec
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.field_kinds.field_names import field_name
from journeydesk.domain.field_kinds.options import folded, shown_words
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import named, tr

Pairs = tuple[tuple[str, str], ...]


def _choices(table: str, slug: str) -> tuple[str, ...]:
    spec = BY_SLUG[table].by_slug.get(slug) if table in BY_SLUG else None
    return () if spec is None else spec.choices


@dataclass(frozen=True, slots=True)
class TeamWords:
    """By table and field, our word and the present name of each option, in the base's order. A field that no select of the base holds
    is not among them: its choices are called as we call them."""

    options: Mapping[tuple[str, str], Pairs] = field(default_factory=lambda: MappingProxyType({}))
    _shown: Mapping[tuple[str, str], Mapping[str, str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Every line of a list asks for them.
        shown = {
            (table, slug): {ours: name for ours, name in shown_words(pairs, _choices(table, slug)).items() if ours != name}
            for (table, slug), pairs in self.options.items()
        }
        object.__setattr__(self, "_shown", {key: words for key, words in shown.items() if words})

    def shown(self, table: str, field: str, word: str) -> str:
        """A stored value as people read it."""
        words = self._shown.get((table, field))
        name = words.get(word) if words is not None else None
        return named(word) if name is None else name

    def choices(self, table: str, spec: FieldSpec) -> dict[str, str]:
        """What a person may choose, our word by the one shown: the base's options in its order, then choices of ours that it lacks."""
        words = dict.fromkeys(ours for ours, _ in self.options.get((table, spec.slug), ()))
        offered: dict[str, str] = {}
        for ours in [*words, *(choice for choice in spec.choices if choice not in words)]:
            offered.setdefault(self.shown(table, spec.slug, ours), ours)
        return offered

    def stored(self, table: str, spec: FieldSpec, text: str) -> str | None:
        """Our word for what a person or a file calls a choice, by the word shown or by ours, whatever the case and the blanks; None where
        it is neither. Where they differ in what they mean, what is shown counts."""
        offered = self.choices(table, spec)
        if text in offered:
            return offered[text]
        names = [(name, ours) for ours, name in self.options.get((table, spec.slug), ())]
        for known in (offered.items(), names, ((ours, ours) for ours in offered.values())):
            for shown, ours in known:
                if folded(shown) == folded(text):
                    return ours
        return None

    def parsed(self, table: str, spec: FieldSpec, text: str) -> str:
        """The same. Raises ValueRefused with the words that there are."""
        word = self.stored(table, spec, text)
        if word is None:
            offered = ", ".join(self.choices(table, spec))
            raise ValueRefused(
                spec.name,
                tr(
                    "{name}: “{text}” is not a choice. Choose one of {offered}.",
                    name=field_name(spec),
                    text=text,
                    offered=offered,
                ),
            )
        return word
