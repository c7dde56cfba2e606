"""Links that stand in the remote as the linked records' names: whom a text names, and what a link of ours says there.

Nothing is kept beside the base: what a text was taken to mean is the link itself, and what a record was called before is in the
history (docs/sync.md, "Links as names").
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from journeydesk.domain.catalogue import BY_SLUG, FieldType
from journeydesk.domain.field_kinds.form import RemoteForm
from journeydesk.domain.field_kinds.link_names import (
    Name,
    linked,
    names_in,
    plain_name,
    possible_names,
    stands_for,
    together,
    with_name,
)
from journeydesk.domain.folding import fold
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Wire
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.history import last_source
from journeydesk.storage.schema.layout import TOMBSTONE_RECORD
from journeydesk.storage.sync.remote_ids import record_of_remote, remote_id_of

NAMES = ("company", "contact_name", "key")
"""The fields of a prospect that may name it, the first that is nobody else's first."""

_WRITTEN = "found"
_UNSAID: Wire = object()  # type: ignore[assignment]
"""Stands for a link that no name can say."""


@dataclass(frozen=True, slots=True)
class NamedLink:
    """A link field that is a text there. `written` says whether it is written too, and not only read."""

    field: str
    target: str
    written: bool


def named_links(connection: Connection, slug: str) -> tuple[NamedLink, ...]:
    """The link fields of a table that stand in the remote as names."""
    links = {field.slug: field.links_to for field in BY_SLUG[slug].fields if field.links_to}
    if not links:
        return ()
    rows = sql.rows(
        connection,
        "SELECT field_slug, type, state, form FROM schema_field WHERE table_slug = ? "
        "AND field_slug IN (SELECT value FROM json_each(?)) AND state IN ('found', 'read only', 'computed')",
        (slug, json.dumps(list(links))),
    )
    return tuple(
        NamedLink(name, links[name], state == _WRITTEN)
        for name, kind, state, form in rows
        if RemoteForm.of_json(kind, json.loads(form or "{}")).holds != FieldType.LINK.value
    )


def records_named(connection: Connection, slug: str, names: Iterable[str]) -> dict[str, frozenset[int]]:
    """Of each of these names the living records that it may mean: those written to the letter so, else those that are alike but for
    case, accents and the blanks around. A key, an e-mail address and a remote id name a record too."""
    wanted = set(names)
    exact: dict[str, set[int]] = {}
    alike: dict[str, set[int]] = {}
    for name, record in _candidates(connection, slug, wanted):
        exact.setdefault(name.strip(), set()).add(record)
        alike.setdefault(plain_name(name), set()).add(record)
    found = {name: exact.get(name.strip()) or alike.get(plain_name(name)) for name in wanted}
    return {name: frozenset(records) for name, records in found.items() if records}


def _candidates(connection: Connection, slug: str, names: set[str]) -> list[tuple[str, int]]:
    """Every name that a record has of those that are asked for, with the record."""
    asked = json.dumps(sorted(names), ensure_ascii=False)
    found = sql.rows(
        connection, f"SELECT key, lid FROM {slug} WHERE deleted = 0 AND key IN (SELECT value FROM json_each(?))", (asked,)
    )
    found += sql.rows(
        connection,
        f"SELECT s.rid, s.lid FROM sync_record s INDEXED BY ix_sync_record_rid JOIN {slug} r ON r.lid = s.lid AND r.deleted = 0 "
        "WHERE s.table_slug = ? AND s.rid IS NOT NULL AND s.rid IN (SELECT value FROM json_each(?))",
        (slug, asked),
    )
    if slug == "prospects":
        folded = json.dumps(sorted({folded for name in names for folded in (plain_name(name), fold(name))}), ensure_ascii=False)
        for column, sort in (("company", "company_sort"), ("contact_name", "contact_sort")):
            found += sql.rows(
                connection,
                f"SELECT {column}, lid FROM prospects WHERE deleted = 0 AND {sort} IN (SELECT value FROM json_each(?))",
                (folded,),
            )
        addresses = json.dumps(sorted(name.strip() for name in names if "@" in name), ensure_ascii=False)
        found += sql.rows(
            connection,
            "SELECT email, lid FROM prospects WHERE deleted = 0 AND email COLLATE NOCASE IN (SELECT value FROM json_each(?))",
            (addresses,),
        )
    return [(str(name), int(record)) for name, record in found]


def linked_records(connection: Connection, slug: str, texts: Iterable[str]) -> dict[str, int]:
    """The record that each of these texts links to; those that link to none, or to more than one, are left out."""
    found = read_names(connection, slug, texts)
    return {text: record for text, names in found.items() if (record := linked(names)) is not None}


def linked_record(connection: Connection, slug: str, said: str) -> int | None:
    """The local record of a link as the remote says it: by its id, or by its name."""
    record = record_of_remote(connection, slug, said)
    return record if record is not None else linked_records(connection, slug, [said]).get(said)


def read_names(connection: Connection, slug: str, texts: Iterable[str]) -> dict[str, list[Name]]:
    """The names in each of these texts, with whom they may mean."""
    wanted = set(texts)
    known = _known(connection, slug, wanted)
    return {text: _names(text, known) for text in wanted}


