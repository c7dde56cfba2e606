"""Where a record's page is in the team's base, for a browser."""

from journeydesk.config import connections
from journeydesk.domain.ids import RecordId
from journeydesk.remote.opening import REMOTE_SLUG, page_of
from journeydesk.services.context import Context
from journeydesk.storage.sync.meta import get_meta
from journeydesk.storage.sync.remote_ids import remote_id_of
from journeydesk.storage.sync.table_maps import table_map_of


def prospect_page_address(context: Context, prospect: RecordId) -> str | None:
    """The address of a prospect's page; None where it is not in a base yet."""
    with context.database.read() as connection:
        base = connections().remote_base or get_meta(connection, f"{REMOTE_SLUG}_base")
        table = table_map_of(connection, "prospects")
        record = remote_id_of(connection, "prospects", prospect)
    return page_of(base, table.table_id, record) if base and table is not None and record else None
