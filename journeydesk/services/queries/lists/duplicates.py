"""Two that look alike, side by side, and what was merged."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.money import Money
from journeydesk.domain.time import moment_of
from journeydesk.services.context import Context
from journeydesk.services.duplicates.merging import FieldChoice, choices
from journeydesk.services.queries.lists.prospects import stage_mark
from journeydesk.services.rows.common import StageMark
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.payments.stripe_payers import payers_of
from journeydesk.storage.records import merges, records
from journeydesk.storage.records.labels import living_prospect
from journeydesk.storage.records.merges import KEPT_DAYS as KEPT_DAYS
from journeydesk.storage.records.merges import Merge


@dataclass(frozen=True, slots=True)
class Belongings:
    """What belongs to a prospect beside its fields: how many records of each table, when and how it was last spoken to, who pays
    for it and what came of that (None: nothing is known)."""

    record: RecordId
    key: str
    name: str
    added_at: datetime
    counts: Mapping[str, int]
    last_touch_at: datetime | None
    last_touch_type: str
    payers: tuple[str, ...]
    net_paid: Money | None


@dataclass(frozen=True, slots=True)
class PairView:
    """Both sides of a pair: what there is to choose, and what belongs to each."""

    fields: tuple[FieldChoice, ...]
    left: Belongings
    right: Belongings


def pair_view(context: Context, left: RecordId, right: RecordId) -> PairView | None:
    """Two prospects side by side; None where one of them is gone."""
    with context.database.read() as connection:
        rows = [records.get(connection, "prospects", record) for record in (left, right)]
        one, other = rows
        if one is None or other is None or one["deleted"] or other["deleted"]:
            return None
        sides = [_belongings(connection, record, row) for record, row in ((left, one), (right, other))]
    return PairView(choices(context, one, other), *sides)


def _belongings(connection: Connection, record: RecordId, row: records.Row) -> Belongings:
    label = living_prospect(connection, record)
    touched, paid, currency = row["last_touch_at"], row["net_paid_minor"], row["money_currency"]
    return Belongings(
        record,
        str(row["key"]),
        label.name if label else str(row["key"]),
        moment_of(str(row["created_at"])),
        merges.counts(connection, record),
        moment_of(str(touched)) if touched else None,
        str(row["last_touch_type"] or ""),
        tuple(payer for payer, _ in payers_of(connection, record)),
        Money(int(paid), str(currency)) if paid is not None and currency else None,
    )


def stage_of(context: Context, name: str) -> StageMark | None:
    """A stage of the engagement journey by its name; None for one that it does not have."""
    journey = context.settings.journeys[0]
    stage = journey.find(name)
    return None if stage is None else stage_mark(context, journey.name, journey.stages.index(stage) + 1)


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge that can be taken apart until then."""

    merge: Merge
    loser_key: str
    survivor_key: str
    survivor_name: str
    until: datetime


def merged_lately(context: Context) -> tuple[Merged, ...]:
    """What was merged within 30 days and not taken apart, the newest first."""
    with context.database.read() as connection:
        found = []
        for merge in merges.merges(connection, context.now()):
            label = living_prospect(connection, merge.survivor)
            if label is not None:
                until = moment_of(merge.at) + timedelta(days=KEPT_DAYS)
                found.append(Merged(merge, merges.key_of_gone(connection, merge.loser), label.key, label.name, until))
    return tuple(found)
