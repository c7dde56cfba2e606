"""What a few prospects are called, and whose they are."""

import json
from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class ProspectNames:
    """Company, person and owner; empty where there is none."""

    company: str
    contact: str
    owner: str


def names_of(connection: Connection, prospects: Sequence[RecordId]) -> dict[RecordId, ProspectNames]:
    """Those that are living."""
    rows = sql.rows(
        connection,
        "SELECT lid, coalesce(company, ''), coalesce(contact_name, ''), coalesce(owner, '') FROM prospects "
        "WHERE deleted = 0 AND lid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(prospects)),),
    )
    return {RecordId(record): ProspectNames(*names) for record, *names in rows}
