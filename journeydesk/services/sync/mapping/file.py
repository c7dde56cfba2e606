"""A mapping as a file that people read and edit: what `setup --show-map` prints and `setup --map` takes (docs/interface.md,
"Mapping by command")."""

from collections.abc import Mapping
from typing import Any

from journeydesk.domain.catalogue import TABLES, FieldSpec, TableSpec
from journeydesk.domain.errors import UserError
from journeydesk.domain.mapping.names import squeezed
from journeydesk.domain.mapping.offer import OfferedTable, State
from journeydesk.domain.words import tr
from journeydesk.services.sync.mapping.draft import CREATE, LEAVE_OUT, MappingDraft
from journeydesk.services.sync.mapping.rows import FieldDraft, TableDraft

_UNDONE = {State.CREATE.value: CREATE, State.LEFT_OUT.value: LEAVE_OUT}
_WITHOUT = tr(
    "“theirs” as null needs “state” to be {value} or {value_2}", value=State.CREATE.value, value_2=State.LEFT_OUT.value
)


def map_facts(draft: MappingDraft) -> dict[str, Any]:
    """The draft as JSON: every table and field of ours with what it is in the base, how sure that is and why."""
    return {
        "base": draft.base_name,
        "decisions_left": draft.decisions_left(),
        "likely": len(draft.likely_left()),
        "tables": [_table_facts(draft, table) for table in draft.tables],
        "untouched": draft.untouched,
    }


def _table_facts(draft: MappingDraft, table: TableDraft) -> dict[str, Any]:
    return {
        "ours": table.name,
        "theirs": table.remote.name if table.remote else None,
        "id": table.remote.id if table.remote else None,
        "state": table.state.value,
        "confidence": table.confidence,
        "reason": table.reason,
        "fields": [_field_facts(field) for field in table.fields],
    }


def _field_facts(field: FieldDraft) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "ours": field.spec.name,
        "kind": field.kind,
        "theirs": field.chosen.name if field.chosen else None,
        "id": field.chosen.id if field.chosen else None,
        "their_kind": field.chosen.kind if field.chosen else None,
        "state": field.state.value,
        "confidence": field.confidence,
        "reason": field.reason,
        "fits": [candidate.name for candidate in field.candidates],
    }
    if field.options:
        facts["options"] = [
            {"theirs": option.name, "id": option.id, "ours": option.ours, "state": option.state.value, "reason": option.reason}
            for option in field.options
        ]
        facts["allowed"] = list(field.words)
    return facts


def map_words(draft: MappingDraft) -> str:
    """The draft in lines for people."""
    lines = [tr("Base {base_name}", base_name=draft.base_name)]
    for table in draft.tables:
        there = f"“{table.remote.name}”" if table.remote else "–"
        lines.append(f"{table.name} ← {there}  [{_state(table.state)}: {table.reason}]")
        for field in table.fields:
            theirs = f"“{field.chosen.name}” ({field.chosen.kind})" if field.chosen else "–"
            sure = f"{round(field.confidence * 100)} %, " if field.state is State.LIKELY else ""
            lines.append(f"  {field.spec.name} ({field.kind}) ← {theirs}  [{_state(field.state)}: {sure}{field.reason}]")
            lines += [
                f"    “{option.name}” → {option.ours or tr('none of ours')}  [{_state(option.state)}: {option.reason}]"
                for option in field.options
            ]
    if draft.untouched:
        lines.append(tr("Left alone: {untouched}", untouched=", ".join(draft.untouched)))
    return "\n".join(lines)


def _state(state: State) -> str:
    return state.value.replace("_", " ")


def take_map(draft: MappingDraft, facts: object) -> None:
    """Lays an edited map over the draft: what it names is decided by it, what it does not speak of stays as it was guessed.

    Raises UserError with every mistake, each named by table and field with what is allowed; the draft is of no use then.
    """
    tables = facts.get("tables") if isinstance(facts, Mapping) else None
    if not isinstance(tables, list):
        raise UserError(
            tr("The map is no JSON object with a list “tables”. Begin with: journeydesk setup --show-map --json > map.json")
        )
    reader = _Reader(draft)
    chosen = [(spec, entry) for entry in tables if (spec := reader.table_of(entry)) is not None]
    # Every table first: which links fit depends on the table of the prospects.
    chosen.sort(key=lambda pair: pair[0].slug != "prospects")
    taken: dict[str, str] = {}
    good = [(spec, entry) for spec, entry in chosen if reader.take_table(spec, entry, taken)]
    for spec, entry in good:
        reader.take_fields(spec, entry.get("fields", []))
    if reader.mistakes:
        raise UserError("\n".join(reader.mistakes))


