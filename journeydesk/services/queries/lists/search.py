"""The palette's questions: prospects and notes for what was typed."""

from collections.abc import Sequence

from journeydesk.domain.folding import fold
from journeydesk.domain.time import moment_of
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import stage_mark
from journeydesk.services.rows.prospects import SearchHit
from journeydesk.storage.records import search


def search_prospects(context: Context, text: str, limit: int = 8) -> list[SearchHit]:
    """The best prospects for what was typed."""
    with context.database.read() as connection:
        rows = search.search_prospects(connection, text, limit)
    engagement = context.settings.journeys[0].name
    return [
        SearchHit(
            kind="prospect",
            prospect=row.id,
            title=row.company or row.contact_name or "",
            subtitle=" · ".join(part for part in (row.contact_name, row.owner) if part),
            stage=stage_mark(context, engagement, row.engagement_stage),
            spans=matched(row.company or "", text),
        )
        for row in rows
    ]


def search_notes(context: Context, text: str, limit: int = 4) -> list[SearchHit]:
    """Logged notes that hold what was typed, newest first."""
    with context.database.read() as connection:
        rows = search.search_notes(connection, text, limit)
    hits = []
    for row in rows:
        title = f"{row.company or ''}: {(row.summary or '')[:80]}"
        at = moment_of(row.date) if row.date else None
        hits.append(SearchHit("note", row.prospect, title, "", None, at, matched(title, text)))
    return hits


def matched(title: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Where each typed word stands in the title, accents and case forgiven; places are in the title as written."""
    folded, places = _letters(title)
    spans = []
    for word in fold(typed).split():
        start = folded.find(word)
        if start >= 0:
            spans.append((places[start], places[start + len(word) - 1] + 1))
    return tuple(sorted(spans))


def _letters(title: str) -> tuple[str, Sequence[int]]:
    """A title folded, and for each letter of that where it came from."""
    if title.isascii():
        return fold(title), range(len(title))
    # Folding may lengthen a letter (æ), so each letter is folded on its own.
    folded, places = "", []
    for place, letter in enumerate(title):
        part = fold(letter)
        folded += part
        places += [place] * len(part)
    return folded, places