Known = Mapping[str, frozenset[int]]


def _known(connection: Connection, slug: str, texts: set[str]) -> Known:
    possible = {name for text in texts for name in possible_names(text)}
    return records_named(connection, slug, possible) if possible else {}


def _names(text: str, known: Known) -> list[Name]:
    return names_in(text, lambda name: known.get(name, ()))


def _names_beside(text: str, known: Known, record: int, own: Collection[str]) -> list[Name]:
    """The same where a record's own names, present and former, mean it too as far as nobody else is called so."""
    return names_in(text, lambda name: known.get(name) or ((record,) if plain_name(name) in own else ()))


@dataclass(frozen=True, slots=True)
class Linking:
    """A record's link: the local id that it holds, and what was last agreed of it with the remote."""

    record: RecordId
    stored: int | None
    agreed: Wire


def link_texts(connection: Connection, slug: str, link: NamedLink, page: Sequence[Linking]) -> dict[RecordId, Wire]:
    """What each of these links says in the remote: what stands there where it means our link still, else the text with the name that
    our record has now in the place of the one that it had. Left out are links that no name can say yet."""
    texts = {each.agreed for each in page if isinstance(each.agreed, str)}
    known = _known(connection, link.target, texts)
    said = {each.record: _text_of(connection, slug, link, each, known) for each in page}
    return {record: text for record, text in said.items() if text is not _UNSAID}


def _text_of(connection: Connection, slug: str, link: NamedLink, linking: Linking, known: Known) -> Wire:
    record, stored, agreed = linking.record, linking.stored, linking.agreed
    if isinstance(agreed, list):
        # It was a link there when it was last agreed.
        is_same = stored is None or remote_id_of(connection, link.target, stored) in agreed
        return agreed if is_same or stored is None else _said(connection, link.target, stored, "", None, is_first=True)
    text = agreed if isinstance(agreed, str) else ""
    if stored is None:
        return _cleared(connection, slug, link, record, text, known)
    names = _names(text, known)
    if linked(names) == stored:
        return text
    called = {plain_name(name) for name in names_of(connection, link.target, stored)}
    is_named = any(stored in name.records or plain_name(name.text) in called for name in names)
    is_chosen = is_chosen_here(connection, slug, link, record)
    others, before = _before(connection, slug, link, record, text, known) if is_chosen else (names, None)
    if is_named and (not is_chosen or (before is None and linked(names) is None)):
        # It meant this one when it was read or written; that another is called so by now is no edit.
        return text
    own = called | former_names(connection, link.target, stored)
    ours = stands_for(_names_beside(text, known, stored, own), stored, own)
    if ours is not None and not link.written:
        # What follows there by itself is awaited.
        return text
    if ours is not None and plain_name(ours.text) not in called:
        renamed = _said(connection, link.target, stored, text, ours, is_first=is_chosen)
        if renamed is not _UNSAID:
            return renamed
    left = [name for name in others if name is not before and stored not in name.records]
    return _said(connection, link.target, stored, together(text, left), None, is_first=is_chosen)


def is_chosen_here(connection: Connection, slug: str, link: NamedLink, record: RecordId) -> bool:
    """Whether the link is what somebody or something here made of it, and not what was read."""
    return last_source(connection, slug, record, link.field) not in (None, "sync")


def _cleared(connection: Connection, slug: str, link: NamedLink, record: RecordId, text: str, known: Known) -> Wire:
    """Of an empty link: what stands there names nobody who is known, unless somebody emptied it here."""
    if text and is_chosen_here(connection, slug, link, record):
        names, ours = _before(connection, slug, link, record, text, known)
        if ours is not None:
            return together(text, [name for name in names if name is not ours]) or None
    return text or None


def _before(
    connection: Connection, slug: str, link: NamedLink, record: RecordId, text: str, known: Known
) -> tuple[list[Name], Name | None]:
    """The names of a text, and that of the record that was linked before somebody here linked another or none."""
    last = sql.scalar(
        connection,
        "SELECT old FROM field_history WHERE table_slug = ? AND lid = ? AND field = ? AND source <> 'sync' ORDER BY id DESC LIMIT 1",
        (slug, record, link.field),
    )
    target = json.loads(last) if last else None
    if not isinstance(target, int):
        return _names(text, known), None
    own = _own_names(connection, link.target, target)
    names = _names_beside(text, known, target, own)
    return names, stands_for(names, target, own)


def _own_names(connection: Connection, slug: str, record: int) -> frozenset[str]:
    """What a record is called and was called, as `plain_name` has it."""
    return former_names(connection, slug, record) | {plain_name(name) for name in names_of(connection, slug, record)}


def _said(connection: Connection, slug: str, record: int, text: str, ours: Name | None, *, is_first: bool) -> Wire:
    """The text with this record in the place of ours, or before all others, by the first of its names that means it alone; with
    `is_first` it has to be whom the text links to."""
    written = [with_name(text, ours, name) for name in names_of(connection, slug, record)]
    names = read_names(connection, slug, written)

    def is_meant(said: str) -> bool:
        return linked(names[said]) == record if is_first else any(name.record == record for name in names[said])

    return next((said for said in written if is_meant(said)), _UNSAID)


