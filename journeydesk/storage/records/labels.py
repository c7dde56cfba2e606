"""What people know a record by: its key, and the name of its prospect."""

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import Key, RecordId
from journeydesk.domain.words import tr
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.records import table_of
from journeydesk.storage.schema.layout import TOMBSTONE_RECORD


@dataclass(frozen=True, slots=True)
class ProspectLabel:
    """A prospect's key, names, owner and the Stripe customer in its field."""

    key: Key
    company: str | None
    contact_name: str | None
    owner: str | None
    stripe_customer: str | None

    @property
    def name(self) -> str:
        """The company, else the person, else the Application ID."""
        return self.company or self.contact_name or self.key


@dataclass(frozen=True, slots=True)
class RecordLabel:
    """A record of any table: its key, its prospect (itself for a prospect) with that one's names, also where
    it is gone, and an interaction's type."""

    key: Key
    prospect: RecordId | None
    company: str | None
    contact_name: str | None
    type: str | None
    deleted: int


def company_of_link(link: str) -> str:
    """SQL for the company of the prospect `p` that the column `link` points at. One that is deleted, or gone and kept by its tombstone,
    says so and has some name: `Quillon Freight (deleted)`."""
    gone = " " + tr("(deleted)").replace("'", "''")
    kept = ", ".join(f"nullif(json_extract(snapshot, '$.row.{name}'), '')" for name in ("company", "contact_name"))
    return (
        "CASE WHEN p.deleted = 0 THEN p.company "
        f"WHEN p.deleted = 1 THEN coalesce(nullif(p.company, ''), nullif(p.contact_name, ''), p.key) || '{gone}' "
        f"WHEN {link} IS NOT NULL THEN (SELECT coalesce({kept}, tombstone.key) || '{gone}' FROM tombstone "
        # The plus takes the type off, for the index has none.
        f"WHERE tombstone.table_slug = 'prospects' AND {TOMBSTONE_RECORD} = +{link} ORDER BY at DESC LIMIT 1) END"
    )


_PROSPECT = "key, company, contact_name, owner, stripe_customer FROM prospects WHERE lid = ?"


def living_prospect(connection: Connection, prospect: RecordId) -> ProspectLabel | None:
    """A prospect's label; None where it is gone or deleted."""
    return sql.first_typed(connection, ProspectLabel, f"SELECT {_PROSPECT} AND deleted = 0", (prospect,))


def prospect_label(connection: Connection, prospect: RecordId) -> ProspectLabel | None:
    """A prospect's label, a deleted one's included; None where it is gone."""
    return sql.first_typed(connection, ProspectLabel, f"SELECT {_PROSPECT}", (prospect,))


def record_label(connection: Connection, slug: str, record: RecordId) -> RecordLabel | None:
    """A record's label, a deleted one's included; None where it is gone."""
    type_column = "r.type" if slug == "interactions" else "NULL"
    own = "r.lid" if slug == "prospects" else "r.prospect" if "prospect" in BY_SLUG[slug].by_slug else "NULL"
    company = "p.company" if own in ("r.lid", "NULL") else company_of_link(own)
    return sql.first_typed(
        connection,
        RecordLabel,
        f"SELECT r.key, {own}, {company}, p.contact_name, {type_column}, r.deleted FROM {table_of(slug)} r "
        f"LEFT JOIN prospects p ON p.lid = {own} WHERE r.lid = ?",
        (record,),
    )
