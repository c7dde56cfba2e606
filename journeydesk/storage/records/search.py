"""Finding by words: prospects for the palette, and what was logged about them."""

import json

from journeydesk.domain.folding import fold, name_query_text, query_text
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.schema.layout import LIVING

_FEW = 48
"""So many rows are read and held against each other, or as many as are asked for."""

_LATELY = 1_000
"""Among so many prospects touched last it is looked for those that fit, in one index."""

_NOTES = 48


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
    person, then the rest; among equals who has a stage before who has none, then who was touched last, then the higher score.

    Where very many fit alike, as for a first letter, those of them that were touched last are held against each other: a row costs
    a page, which has to be read and decrypted, and all of them would cost a key more the larger the team.
    """
    if query_text(typed) is None:
        return []
    plain = fold(typed.strip())
    candidates = _beginning(connection, plain, limit)
    if len(candidates) < limit:
        candidates += _holding(connection, typed, plain, limit)
    return sql.typed(
        connection,
        FoundProspect,
        "SELECT lid, company, contact_name, owner, engagement_stage FROM prospects "
        "WHERE lid IN (SELECT value FROM json_each(?)) ORDER BY (instr(company_sort, ?) = 1) DESC, "
        "(instr(company_sort, ?) > 0) DESC, coalesce(instr(company_sort, ?) > 0 OR instr(contact_sort, ?) > 0, 0) DESC, "
        "coalesce(engagement_stage, 0) = 0, last_touch_at DESC, score DESC, lid LIMIT ?",
        (json.dumps(candidates), plain, plain, plain, plain, limit),
    )


def _beginning(connection: Connection, plain: str, limit: int) -> list[int]:
    """Companies that begin so: all of a few, else those touched last, with the first by name where these are too few."""
    few = max(_FEW, limit)
    test, bounds = "company_sort >= ? AND company_sort < ?", (plain, plain + "\U0010ffff")
    begins = sql.scalars(
        connection,
        f"SELECT lid FROM prospects INDEXED BY ix_list_company WHERE {LIVING} AND {test} LIMIT {few + 1}",
        bounds,
    )
    if len(begins) <= few:
        return begins
    lately = _touched_last(connection, test, bounds, limit)
    return lately if len(lately) >= limit else [*lately, *begins]


def _holding(connection: Connection, typed: str, plain: str, limit: int) -> list[int]:
    """Whoever holds the words: all of a few, else those touched last whose company has them, then whose person has, with the first of
    the others where these are too few."""
    few = max(_FEW, limit)
    found = _matching(connection, typed, few + 1)
    if len(found) <= few:
        return found
    lately: list[int] = []
    for name in ("company_sort", "contact_sort"):
        # Where a word begins, as the search index has it.
        lately += _touched_last(connection, f"instr(' ' || {name}, ' ' || ?)", (plain,), limit)
        if len(lately) >= limit:
            return lately
    return [*lately, *found]


def _matching(connection: Connection, typed: str, most: int) -> list[int]:
    """The first whom the search index has for `search_words`, without asking it twice."""
    found: list[int] = []
    for words in dict.fromkeys((name_query_text(typed), query_text(typed))):
        found = found or sql.scalars(
            connection, "SELECT rowid FROM prospect_search WHERE prospect_search MATCH ? LIMIT ?", (words, most)
        )
    return found


def _touched_last(connection: Connection, test: str, values: tuple[str, ...], limit: int) -> list[int]:
    """Those of the prospects touched last whose names hold the test, the last first: twice as many as are asked for, since who has
    no stage goes behind who has one."""
    return sql.scalars(
        connection,
        "SELECT lid FROM (SELECT lid, company_sort, contact_sort FROM prospects INDEXED BY ix_prospects_lately "
        f"WHERE {LIVING} ORDER BY last_touch_at DESC LIMIT {_LATELY}) WHERE {test} LIMIT ?",
        (*values, 2 * limit),
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
        "(SELECT lid, summary, date, prospect FROM interactions WHERE prospect IS NOT NULL AND lid IN "
        f"(SELECT rowid FROM interaction_search WHERE interaction_search MATCH ? ORDER BY rowid DESC LIMIT {_NOTES}) "
        "ORDER BY date DESC LIMIT ?) i JOIN prospects p ON p.lid = i.prospect ORDER BY i.date DESC",
        (words, limit),
    )
