"""What came back: answers, bounces, automatic replies; and how far each folder was read."""

from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class ReceivedMail:
    """A mail that came back. `item` is our mail that it is about, `status` a bounce's code, `at` a stored moment."""

    message_id: str
    item: int | None
    prospect: RecordId | None
    kind: str
    sender: str
    subject: str
    body: str
    at: str
    status: str
    interaction: RecordId | None = None


def add(connection: Connection, mail: ReceivedMail) -> int | None:
    """Keeps a mail; None where it was kept before."""
    if sql.scalar(connection, "SELECT 1 FROM mail_received WHERE message_id = ?", (mail.message_id,)):
        return None
    return sql.run(
        connection,
        "INSERT INTO mail_received (message_id, item, prospect, kind, sender, subject, body, at, status, interaction) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(mail.message_id, mail.item, mail.prospect, mail.kind, mail.sender, mail.subject, mail.body, mail.at, mail.status),
            mail.interaction,
        ),
    )


@dataclass(frozen=True, slots=True)
class FolderPlace:
    """How far a folder was read: its UIDVALIDITY, the last UID, and when (stored moment)."""

    validity: int
    last_uid: int
    read_at: str


def place(connection: Connection, account: str, folder: str) -> FolderPlace | None:
    """How far this folder was read; None before the first time."""
    return sql.first_typed(
        connection,
        FolderPlace,
        "SELECT validity, last_uid, read_at FROM mail_folder WHERE account = ? AND folder = ?",
        (account, folder),
    )


def set_place(connection: Connection, account: str, folder: str, reached: FolderPlace) -> None:
    """Notes how far this folder was read."""
    sql.run(
        connection,
        "INSERT INTO mail_folder (account, folder, validity, last_uid, read_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (account, folder) "
        "DO UPDATE SET validity = excluded.validity, last_uid = excluded.last_uid, read_at = excluded.read_at",
        (account, folder, reached.validity, reached.last_uid, reached.read_at),
    )


@dataclass(frozen=True, slots=True)
class ExchangeLine:
    """One mail of the exchange with a prospect, either way. `number` is its row of `direction` (out or in)."""

    direction: str
    number: int
    kind: str
    who: str
    subject: str
    body: str
    at: str
    interaction: RecordId | None


def exchange(connection: Connection, prospects: Sequence[RecordId], limit: int) -> list[ExchangeLine]:
    """The newest mails with these prospects, ascending."""
    marks = ", ".join("?" * len(prospects))
    lines = sql.typed(
        connection,
        ExchangeLine,
        "SELECT * FROM (SELECT 'out' AS direction, id, coalesce(template, ''), coalesce(account, ''), subject, body, sent_at AS at, "
        f"interaction FROM mail_item WHERE state = 'sent' AND prospect IN ({marks}) UNION ALL "
        f"SELECT 'in', id, kind, sender, subject, body, at, interaction FROM mail_received WHERE prospect IN ({marks})) "
        "ORDER BY at DESC LIMIT ?",
        (*prospects, *prospects, limit),
    )
    return lines[::-1]


def received(connection: Connection, number: int) -> ReceivedMail | None:
    """A mail that came back, by its number."""
    return sql.first_typed(
        connection,
        ReceivedMail,
        "SELECT message_id, item, prospect, kind, sender, subject, body, at, status, interaction FROM mail_received WHERE id = ?",
        (number,),
    )


def set_interaction(connection: Connection, message_id: str, interaction: RecordId) -> None:
    """Notes the record that the history has of a mail."""
    sql.run(connection, "UPDATE mail_received SET interaction = ? WHERE message_id = ?", (interaction, message_id))


def shared_texts(connection: Connection, interactions: Sequence[RecordId]) -> set[RecordId]:
    """Those of these records of mails that hold the mail's text already."""
    marks = ", ".join("?" * len(interactions))
    return set(
        sql.scalars(
            connection,
            f"SELECT i.lid FROM interactions i WHERE i.lid IN ({marks}) AND instr(coalesce(i.summary, ''), char(10)) > 0",
            interactions,
        )
    )
