"""Bases that nobody thought of: tables for some of ours whose fields have any type that can hold them, among fields of every type."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeydesk.domain.catalogue import BY_SLUG, FieldSpec, FieldType
from journeydesk.domain.field_kinds.fit import Fit, fit
from journeydesk.domain.field_kinds.form import FREE_TEXTS, RemoteForm
from journeydesk.sandbox.airtable.model import Base, IdMaker, Table
from journeydesk.sandbox.bases.random_cells import PEOPLE, cell, names_cell, word
from journeydesk.sandbox.bases.shape import ISO_DATE, LOCAL_DATE, BaseBuilder, Column

TABLES = ("prospects", "interactions", "usage", "surveys", "tasks")
PROJECTED = frozenset(
    {
        *("score", "customer_status", "deal_stage", "journey_stage", "journey_points", "lifecycle_stage", "onboarding_step"),
        *("entry_point", "ltv", "stripe_customer"),
    }
)
"""What rules and payments write by themselves: left out, so that whoever compares knows who wrote what."""

_WRITTEN = (
    *(
        "singleLineText",
        "multilineText",
        "richText",
        "email",
        "url",
        "phoneNumber",
        "singleSelect",
        "multipleSelects",
        "number",
    ),
    *(
        "percent",
        "currency",
        "rating",
        "duration",
        "checkbox",
        "date",
        "dateTime",
        "singleCollaborator",
        "multipleCollaborators",
    ),
)
_COMPUTED = ("formula", "createdTime", "lastModifiedTime", "createdBy", "lastModifiedBy", "autoNumber")
_ASIDE = (*_WRITTEN, *_COMPUTED, "barcode", "button", "externalSyncSource")
_AS_NAMES = 0.4
"""How many of the links of ours are texts that name the prospects."""

_AS_LINKS = 0.1
"""How many of our texts are links there."""

_NAMED_BY = {"prospects": "company"}
_ZONES = ("utc", "client", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland", "America/St_Johns")


@dataclass
class RandomBase:
    """A base, and what in it stands for what of ours: tables by slug, fields by slug within them, our word by option id. `linked` is the
    id of the table that its texts of ours link to where they are links there."""

    base: Base
    tables: dict[str, str] = field(default_factory=dict)
    fields: dict[str, dict[str, str]] = field(default_factory=dict)
    words: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    linked: str = ""


def random_base(ids: IdMaker, now_ms: int, seed: int, records: int = 60) -> RandomBase:
    """The same base for the same ids and seed, with so many records in the table that stands for prospects."""
    maker = _Maker(ids, now_ms, random.Random(seed))
    return maker.make(records)


class _Maker:
    def __init__(self, ids: IdMaker, now_ms: int, rng: random.Random) -> None:
        self._builder = BaseBuilder(ids, f"{word(rng)} {word(rng)}")
        self._rng = rng
        self._now_ms = now_ms
        self._result = RandomBase(self._builder.base)
        for name, email in PEOPLE:
            self._builder.person(name, email)

    def make(self, records: int) -> RandomBase:
        chosen = ["prospects", *(slug for slug in TABLES[1:] if self._rng.random() < 0.6)]
        names: set[str] = set()
        linked = self._builder.table(self._new_name(names), [Column("Name"), Column("Note", "multilineText")])
        self._fill("", linked, 8)
        self._result.linked = linked.id
        for slug in chosen:
            table = self._table(slug, self._new_name(names))
            self._fill(slug, table, records if slug == "prospects" else records * self._rng.randrange(1, 3))
        for _ in range(self._rng.randrange(3)):
            table = self._builder.table(self._new_name(names), [Column("Name"), *self._aside({"name"})])
            self._fill("", table, 5)
        self._gathered()
        return self._result

    def _new_name(self, taken: set[str]) -> str:
        while True:
            name = " ".join(word(self._rng) for _ in range(self._rng.randrange(1, 4)))
            if name.casefold() not in taken:
                taken.add(name.casefold())
                return name

    def _table(self, slug: str, name: str) -> Table:
        taken: set[str] = set()
        columns: list[tuple[str, Column]] = []
        for spec in BY_SLUG[slug].fields:
            column = self._column_for(slug, spec, taken)
            if column is not None:
                columns.append((spec.slug, column))
        columns += [("", column) for column in self._aside(taken)]
        self._rng.shuffle(columns)
        # The first field names the records, and not every type may.
        first = next((pair for pair in columns if pair[1].type in ("singleLineText", "number", "email", "date")), None)
        if first is not None:
            columns.remove(first)
        columns.insert(0, first or ("", Column(self._new_name(taken))))
        table = self._builder.table(name, [column for _, column in columns])
        self._result.tables[slug] = table.id
        self._result.fields[slug] = {ours: self._builder.field_id(table, column.name) for ours, column in columns if ours}
        self._note_words(slug, table)
        return table

    def _column_for(self, slug: str, spec: FieldSpec, taken: set[str]) -> Column | None:
        if spec.type is FieldType.LINK and self._rng.random() < _AS_NAMES:
            return Column(self._new_name(taken), self._rng.choice(sorted(FREE_TEXTS)))
        if spec.type is FieldType.LINK:
            return Column(self._new_name(taken), "multipleRecordLinks", links=self._prospects_name())
        is_name = spec.slug == _NAMED_BY.get(slug)
        if not is_name and (slug, spec.slug) != ("prospects", "key") and (spec.slug in PROJECTED or self._rng.random() < 0.3):
            return None
        if spec.slug == "key":
            return Column(self._new_name(taken))
        if spec.slug == "owner" and self._rng.random() < 0.5:
            return self._column(self._new_name(taken), self._rng.choice(("singleCollaborator", "multipleCollaborators")), spec)
        kinds: Sequence[str] = _WRITTEN if self._rng.random() < 0.85 else _COMPUTED
        if is_name:
            kinds = ("singleLineText", "multilineText")
        if spec.is_text and not is_name and self._rng.random() < _AS_LINKS:
            return Column(
                self._new_name(taken), "multipleRecordLinks", links=self._builder.base.tables[self._result.linked].name
            )
        columns = [self._column(self._new_name(taken), kind, spec) for kind in kinds]
        fitting = [column for column in columns if fit(spec, _form(column)) is not Fit.NONE]
        return self._rng.choice(fitting) if fitting else None

    def _prospects_name(self) -> str:
        return self._builder.base.tables[self._result.tables["prospects"]].name

    def _aside(self, taken: set[str]) -> list[Column]:
        """Fields that nobody maps."""
        return [self._column(self._new_name(taken), self._rng.choice(_ASIDE)) for _ in range(self._rng.randrange(2, 7))]

    def _column(self, name: str, kind: str, spec: FieldSpec | None = None) -> Column:
        rng = self._rng
        moment = {**rng.choice((ISO_DATE, LOCAL_DATE)), "timeFormat": {"name": "24hour", "format": "HH:mm"}}
        options: Mapping[str, Any] = {}
        if kind in ("singleSelect", "multipleSelects", "externalSyncSource"):
            return Column(name, kind, choices=self._choices(spec))
        if kind in ("number", "percent"):
            options = {"precision": rng.randrange(0, 5)}
        elif kind == "currency":
            options = {"precision": rng.randrange(0, 4), "symbol": rng.choice(("€", "£", "¥", "A$", "CHF"))}
        elif kind == "rating":
            options = {"icon": rng.choice(("star", "heart", "dot")), "color": "yellowBright", "max": rng.randrange(1, 11)}
        elif kind == "duration":
            options = {"durationFormat": rng.choice(("h:mm", "h:mm:ss", "h:mm:ss.SSS"))}
        elif kind == "checkbox":
            options = {"icon": rng.choice(("check", "star", "flag")), "color": "greenBright"}
        elif kind == "date":
            options = dict(rng.choice((ISO_DATE, LOCAL_DATE)))
        elif kind == "dateTime":
            options = {**moment, "timeZone": rng.choice(_ZONES)}
        elif kind in ("createdTime", "lastModifiedTime"):
            plain = rng.random() < 0.3
            options = {"result": {"type": "date" if plain else "dateTime", "options": dict(ISO_DATE)}}
        elif kind == "formula":
            text, result = rng.choice(
                (("RECORD_ID()", "singleLineText"), ("LEN(RECORD_ID())*1.5", "number"), ("1/0", "number"))
            )
            options = {"formula": text, "isValid": True, "referencedFieldIds": [], "result": {"type": result}}
        return Column(name, kind, options)

    def _choices(self, spec: FieldSpec | None) -> Sequence[str]:
        """Ours in any order and under any name, and some more; or none of ours."""
        taken: set[str] = set()
        names = [self._new_name(taken) for _ in range(self._rng.randrange(2, 6))]
        if spec is not None and spec.choices:
            names += [
                self._rng.choice((f"{self._new_name(taken)} {n}", f"{choice} ", choice))
                for n, choice in enumerate(spec.choices)
            ]
        if spec is not None and spec.type is FieldType.CHECKBOX:
            names += ["Yes", "No"]
        self._rng.shuffle(names)
        return list({name.strip().casefold(): name for name in names}.values())

    def _note_words(self, slug: str, table: Table) -> None:
        for ours, identifier in self._result.fields[slug].items():
            spec, remote = BY_SLUG[slug].by_slug[ours], table.fields[identifier]
            if remote.type in ("singleSelect", "multipleSelects") and spec.choices:
                options = remote.options["choices"]
                shuffled = self._rng.sample(options, len(options))
                by_name = {option["name"].strip().casefold(): option for option in options}
                words = {by_name[word.casefold()]["id"]: word for word in spec.choices if word.casefold() in by_name}
                rest = [option["id"] for option in shuffled if option["id"] not in words]
                words |= dict(zip(rest, [choice for choice in spec.choices if choice not in words.values()], strict=False))
                self._result.words[slug, ours] = words

    def _fill(self, slug: str, table: Table, count: int) -> None:
        tables = self._builder.base.tables
        prospects = list(tables[self._result.tables["prospects"]].records) if slug else []
        names = self._result.fields.get(slug, {}).get("prospect")
        named = self._result.fields.get(slug, {}).get(_NAMED_BY.get(slug, ""))
        key = self._result.fields.get(slug, {}).get("key")
        rows = []
        for number in range(count):
            row: dict[str, Any] = {}
            for each in table.fields.values():
                if each.computed or each.options.get("isReversed"):
                    continue
                if each.type == "multipleRecordLinks" and each.linked_table == self._result.linked:
                    known = list(tables[each.linked_table].records)
                    row[each.name] = self._rng.sample(known, self._rng.randrange(1, 4)) if self._rng.random() < 0.7 else None
                elif each.id == names and each.type in FREE_TEXTS:
                    row[each.name] = names_cell(self._rng, prospect_names(self._result), each)
                elif each.type == "multipleRecordLinks":
                    row[each.name] = [self._rng.choice(prospects)] if prospects and self._rng.random() < 0.9 else None
                elif each.id == key:
                    row[each.name] = f"{slug}-{number}" if self._rng.random() < 0.5 else None
                elif each.id == named:
                    row[each.name] = f"{word(self._rng)} {number}"
                elif self._rng.random() < 0.7:
                    row[each.name] = cell(self._rng, self._builder.base, each)
            rows.append((self._now_ms - self._rng.randrange(10**10), row))
        self._builder.fill(table, rows)

    def _gathered(self) -> None:
        """Counts, look-ups and roll-ups over the links."""
        for table, link in list(self._builder.base.link_fields()):
            far = self._builder.base.tables[link.linked_table]
            target = self._rng.choice([each for each in far.fields.values() if each.type != "multipleRecordLinks"])
            options = {"recordLinkFieldId": link.id, "fieldIdInLinkedTable": target.id, "isValid": True}
            result = {"result": {"type": "singleLineText"}}
            self._builder.column(table, Column(f"{link.name} ×", "count", {"recordLinkFieldId": link.id, "isValid": True}))
            self._builder.column(table, Column(f"{link.name} …", "multipleLookupValues", {**options, **result}))
            self._builder.column(table, Column(f"{link.name} Σ", "rollup", {**options, **result}, aggregate="ARRAYJOIN"))


def prospect_names(made: RandomBase) -> list[str]:
    """What the prospects are called in the base."""
    table, named = made.base.tables[made.tables["prospects"]], made.fields["prospects"]["company"]
    return [record.cells[named] for record in table.records.values() if record.cells.get(named)]


def _form(column: Column) -> RemoteForm:
    options = column.options
    result = str((options.get("result") or {}).get("type") or "")
    choices = tuple((name, name) for name in column.choices)
    return RemoteForm(column.type, choices, options.get("precision"), options.get("max"), result)
