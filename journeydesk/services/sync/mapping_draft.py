"""The set-up's draft of which tables, fields and options of a base are ours: guessed, then decided by a person; without any I/O."""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace

from journeydesk.domain.catalogue import BY_SLUG, TABLES, FieldSpec, FieldType
from journeydesk.domain.mapping.fields import Fit, candidates, fit_into, guess_fields
from journeydesk.domain.mapping.offer import Guess, Known, OfferedField, OfferedTable, State, Writing
from journeydesk.domain.mapping.options import guess_options
from journeydesk.domain.mapping.shared import SharedMap, shared_fields, shared_options, shared_tables
from journeydesk.domain.mapping.tables import guess_tables
from journeydesk.domain.words import noted, tr
from journeydesk.services.sync.mapping_rows import Candidate, FieldDraft, OptionDraft, Problem, TableDraft, kind_word
from journeydesk.services.sync.mapping_saved import TableChoice, read_saved, saved_text

CREATE, LEAVE_OUT = "create", "leave out"
"""Instead of an id: make it in the base, or keep it on this computer only."""

_NAMES = ("company", "contact_name")
_NO_PROSPECTS = tr("no table fits: choose one or create it")
_CHOSEN = frozenset({State.MATCHED, State.LIKELY, State.READ_ONLY})


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
        self._by_id = {table.id: table for table in offered}
        self._drafts: dict[str, TableDraft] = {}
        self.choices = choices if choices is not None else self._guessed()

    def _guessed(self) -> dict[str, TableChoice]:
        self.choices = {}
        guesses = guess_tables(self.remote_tables, fit_into(None), self.known)
        if self.shared is not None:
            of_team = shared_tables(self.shared, self.remote_tables)
            taken = {guess.chosen for guess in of_team.values()}
            # What the team's map took is nobody else's.
            guesses = {
                slug: Guess(None, State.CREATE, 0.0, tr("no table fits")) if guess.chosen in taken and guess.chosen else guess
                for slug, guess in guesses.items()
            } | of_team
        for spec in TABLES:
            guess = guesses[spec.slug]
            if spec.slug == "prospects" and guess.chosen is None and guess.state is State.CREATE and self.remote_tables:
                guess = replace(guess, state=State.DECIDE, reason=_NO_PROSPECTS)
            self.choices[spec.slug] = TableChoice(guess)
        for spec in TABLES:
            self._guess_fields(spec.slug)
        return self.choices

    def _guess_fields(self, slug: str) -> None:
        choice = self.choices[slug]
        table = self._by_id.get(choice.table.chosen or "")
        choice.fields = guess_fields(BY_SLUG[slug], table, self._fit(slug), self.known) if table else {}
        if table is not None and self.shared is not None:
            of_team = shared_fields(self.shared, slug, table)
            taken = {guess.chosen for guess in of_team.values()}
            choice.fields = {
                name: Guess(None, State.CREATE, 0.0, tr("no field fits")) if guess.chosen in taken and guess.chosen else guess
                for name, guess in choice.fields.items()
            } | {name: self._read_only(slug, name, guess, table) for name, guess in of_team.items()}
        choice.options = {}
        for field_slug in choice.fields:
            self._guess_options(slug, field_slug)

    def _guess_options(self, slug: str, field_slug: str) -> None:
        choice = self.choices[slug]
        spec, theirs, words = self._field_of(slug, field_slug)
        choice.options.pop(field_slug, None)
        if theirs is not None and theirs.options and words:
            choice.options[field_slug] = guess_options(spec, words, theirs.options)
            if self.shared is not None:
                choice.options[field_slug] |= shared_options(self.shared, slug, field_slug, theirs)

    def _read_only(self, slug: str, field_slug: str, guess: Guess, table: OfferedTable) -> Guess:
        """A choice, said to be read only where the field cannot be written."""
        theirs = table.field(guess.chosen)
        if theirs is None or self._fit(slug)(BY_SLUG[slug].by_slug[field_slug], theirs) is not Writing.READ_ONLY:
            return guess
        return replace(guess, state=State.READ_ONLY, reason=noted("read only: {kind}", kind=theirs.kind))

    def _fit(self, slug: str) -> Fit:
        prospects = self.choices["prospects"].table
        return fit_into(prospects.chosen if slug != "prospects" else None)

    def _field_of(self, slug: str, field_slug: str) -> tuple[FieldSpec, OfferedField | None, tuple[str, ...]]:
        spec = BY_SLUG[slug].by_slug[field_slug]
        choice = self.choices[slug]
        table = self._by_id.get(choice.table.chosen or "")
        theirs = table.field(choice.fields[field_slug].chosen) if table and field_slug in choice.fields else None
        return spec, theirs, self.known.words_of(spec) if slug == "prospects" else spec.choices

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
        remote = self._by_id.get(choice.table.chosen or "")
        fields = tuple(self._field_draft(slug, name, remote) for name in choice.fields) if remote else ()
        counts = Counter(each.state for each in fields)
        guess = choice.table
        return TableDraft(slug, spec.name, remote, guess.state, guess.confidence, guess.reason, fields, counts)

    def _field_draft(self, slug: str, field_slug: str, remote: OfferedTable) -> FieldDraft:
        spec, theirs, words = self._field_of(slug, field_slug)
        guess = self.choices[slug].fields[field_slug]
        ids = candidates(BY_SLUG[slug], spec, remote.fields, self._fit(slug), self.known)
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
        table = self.table(slug)
        if table.state is State.DECIDE:
            return [Problem(slug, "", f"{table.name}: {_lower(table.reason)}")]
        problems = [
            Problem(slug, each.slug, f"{table.name}, {each.spec.name}: {each.reason}")
            for each in table.fields
            if each.state is State.DECIDE
        ]
        if slug == "prospects" and table.remote is not None and not problems:
            states = {each.slug: each.state for each in table.fields}
            if not any(states.get(name) in _CHOSEN for name in _NAMES):
                problems.append(
                    Problem(slug, "company", tr("{name}: choose the field that holds a prospect's name", name=table.name))
                )
        if slug == "prospects" and table.state is State.LEFT_OUT:
            problems.append(
                Problem(slug, "", tr("{name}: choose a table, or have it created; nothing syncs without it", name=table.name))
            )
        return problems

    def decisions_left(self) -> int:
        """How many decisions are left over all tables."""
        return sum(len(self.problems(spec.slug)) for spec in TABLES)

    def first_problem_sentence(self) -> str:
        """The first decision that is left, in words; empty where none is."""
        return next((problem.sentence for spec in TABLES for problem in self.problems(spec.slug)), "")

    def likely_left(self) -> list[str]:
        """The guesses that nobody has said yes to, each in words."""
        lines = []
        for table in self.tables:
            if table.state is State.LIKELY and table.remote is not None:
                lines.append(
                    tr("{name} is likely “{name_2}” ({reason})", name=table.name, name_2=table.remote.name, reason=table.reason)
                )
            lines += [
                tr(
                    "{name}, {name_2} is likely “{name_3}” ({confidence} %, {reason})",
                    name=table.name,
                    name_2=each.spec.name,
                    name_3=each.chosen.name,
                    confidence=round(each.confidence * 100),
                    reason=each.reason,
                )
                for each in table.fields
                if each.state is State.LIKELY and each.chosen is not None
            ]
        return lines

    def to_create(self) -> list[str]:
        """What the base lacks and will get where that is asked for: tables, and fields as “table, field”."""
        lines = [table.name for table in self.tables if table.state is State.CREATE]
        for table in self.tables:
            if table.remote is not None:
                lines += [f"{table.remote.name}, {each.spec.name}" for each in table.fields if each.state is State.CREATE]
        return lines

    def create_prospects_if_none_fits(self) -> None:
        """Takes the wish to create what is missing for the table of the prospects too, where no table of the base could be it."""
        guess = self.choices["prospects"].table
        if guess.state is State.DECIDE and guess.reason == _NO_PROSPECTS:
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
                    tr("“{name}” was chosen for {name_2}", name=self._by_id[target].name, name_2=BY_SLUG[slug].name),
                )
                self._guess_fields(other)
        self.choices[slug].table = self._decided(target, self._by_id)
        self._guess_fields(slug)
        if slug == "prospects":
            self._guess_links()

    def _guess_links(self) -> None:
        for slug, choice in self.choices.items():
            if choice.fields:
                guesses = guess_fields(BY_SLUG[slug], self._by_id[str(choice.table.chosen)], self._fit(slug), self.known)
                links = [each.slug for each in BY_SLUG[slug].fields if each.type is FieldType.LINK]
                choice.fields |= {name: guesses[name] for name in links}

    def choose_field(self, slug: str, field_slug: str, target: str) -> None:
        """Takes one of their fields by id for ours, CREATE or LEAVE_OUT. Who had it before is to be decided again."""
        self._drafts.clear()
        choice = self.choices[slug]
        remote = self._by_id[str(choice.table.chosen)]
        for other, guess in list(choice.fields.items()):
            if other != field_slug and guess.chosen == target:
                taker = BY_SLUG[slug].by_slug[field_slug].name
                name = next(each.name for each in remote.fields if each.id == target)
                choice.fields[other] = Guess(
                    None, State.DECIDE, 0.0, tr("“{name}” was chosen for {taker}", name=name, taker=taker)
                )
                self._guess_options(slug, other)
        decided = self._decided(target, {each.id: each for each in remote.fields})
        choice.fields[field_slug] = self._read_only(slug, field_slug, decided, remote)
        self._guess_options(slug, field_slug)

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
        self._guess_fields(slug)

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


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