def without_renames(
    connection: Connection,
    slug: str,
    record: RecordId,
    base: Mapping[str, Wire],
    mine: dict[str, Wire],
    theirs: Mapping[str, Wire],
) -> dict[str, Wire]:
    """Ours, but as it was agreed in the links that are another text only because the record that they still mean is called otherwise by
    now, where the remote has another text too: a new name for the same is no edit that theirs would have to ask about."""
    for link in named_links(connection, slug):
        agreed = base.get(link.field)
        if not isinstance(agreed, str) or agreed in (mine.get(link.field), theirs.get(link.field)):
            continue
        stored = sql.scalar(connection, f"SELECT {link.field} FROM {slug} WHERE lid = ?", (record,))
        own = frozenset() if stored is None else _own_names(connection, link.target, stored)
        if own and stands_for(_names_beside(agreed, {}, stored, own), stored, own) is not None:
            mine = {**mine, link.field: agreed}
    return mine


def names_of(connection: Connection, slug: str, record: int) -> list[str]:
    """What a record is called, the name that people use first; its remote id last."""
    columns = ", ".join(NAMES if slug == "prospects" else ("key",))
    row = sql.first(connection, f"SELECT {columns} FROM {slug} WHERE lid = ?", (record,))
    names = [*(row or ()), remote_id_of(connection, slug, record)]
    return list(dict.fromkeys(str(name).strip() for name in names if name and str(name).strip()))


def former_names(connection: Connection, slug: str, record: int) -> frozenset[str]:
    """What a record was called before, as `plain_name` has it; the remote ids that it had included."""
    old = sql.scalars(
        connection,
        "SELECT old FROM field_history WHERE table_slug = ? AND lid = ? AND old IS NOT NULL AND field IN (?, ?, ?)",
        (slug, record, *NAMES),
    )
    gone = sql.scalars(connection, f"SELECT rid FROM tombstone WHERE table_slug = ? AND {TOMBSTONE_RECORD} = ?", (slug, record))
    return frozenset(plain_name(str(name)) for name in (*map(json.loads, old), *gone))


def pointing_by_name(connection: Connection, slug: str, records: Sequence[RecordId]) -> dict[str, list[RecordId]]:
    """By table, what links to these records and says so in the remote by their names."""
    pointing: dict[str, list[RecordId]] = {}
    for table in BY_SLUG:
        for link in named_links(connection, table):
            if link.target == slug and link.written:
                pointing.setdefault(table, []).extend(
                    sql.scalars(
                        connection,
                        f"SELECT lid FROM {table} WHERE {link.field} IN (SELECT value FROM json_each(?)) AND deleted = 0",
                        (json.dumps(list(records)),),
                    )
                )
    return {table: found for table, found in pointing.items() if found}


def names_state(connection: Connection, slug: str) -> str:
    """Another text whenever what the links of this table mean may be another: names came, changed or went, or links did."""
    return str(
        sql.scalar(
            connection,
            "SELECT (SELECT coalesce(max(id), 0) FROM field_history) || ' ' || (SELECT count(*) FROM tombstone) || ' ' || "
            "(SELECT coalesce(group_concat(name || seq), '') FROM sqlite_sequence WHERE name IN (?, 'prospects'))",
            (slug,),
        )
    )


def unsettled_links(connection: Connection, slug: str, link: NamedLink) -> list[Linking]:
    """The records whose link may be another by now though their text is as it was: that have none, whose target is gone, or whose text
    holds several names. What somebody emptied here and was not sent yet is left out."""
    agreed = f"json_extract(s.base, '$.{link.field}')"
    rows = sql.rows(
        connection,
        f"SELECT r.lid, r.{link.field}, {agreed} FROM {slug} r JOIN sync_record s ON s.table_slug = ? AND s.lid = r.lid "
        f"LEFT JOIN {link.target} t ON t.lid = r.{link.field} WHERE r.deleted = 0 AND json_type(s.base, '$.{link.field}') = 'text' "
        f"AND (t.lid IS NULL OR {agreed} GLOB '*[,;\n]*')",
        (slug,),
    )
    found = [Linking(RecordId(record), stored, text) for record, stored, text in rows]
    emptied = [each for each in found if each.stored is None and is_chosen_here(connection, slug, link, each.record)]
    said = link_texts(connection, slug, link, emptied)
    settled = {each.record for each in emptied if said.get(each.record) != each.agreed}
    return [each for each in found if each.record not in settled]


def names_before(connection: Connection, slug: str, text: str, names: Sequence[Name], record: int) -> Sequence[Name]:
    """Those names of a text that stand before the one of this record, which is linked by it: all of them where it is gone, none where it
    is not among them."""
    called = names_of(connection, slug, record)
    if not called:
        return names
    own = _own_names(connection, slug, record)
    known = {name.text: name.records for name in names}
    ours = stands_for(_names_beside(text, known, record, own), record, own)
    return [name for name in names if ours is not None and name.end <= ours.start]
