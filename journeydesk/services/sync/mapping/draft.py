"""The set-up's draft of which tables, fields and options of a base are ours: guessed, then decided by a person; without any I/O."""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace

from journeydesk.domain.catalogue import BY_SLUG, TABLES
from journeydesk.domain.mapping.fields import candidates
from journeydesk.domain.mapping.offer import Guess, Known, OfferedField, OfferedTable, State
from journeydesk.domain.mapping.shared import SharedMap
from journeydesk.domain.words import tr
from journeydesk.services.sync.mapping.guesses import NO_PROSPECTS, Guesses
from journeydesk.services.sync.mapping.questions import created_for, likely_of, problems_of
from journeydesk.services.sync.mapping.rows import Candidate, FieldDraft, OptionDraft, Problem, TableDraft, kind_word
from journeydesk.services.sync.mapping.saved import TableChoice, read_saved, saved_text

CREATE, LEAVE_OUT = "create", "leave out"
"""Instead of an id: make it in the base, or keep it on this computer only."""


class MappingDraft:
    """Ours beside theirs. `offered` is what the base has, `known` what the team is known to use."""

    def __init__(
        self,
        base_name: str,
        offered: Sequence[OfferedTable],
        known: Known,
        choices: dict[str, TableChoice] | None = None,
        notes: Sequence[str] = (),
        shared: SharedMap | None = None,
    ) -> None:
        self.base_name = base_name
        self.remote_tables = tuple(offered)
        self.known = known
        self.notes = list(notes)
        self.shared = shared
        self._drafts: dict[str, TableDraft] = {}
        self.choices: dict[str, TableChoice] = choices if choices is not None else {}
        self._guesses = Guesses(offered, known, shared, self.choices)
        if choices is None:
            self._guesses.guess_all()

    @property
    def tables(self) -> list[TableDraft]:
        """Our tables in the catalogue's order, as they stand now."""
        return [self.table(spec.slug) for spec in TABLES]

    @property
    def untouched(self) -> list[str]:
        """The names of the base's tables that nobody uses."""
        used = {choice.table.chosen for choice in self.choices.values()}
        return [table.name for table in self.remote_tables if table.id not in used]

    def table(self, slug: str) -> TableDraft:
        """One of our tables as it stands now."""
        if slug not in self._drafts:
            self._drafts[slug] = self._drafted(slug)
        return self._drafts[slug]

    def _drafted(self, slug: str) -> TableDraft:
        spec, choice = BY_SLUG[slug], self.choices[slug]
        remote = self._guesses.by_id.get(choice.table.chosen or "")
        fields = tuple(self._field_draft(slug, name, remote) for name in choice.fields) if remote else ()
        counts = Counter(each.state for each in fields)
        guess = choice.table
        return TableDraft(slug, spec.name, remote, guess.state, guess.confidence, guess.reason, fields, counts)

    def _field_draft(self, slug: str, field_slug: str, remote: OfferedTable) -> FieldDraft:
        spec, theirs, words = self._guesses.field_of(slug, field_slug)
        guess = self.choices[slug].fields[field_slug]
        ids = candidates(BY_SLUG[slug], spec, remote.fields, self._guesses.fit(slug), self.known)
        fitting = [_candidate(each) for identifier in ids if (each := remote.field(identifier)) is not None]
        options = self._options(slug, field_slug, theirs) if theirs else ()
        open_options = sum(option.state is State.DECIDE for option in options)
        state, reason = guess.state, guess.reason
        if open_options:
            state = State.DECIDE
            reason = tr("{count} of {count_2} options matched", count=len(options) - open_options, count_2=len(options))
        elif state is State.MATCHED and any(option.state is State.LIKELY for option in options):
            state = State.LIKELY
            reason = tr(
                "{count} of {count_2} options likely",
                count=sum(option.state is State.LIKELY for option in options),
                count_2=len(options),
            )
        return FieldDraft(
            spec,
            kind_word(spec, bool(words)),
            tuple(fitting),
            _candidate(theirs) if theirs else None,
            state,
            guess.confidence,
            reason,
            options,
            tuple(words) if theirs and theirs.options else (),
        )

    def _options(self, slug: str, field_slug: str, theirs: OfferedField) -> tuple[OptionDraft, ...]:
        guesses = self.choices[slug].options.get(field_slug, {})
        counts = Counter(theirs.samples)
        return tuple(
            OptionDraft(
                identifier,
                name,
                counts[name],
                guesses[identifier].chosen,
                guesses[identifier].state,
                guesses[identifier].reason,
            )
            for identifier, name in theirs.options
            if identifier in guesses
        )

    def problems(self, slug: str) -> list[Problem]:
        """What must be decided of a table before the mapping can be used, in the order of its fields."""
        return problems_of(self.table(slug))

    def decisions_left(self) -> int:
        """How many decisions are left over all tables."""
        return sum(len(self.problems(spec.slug)) for spec in TABLES)

    def first_problem_sentence(self) -> str:
        """The first decision that is left, in words; empty where none is."""
        return next((problem.sentence for spec in TABLES for problem in self.problems(spec.slug)), "")

    def likely_left(self) -> list[str]:
        """The guesses that nobody has said yes to, each in words."""
        return likely_of(self.tables)

    def to_create(self) -> list[str]:
        """What the base lacks and will get where that is asked for: tables, and fields as “table, field”."""
        return created_for(self.tables)

    def create_prospects_if_none_fits(self) -> None:
        """Takes the wish to create what is missing for the table of the prospects too, where no table of the base could be it."""
        guess = self.choices["prospects"].table
        if guess.state is State.DECIDE and guess.reason == NO_PROSPECTS:
            self.choose_table("prospects", CREATE)

    def choose_table(self, slug: str, target: str) -> None:
        """Takes one of their tables by id for ours, CREATE or LEAVE_OUT. Its fields are guessed anew."""
        self._drafts.clear()
        for other, choice in self.choices.items():
            if other != slug and choice.table.chosen == target:
                choice.table = Guess(
                    None,
                    State.DECIDE,
                    0.0,
                    tr("“{name}” was chosen for {name_2}", name=self._guesses.by_id[target].name, name_2=BY_SLUG[slug].name),
                )
                self._guesses.guess_fields(other)
        self.choices[slug].table = self._decided(target, self._guesses.by_id)
        self._guesses.guess_fields(slug)
        if slug == "prospects":
            self._guesses.guess_links()

    def choose_field(self, slug: str, field_slug: str, target: str) -> None:
        """Takes one of their fields by id for ours, CREATE or LEAVE_OUT. Who had it before is to be decided again."""
        self._drafts.clear()
        choice = self.choices[slug]
        remote = self._guesses.by_id[str(choice.table.chosen)]
        for other, guess in list(choice.fields.items()):
            if other != field_slug and guess.chosen == target:
                taker = BY_SLUG[slug].by_slug[field_slug].name
                name = next(each.name for each in remote.fields if each.id == target)
                choice.fields[other] = Guess(
                    None, State.DECIDE, 0.0, tr("“{name}” was chosen for {taker}", name=name, taker=taker)
                )
                self._guesses.guess_options(slug, other)
        decided = self._decided(target, {each.id: each for each in remote.fields})
        choice.fields[field_slug] = self._guesses.read_only(slug, field_slug, decided, remote)
        self._guesses.guess_options(slug, field_slug)

    def _decided(self, target: str, there: Container[str]) -> Guess:
        if target == CREATE:
            return Guess(None, State.CREATE, 1.0, tr("will be created"))
        if target == LEAVE_OUT:
            return Guess(None, State.LEFT_OUT, 1.0, "left out")
        if target not in there:
            raise KeyError(target)
        return Guess(target, State.MATCHED, 1.0, "chosen")

    def choose_option(self, slug: str, field_slug: str, option_id: str, ours: str | None) -> None:
        """Takes one of our words for an option of theirs; None keeps their word, which is none of ours."""
        self._drafts.clear()
        state = State.MATCHED if ours is not None else State.LEFT_OUT
        reason = tr("chosen") if ours is not None else tr("kept as it is")
        self.choices[slug].options[field_slug][option_id] = Guess(ours, state, 1.0, reason)

    def accept_table(self, slug: str) -> None:
        """Says yes to the guess of a table, and not to those of its fields."""
        self._drafts.clear()
        self.choices[slug].table = _accepted(self.choices[slug].table)

    def accept_likely(self, slug: str) -> None:
        """Says yes to every guess of a table: to the table itself, its fields and their options."""
        self._drafts.clear()
        choice = self.choices[slug]
        choice.table = _accepted(choice.table)
        choice.fields = {name: _accepted(guess) for name, guess in choice.fields.items()}
        choice.options = {
            name: {identifier: _accepted(guess) for identifier, guess in guesses.items()}
            for name, guesses in choice.options.items()
        }

    def accept_field(self, slug: str, field_slug: str) -> None:
        """Says yes to the guess of one field and of its options."""
        self._drafts.clear()
        choice = self.choices[slug]
        choice.fields[field_slug] = _accepted(choice.fields[field_slug])
        if field_slug in choice.options:
            choice.options[field_slug] = {key: _accepted(guess) for key, guess in choice.options[field_slug].items()}

    def match_again(self, slug: str) -> None:
        """Forgets what was decided of a table's fields and guesses again."""
        self._drafts.clear()
        self._guesses.guess_fields(slug)

    def to_json(self) -> str:
        """The draft whole, with what was read of the base, to go on with later."""
        return saved_text(self.base_name, self.remote_tables, self.known, self.choices, self.notes, self.shared)

    @classmethod
    def restore(cls, text: str) -> "MappingDraft":
        """A draft out of what `to_json` gave. Raises ValueError for anything else."""
        return cls(*read_saved(text))


def _accepted(guess: Guess) -> Guess:
    return replace(guess, state=State.MATCHED) if guess.state is State.LIKELY else guess


def _candidate(field: OfferedField) -> Candidate:
    return Candidate(field.id, field.name, field.kind, field.samples[0] if field.samples else "", len(field.options))
