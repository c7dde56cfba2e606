"""What is typed for a prospect and not logged yet; it outlives the window and a kill (UX 1)."""

from dataclasses import dataclass

from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.storage.engine import sql

_COLUMNS = ("kind", "text", "outcome", "duration", "follow_up", "happened", "incoming")


@dataclass(frozen=True, slots=True)
class Draft:
    """One half-filled log. `follow_up` and `happened` are as typed, empty where they were left alone; `duration` in minutes."""

    kind: str = "Call"
    text: str = ""
    outcome: str = ""
    duration: int | None = None
    follow_up: str = ""
    happened: str = ""
    incoming: bool = False

    @property
    def empty(self) -> bool:
        """Whether there is nothing worth keeping; a kind alone is not."""
        return not (self.text.strip() or self.outcome or self.duration or self.follow_up or self.happened)


def save_draft(context: Context, prospect: RecordId, draft: Draft) -> None:
    """Keeps it on disk; an empty one is forgotten."""
    # No screen's list depends on it, so nothing that is remembered of the lists is thrown away for it.
    with context.database.write(counted=False) as connection:
        if draft.empty:
            sql.run(connection, "DELETE FROM draft WHERE prospect = ?", (prospect,))
            return
        values = [getattr(draft, name) for name in _COLUMNS[:-1]]
        marks = ", ".join("?" * (len(_COLUMNS) + 2))
        sql.run(
            connection,
            f"INSERT OR REPLACE INTO draft (prospect, at, {', '.join(_COLUMNS)}) VALUES ({marks})",
            (prospect, context.now(), *values, int(draft.incoming)),
        )


def draft_of(context: Context, prospect: RecordId) -> Draft:
    """What was typed for this prospect, or an empty one."""
    with context.database.read() as connection:
        row = sql.first(connection, f"SELECT {', '.join(_COLUMNS)} FROM draft WHERE prospect = ?", (prospect,))
    if row is None:
        return Draft()
    kind, text, outcome, duration, follow_up, happened, incoming = row
    return Draft(kind or "Call", text or "", outcome or "", duration, follow_up or "", happened or "", bool(incoming))


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A log that was begun: for whom, and the first line of what is typed."""

    prospect: RecordId
    company: str
    contact: str
    owner: str
    words: str


def open_drafts(context: Context) -> list[OpenDraft]:
    """What was begun on this computer and not logged yet, the newest first."""
    with context.database.read() as connection:
        rows = sql.rows(
            connection,
            "SELECT d.prospect, p.company, p.contact_name, p.owner, d.text, d.outcome FROM draft d "
            "JOIN prospects p ON p.lid = d.prospect AND p.deleted = 0 ORDER BY d.at DESC LIMIT 50",
        )
    return [
        OpenDraft(
            RecordId(prospect), company or "", contact or "", owner or "", (text or "").strip().split("\n")[0] or outcome or ""
        )
        for prospect, company, contact, owner, text, outcome in rows
    ]
