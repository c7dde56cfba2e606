"""Finding by words: prospects for the palette, and what was logged about them."""

import json

from journeydesk.domain.folding import fold, name_query_text, query_text
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

_CANDIDATES = 400


@dataclass(frozen=True, slots=True)
class FoundProspect:
    """A prospect that the words fit."""

    id: RecordId
    company: str | None
    contact_name: str | None
    owner: str | None
    engagement_stage: int | None


@dataclass(frozen=True, slots=True)
class FoundNote:
    """An interaction that the words fit; `date` is a stored moment."""

    id: RecordId
    summary: str | None
    date: str | None
    prospect: RecordId
    company: str | None


def search_words(connection: Connection, typed: str) -> str | None:
    """The FTS5 query for prospects: one or two letters begin a name, or, where no name begins so, are a word of their own."""
    named = name_query_text(typed)
    plain = query_text(typed)
    if named == plain or plain is None:
        return plain
    is_name = sql.first(connection, "SELECT 1 FROM prospect_search WHERE prospect_search MATCH ? LIMIT 1", (named,))
    return named if is_name else plain


def search_prospects(connection: Connection, typed: str, limit: int) -> list[FoundProspect]:
    """The best prospects for what was typed: a company that begins so, then one that holds it, whoever its person is, then the
    person, then the rest; among equals who has a stage before who has none, then who was touched last, then the higher score."""
    words = search_words(connection, typed)
    if words is None:
        return []
    plain = fold(typed.strip())
    begins = sql.scalars(
        connection,
        "SELECT lid FROM prospects INDEXED BY ix_list_company WHERE deleted = 0 AND company_sort >= ? AND company_sort < ? LIMIT ?",
        (plain, plain + "\U0010ffff", limit),
    )
    holding = sql.scalars(
        connection, "SELECT rowid FROM prospect_search WHERE prospect_search MATCH ? LIMIT ?", (words, _CANDIDATES)
    )
    candidates = json.dumps([*begins, *holding])
    return sql.typed(
        connection,
        FoundProspect,
        "SELECT lid, company, contact_name, owner, engagement_stage FROM prospects "
        "WHERE lid IN (SELECT value FROM json_each(?)) ORDER BY (instr(company_sort, ?) = 1) DESC, "
        "(instr(company_sort, ?) > 0) DESC, coalesce(instr(company_sort, ?) > 0 OR instr(contact_sort, ?) > 0, 0) DESC, "
        "coalesce(engagement_stage, 0) = 0, last_touch_at DESC, score DESC, lid LIMIT ?",
        (candidates, plain, plain, plain, plain, limit),
    )


def search_notes(connection: Connection, typed: str, limit: int) -> list[FoundNote]:
    """Interactions whose text holds what was typed, the newest first among those stored last."""
    words = query_text(typed)
    if words is None:
        return []
    return sql.typed(
        connection,
        FoundNote,
        "SELECT i.lid, i.summary, i.date, i.prospect, p.company FROM "
        "(SELECT rowid FROM interaction_search WHERE interaction_search MATCH ? ORDER BY rowid DESC LIMIT ?) f "
        "JOIN interactions i ON i.lid = f.rowid JOIN prospects p ON p.lid = i.prospect ORDER BY i.date DESC LIMIT ?",
        (words, _CANDIDATES // 2, limit),
    )