class _Reader:
    """Reads an edited map; `mistakes` are whole sentences."""

    def __init__(self, draft: MappingDraft) -> None:
        self._draft = draft
        self._tables: set[str] = set()
        self.mistakes: list[str] = []

    def table_of(self, entry: object) -> TableSpec | None:
        if not isinstance(entry, Mapping):
            self.mistakes.append(
                tr("“{entry}” stands where the map needs a table, an object with “ours” and “theirs”.", entry=entry)
            )
            return None
        ours = entry.get("ours")
        spec = next((spec for spec in TABLES if isinstance(ours, str) and squeezed(ours) in _names(spec)), None)
        if spec is None:
            self.mistakes.append(
                tr(
                    "“{ours}” is no table of ours. They are {tables}.",
                    ours=ours,
                    tables=", ".join(spec.name for spec in TABLES),
                )
            )
        return spec

    def take_table(self, spec: TableSpec, entry: Mapping[str, Any], taken: dict[str, str]) -> bool:
        """Decides a table; whether it is one of theirs, so that its fields count."""
        if spec.slug in self._tables:
            self.mistakes.append(tr("{name} stands in the map twice. Leave one of them out.", name=spec.name))
            return False
        self._tables.add(spec.slug)
        target = self._target(spec.name, entry, {table.id: table.name for table in self._draft.remote_tables})
        if target is None:
            return False
        if target in taken:
            self.mistakes.append(
                tr(
                    "{name}: “{entry}” is already {taken}. Each table can be one of ours only.",
                    name=spec.name,
                    entry=entry.get("theirs"),
                    taken=taken[target],
                )
            )
            return False
        now = self._draft.table(spec.slug).remote
        if target in (CREATE, LEAVE_OUT) or now is None or now.id != target:
            self._draft.choose_table(spec.slug, target)
        else:
            self._draft.accept_table(spec.slug)
        if target in (CREATE, LEAVE_OUT):
            return False
        taken[target] = spec.name
        return True

    def take_fields(self, spec: TableSpec, entries: object) -> None:
        if not isinstance(entries, list):
            self.mistakes.append(tr("{name}: “fields” is no list.", name=spec.name))
            return
        remote = self._draft.table(spec.slug).remote
        named: set[str] = set()
        taken: dict[str, str] = {}
        decided: list[tuple[FieldSpec, str, Mapping[str, Any]]] = []
        for entry in entries:
            if not isinstance(entry, Mapping):
                self.mistakes.append(
                    tr(
                        "{name}: “{entry}” stands where the map needs a field, an object with “ours” and “theirs”.",
                        name=spec.name,
                        entry=entry,
                    )
                )
                continue
            ours = entry.get("ours")
            field = next((each for each in spec.fields if isinstance(ours, str) and squeezed(ours) in _names(each)), None)
            if field is None or remote is None:
                self.mistakes.append(
                    tr(
                        "{name} has no field “{ours}”. Its fields are {fields}.",
                        name=spec.name,
                        ours=ours,
                        fields=", ".join(each.name for each in spec.fields),
                    )
                )
                continue
            if field.slug in named:
                self.mistakes.append(
                    tr("{name}, {name_2} stands in the map twice. Leave one of them out.", name=spec.name, name_2=field.name)
                )
                continue
            named.add(field.slug)
            target = self._field_target(spec, field, entry, remote)
            if target is None:
                continue
            if target in taken:
                self.mistakes.append(
                    tr(
                        "{name}, {name_2}: “{entry}” is already {taken}. Each field can be one of ours only.",
                        name=spec.name,
                        name_2=field.name,
                        entry=entry.get("theirs"),
                        taken=taken[target],
                    )
                )
                continue
            if target not in (CREATE, LEAVE_OUT):
                taken[target] = field.name
            decided.append((field, target, entry))
        for field, target, entry in decided:
            self._take_field(spec, field, target, entry)

    def _field_target(self, spec: TableSpec, field: FieldSpec, entry: Mapping[str, Any], remote: OfferedTable) -> str | None:
        where = f"{spec.name}, {field.name}"
        target = self._target(where, entry, {each.id: each.name for each in remote.fields})
        if target is None or target in (CREATE, LEAVE_OUT):
            return target
        draft = next(each for each in self._draft.table(spec.slug).fields if each.slug == field.slug)
        if target not in {candidate.id for candidate in draft.candidates}:
            theirs = next(each for each in remote.fields if each.id == target)
            fits = ", ".join(candidate.name for candidate in draft.candidates) or tr("none")
            self.mistakes.append(
                tr(
                    "{where}: “{name}” is a field of {kind}, which cannot hold it. These can: {fits}.",
                    where=where,
                    name=theirs.name,
                    kind=theirs.kind,
                    fits=fits,
                )
            )
            return None
        return target

    def _take_field(self, spec: TableSpec, field: FieldSpec, target: str, entry: Mapping[str, Any]) -> None:
        now = self._draft.choices[spec.slug].fields.get(field.slug)
        if now is None or now.chosen != target:
            self._draft.choose_field(spec.slug, field.slug, target)
        else:
            self._draft.accept_field(spec.slug, field.slug)
        self._take_options(spec, field, entry.get("options", []))

    def _take_options(self, spec: TableSpec, field: FieldSpec, entries: object) -> None:
        where = f"{spec.name}, {field.name}"
        draft = next(each for each in self._draft.table(spec.slug).fields if each.slug == field.slug)
        if not isinstance(entries, list):
            self.mistakes.append(tr("{where}: “options” is no list.", where=where))
            return
        for entry in entries:
            theirs = entry.get("id") or entry.get("theirs") if isinstance(entry, Mapping) else None
            title = theirs.strip() if isinstance(theirs, str) else ""
            option = next((each for each in draft.options if title in (each.id, each.name.strip())), None)
            if option is None:
                names = ", ".join(each.name for each in draft.options) or tr("none")
                self.mistakes.append(
                    tr(
                        "{where}: the field has no option “{theirs}”. Its options are {names}.",
                        where=where,
                        theirs=theirs,
                        names=names,
                    )
                )
                continue
            ours, state = entry.get("ours"), entry.get("state")
            word = next((word for word in draft.words if isinstance(ours, str) and squeezed(word) == squeezed(ours)), None)
            if ours is not None and word is None:
                self.mistakes.append(
                    tr(
                        "{where}: “{ours}” for “{name}” is none of ours. Allowed are {words}.",
                        where=where,
                        ours=ours,
                        name=option.name,
                        words=", ".join(draft.words),
                    )
                )
            elif ours is not None or state != State.DECIDE.value:
                self._draft.choose_option(spec.slug, field.slug, option.id, word)

    def _target(self, where: str, entry: Mapping[str, Any], there: Mapping[str, str]) -> str | None:
        """The id that an entry means, CREATE, LEAVE_OUT; None where it is wrong or leaves the decision open."""
        theirs, state = entry.get("theirs"), entry.get("state")
        if theirs is None:
            if state == State.DECIDE.value:
                return None
            if not isinstance(state, str) or state not in _UNDONE:
                self.mistakes.append(tr("{where}: {without}, not “{state}”.", where=where, without=_WITHOUT, state=state))
                return None
            return _UNDONE[state]
        identifier = entry.get("id")
        if isinstance(identifier, str) and identifier in there and there[identifier] == theirs:
            return identifier
        alike = [other for other, name in there.items() if isinstance(theirs, str) and (name == theirs or other == theirs)]
        alike = alike or [
            other for other, name in there.items() if isinstance(theirs, str) and squeezed(name) == squeezed(theirs)
        ]
        if len(alike) == 1:
            return alike[0]
        what = tr("has more than one") if alike else tr("has no")
        self.mistakes.append(
            tr(
                "{where}: the base {what} “{theirs}”. It has {values}.",
                where=where,
                what=what,
                theirs=theirs,
                values=", ".join(sorted(there.values())),
            )
        )
        return None


def _names(spec: TableSpec | FieldSpec) -> tuple[str, str]:
    return squeezed(spec.name), squeezed(spec.slug)
