"""What the sync pill and its drawer ask."""

from datetime import datetime

from journeydesk.domain.time import moment_of
from journeydesk.remote.opening import REMOTE_SLUG
from journeydesk.services.context import Context
from journeydesk.services.rows.sync import SyncStatus
from journeydesk.storage.sync.api_calls import calls_of
from journeydesk.storage.sync.status import pass_facts, sync_counts
from journeydesk.storage.sync.table_maps import synced_fields


def sync_status(context: Context) -> SyncStatus:
    """All the facts of the pill, from the database alone."""
    with context.database.read() as connection:
        facts = pass_facts(connection)
        connected = bool(synced_fields(connection))
        counts = sync_counts(connection)
    return SyncStatus(
        connected=connected,
        waiting=counts.waiting,
        conflicts=counts.conflicts,
        needs_attention=counts.refused + counts.questions,
        offline_since=_moment(facts.offline_since),
        last_success=_moment(facts.last_success),
        running=_is_yes(facts.running),
        done=int(facts.done or 0),
        total=int(facts.total or 0),
        paused_reason=facts.paused_reason or "",
        paused_until=_moment(facts.paused_until),
        token_refused=_is_yes(facts.token_refused),
        trouble=facts.trouble or "",
        offline_why=facts.offline_why or "",
        works_offline=facts.work_offline is not None,
    )


def is_offline(context: Context) -> bool:
    """Whether the last pass of sync found no network."""
    with context.database.read() as connection:
        return pass_facts(connection).offline_since is not None


def calls_this_month(context: Context) -> int:
    """How many requests the remote was sent in the team's current month."""
    with context.database.read() as connection:
        return calls_of(connection, REMOTE_SLUG, f"{context.today():%Y-%m}")


def _is_yes(stored: str | None) -> bool:
    return stored == "1"


def _moment(stored: str | None) -> datetime | None:
    return moment_of(stored) if stored else None
