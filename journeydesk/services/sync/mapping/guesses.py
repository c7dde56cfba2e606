"""What of a base is likely ours: its tables, their fields and options, guessed one from the other, or as the team's map says."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journeydesk.domain.catalogue import BY_SLUG, TABLES, FieldSpec, FieldType
from journeydesk.domain.mapping.fields import Fit, fit_into, guess_fields
from journeydesk.domain.mapping.offer import Guess, Known, OfferedField, OfferedTable, State, Writing
from journeydesk.domain.mapping.options import guess_options
from journeydesk.domain.mapping.shared import SharedMap, shared_fields, shared_options, shared_tables
from journeydesk.domain.mapping.tables import guess_tables
from journeydesk.domain.words import noted, tr
from journeydesk.services.sync.mapping.saved import TableChoice

NO_PROSPECTS = tr("no table fits: choose one or create it")


class Guesses:
    """Guesses into `choices`, by our tables; `offered` is what the base has, `known` what the team is known to use, `shared` its map."""

    def __init__(
        self, offered: Sequence[OfferedTable], known: Known, shared: SharedMap | None, choices: dict[str, TableChoice]
    ) -> None:
        self.by_id: Mapping[str, OfferedTable] = {table.id: table for table in offered}
        self._known = known
        self._shared = shared
        self._choices = choices

    def guess_all(self) -> None:
        """Guesses every table, and the fields and options of each."""
        guesses = guess_tables(tuple(self.by_id.values()), fit_into(None), self._known)
        if self._shared is not None:
            of_team = shared_tables(self._shared, tuple(self.by_id.values()))
            taken = {guess.chosen for guess in of_team.values()}
            # What the team's map took is nobody else's.
            guesses = {
                slug: Guess(None, State.CREATE, 0.0, tr("no table fits")) if guess.chosen in taken and guess.chosen else guess
                for slug, guess in guesses.items()
            } | of_team
        for spec in TABLES:
            guess = guesses[spec.slug]
            if spec.slug == "prospects" and guess.chosen is None and guess.state is State.CREATE and self.by_id:
                guess = replace(guess, state=State.DECIDE, reason=NO_PROSPECTS)
            self._choices[spec.slug] = TableChoice(guess)
        for spec in TABLES:
            self.guess_fields(spec.slug)

    def guess_fields(self, slug: str) -> None:
        """Guesses the fields of one of our tables and their options anew."""
        choice = self._choices[slug]
        table = self.by_id.get(choice.table.chosen or "")
        choice.fields = guess_fields(BY_SLUG[slug], table, self.fit(slug), self._known) if table else {}
        if table is not None and self._shared is not None:
            of_team = shared_fields(self._shared, slug, table)
            taken = {guess.chosen for guess in of_team.values()}
            choice.fields = {
                name: Guess(None, State.CREATE, 0.0, tr("no field fits")) if guess.chosen in taken and guess.chosen else guess
                for name, guess in choice.fields.items()
            } | {name: self.read_only(slug, name, guess, table) for name, guess in of_team.items()}
        choice.options = {}
        for field_slug in choice.fields:
            self.guess_options(slug, field_slug)

    def guess_links(self) -> None:
        """Guesses anew what links to the prospects: it depends on which table they are."""
        for slug, choice in self._choices.items():
            if choice.fields:
                guesses = guess_fields(BY_SLUG[slug], self.by_id[str(choice.table.chosen)], self.fit(slug), self._known)
                links = [each.slug for each in BY_SLUG[slug].fields if each.type is FieldType.LINK]
                choice.fields |= {name: guesses[name] for name in links}

    def guess_options(self, slug: str, field_slug: str) -> None:
        """Guesses which of our words the options of a field are."""
        choice = self._choices[slug]
        spec, theirs, words = self.field_of(slug, field_slug)
        choice.options.pop(field_slug, None)
        if theirs is not None and theirs.options and words:
            choice.options[field_slug] = guess_options(spec, words, theirs.options)
            if self._shared is not None:
                choice.options[field_slug] |= shared_options(self._shared, slug, field_slug, theirs)

    def read_only(self, slug: str, field_slug: str, guess: Guess, table: OfferedTable) -> Guess:
        """A choice, said to be read only where the field cannot be written."""
        theirs = table.field(guess.chosen)
        if theirs is None or self.fit(slug)(BY_SLUG[slug].by_slug[field_slug], theirs) is not Writing.READ_ONLY:
            return guess
        return replace(guess, state=State.READ_ONLY, reason=noted("read only: {kind}", kind=theirs.kind))

    def fit(self, slug: str) -> Fit:
        """How well fields of theirs hold what fields of one of our tables hold."""
        prospects = self._choices["prospects"].table
        return fit_into(prospects.chosen if slug != "prospects" else None)

    def field_of(self, slug: str, field_slug: str) -> tuple[FieldSpec, OfferedField | None, tuple[str, ...]]:
        """A field of ours, the one of theirs that it is, and the words that it may hold."""
        spec = BY_SLUG[slug].by_slug[field_slug]
        choice = self._choices[slug]
        table = self.by_id.get(choice.table.chosen or "")
        theirs = table.field(choice.fields[field_slug].chosen) if table and field_slug in choice.fields else None
        return spec, theirs, self._known.words_of(spec) if slug == "prospects" else spec.choices
