"""Listings with an end: a service whose cursor comes round again, or that always has one page more, is not followed for ever
(docs/sync.md, row 69)."""

from journeydesk.domain.words import tr
from journeydesk.sync.ports import RemoteTrouble

MOST_PAGES = 10_000
"""Of a hundred each: a million records, twice what an Airtable base can hold. Stripe's longer lists go on with the next pass."""


class CursorTrail:
    """The cursors of one listing, in their order; `service` is named in what is raised."""

    def __init__(self, service: str) -> None:
        self._service = service
        self._cursors: set[object] = set()

    def follow(self, cursor: object) -> str | None:
        """The cursor of the next page as a text, None where this was the last one ("" and null say so too).

        Raises RemoteTrouble for what is no cursor, for one that was there before, and past the most pages of a listing.
        """
        if cursor is None or cursor == "":
            return None
        if not isinstance(cursor, str):
            raise RemoteTrouble(
                tr(
                    "{service}'s listing names no next page that can be read. Sync tries again by itself.",
                    service=self._service,
                )
            )
        if cursor in self._cursors or len(self._cursors) + 1 >= MOST_PAGES:
            raise RemoteTrouble(
                tr(
                    "{service}'s listing has no end. Nothing was concluded from it; sync tries again by itself.",
                    service=self._service,
                )
            )
        self._cursors.add(cursor)
        return cursor
