"""Prospects by e-mail: in any letter case of any script, blanks around it forgiven (docs/rules.md, "Who a payer is")."""

import json
from collections import defaultdict
from collections.abc import Collection

from journeydesk.domain.ids import RecordId
from journeydesk.domain.payments.customer_matching import folded_email
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.schema.layout import UNUSUAL_EMAIL


def prospects_by_email(connection: Connection, emails: Collection[str]) -> dict[str, list[RecordId]]:
    """The living prospects with each of these addresses, by the folded address; those with the same by key, which is the same on
    every machine, as local numbers are not."""
    asked_for = {folded_email(email) for email in emails} - {""}
    if not asked_for:
        return {}
    # SQLite folds ASCII only: the unusual are compared here.
    rows = sql.rows(
        connection,
        "SELECT p.key, p.lid, p.email FROM json_each(?) j JOIN prospects p ON p.email = j.value COLLATE NOCASE WHERE p.deleted = 0 "
        f"UNION SELECT key, lid, email FROM prospects WHERE {UNUSUAL_EMAIL} ORDER BY 1, 2",
        (json.dumps(sorted(asked_for)),),
    )
    prospects: dict[str, list[RecordId]] = defaultdict(list)
    for _, prospect, email in rows:
        if (folded := folded_email(email)) in asked_for:
            prospects[folded].append(RecordId(prospect))
    return dict(prospects)
