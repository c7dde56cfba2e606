"""Stripe's customers and guests that are no prospect: nobody was found, or a person said so; and what each paid."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class UnlinkedPayer:
    """`decided` says that a person left it so. `paid` is what its charges took, in minor units by lower-case currency."""

    payer: str
    name: str
    email: str
    created: str
    decided: bool
    paid: tuple[tuple[str, int], ...]


_UNLINKED = "FROM stripe_payer y WHERE y.prospect IS NULL AND coalesce(y.how, '') = ?"


def unlinked(connection: Connection, decided: bool, limit: int) -> tuple[list[UnlinkedPayer], int]:
    """The newest of those that nobody was found for, or that a person left, and how many there are."""
    how = "nobody" if decided else ""
    rows = sql.rows(
        connection,
        "SELECT y.payer, coalesce(y.email, ''), coalesce(y.created, ''), (SELECT coalesce(json_extract(o.data, '$.name'), '') "
        f"FROM stripe_object o WHERE o.kind = 'customer' AND o.id = y.payer) {_UNLINKED} ORDER BY y.created DESC, y.payer LIMIT ?",
        (how, limit),
    )
    total = sql.first(connection, f"SELECT count(*) {_UNLINKED}", (how,))
    payers = [UnlinkedPayer(row[0], row[3] or "", row[1], row[2], decided, paid_by(connection, row[0])) for row in rows]
    return payers, int(total[0]) if total else 0


def paid_by(connection: Connection, payer: str) -> tuple[tuple[str, int], ...]:
    """What a payer's charges took, less what was refunded."""
    rows = sql.rows(
        connection,
        "SELECT json_extract(data, '$.currency'), sum(coalesce(json_extract(data, '$.amount_captured'), json_extract(data, '$.amount'), "
        "0) - coalesce(json_extract(data, '$.amount_refunded'), 0)) FROM stripe_object WHERE kind = 'charge' AND customer = ? "
        "AND json_extract(data, '$.status') = 'succeeded' GROUP BY 1 ORDER BY 1",
        (payer,),
    )
    return tuple((str(currency), int(paid)) for currency, paid in rows if currency)
