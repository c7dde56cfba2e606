"""What is typed for a prospect and not logged yet; it outlives the window and a kill (docs/interface.md, "Log a call")."""

from journeydesk.domain.draft import Draft
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.storage.lists import drafts

_MOST = 50


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A log that was begun: for whom, and the first line of what is typed."""

    prospect: RecordId
    company: str
    contact: str
    owner: str
    words: str


def save_draft(context: Context, prospect: RecordId, draft: Draft) -> None:
    """Keeps it on disk; an empty one is forgotten."""
    # No screen's list depends on it, so nothing that is remembered of the lists is thrown away for it.
    with context.database.write(counted=False) as connection:
        drafts.put_draft(connection, prospect, draft, context.now())


def draft_of(context: Context, prospect: RecordId) -> Draft:
    """What was typed for this prospect, or an empty one."""
    with context.database.read() as connection:
        return drafts.draft_of(connection, prospect)


def open_drafts(context: Context) -> list[OpenDraft]:
    """What was begun on this computer and not logged yet, the newest first."""
    with context.database.read() as connection:
        rows = drafts.newest_drafts(connection, _MOST)
    return [
        OpenDraft(
            row.prospect,
            row.company or "",
            row.contact_name or "",
            row.owner or "",
            (row.text or "").strip().split("\n")[0] or row.outcome or "",
        )
        for row in rows
    ]
