"""The queue of mails and what became of each: a row a mail, known by its key, which never comes twice."""

from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.mail.retry import CANCELLED, FAILED, HELD, OPEN, SENDING, SENT, UNKNOWN, WAITING
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class QueuedMail:
    """A mail to send. `thread` names the Message-IDs that it follows, oldest first; `interaction` the record of it, if it has one."""

    key: str
    prospect: RecordId | None
    template: str | None
    recipient: str
    subject: str
    body: str
    message_id: str
    thread: tuple[str, ...] = ()
    interaction: RecordId | None = None


@dataclass(frozen=True, slots=True)
class MailRow:
    """A mail of the queue. Moments are stored ones; `answer` is the server's last sentence, or why it waits or ended."""

    id: int
    key: str
    prospect: RecordId | None
    template: str | None
    recipient: str
    subject: str
    body: str
    message_id: str
    thread: str
    state: str
    tries: int
    due_at: str
    answer: str
    queued_at: str
    sent_at: str | None
    interaction: RecordId | None


_COLUMNS = (
    "id, key, prospect, template, recipient, subject, body, message_id, coalesce(thread, ''), state, tries, due_at, "
    "coalesce(answer, ''), queued_at, sent_at, interaction"
)


def put(connection: Connection, mail: QueuedMail, now: str, due_at: str, state: str = WAITING, answer: str = "") -> int | None:
    """Puts a mail into the queue; None where one of its key is there already."""
    if sql.scalar(connection, "SELECT 1 FROM mail_item WHERE key = ?", (mail.key,)):
        return None
    return sql.run(
        connection,
        "INSERT INTO mail_item (key, prospect, template, recipient, subject, body, message_id, thread, state, tries, due_at, answer, "
        "queued_at, interaction) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)",
        (
            *(mail.key, mail.prospect, mail.template, mail.recipient, mail.subject, mail.body, mail.message_id),
            *(" ".join(mail.thread) or None, state, due_at, answer or None, now, mail.interaction),
        ),
    )


def one(connection: Connection, mail: int) -> MailRow | None:
    """A mail by its number."""
    return sql.first_typed(connection, MailRow, f"SELECT {_COLUMNS} FROM mail_item WHERE id = ?", (mail,))


def by_message_ids(connection: Connection, message_ids: Sequence[str]) -> MailRow | None:
    """The newest of our mails among these Message-IDs."""
    marks = ", ".join("?" * len(message_ids))
    return sql.first_typed(
        connection,
        MailRow,
        f"SELECT {_COLUMNS} FROM mail_item WHERE message_id IN ({marks}) ORDER BY id DESC LIMIT 1",
        message_ids,
    )


def next_due(connection: Connection, now: str) -> MailRow | None:
    """The mail that is to be sent next, if any is due."""
    return sql.first_typed(
        connection,
        MailRow,
        f"SELECT {_COLUMNS} FROM mail_item WHERE state = '{WAITING}' AND due_at <= ? ORDER BY due_at, id LIMIT 1",
        (now,),
    )


def in_hand(connection: Connection) -> list[MailRow]:
    """Mails that were being given over when the program ended, and those whose end nobody knows."""
    return sql.typed(
        connection, MailRow, f"SELECT {_COLUMNS} FROM mail_item WHERE state IN ('{SENDING}', '{UNKNOWN}') ORDER BY id"
    )


def set_state(
    connection: Connection, mail: int, state: str, *, answer: str = "", due_at: str | None = None, tried: bool = False
) -> None:
    """Notes what became of a mail, or when it is tried again."""
    sql.run(
        connection,
        "UPDATE mail_item SET state = ?, answer = ?, due_at = coalesce(?, due_at), tries = tries + ? WHERE id = ?",
        (state, answer or None, due_at, int(tried), mail),
    )


def set_sent(connection: Connection, mail: int, at: str, account: str, answer: str) -> None:
    """Notes that the server took it."""
    sql.run(
        connection,
        f"UPDATE mail_item SET state = '{SENT}', sent_at = ?, account = ?, answer = ?, tries = tries + 1 WHERE id = ?",
        (at, account, answer or None, mail),
    )


def sent_since(connection: Connection, since: str) -> int:
    """How many went out since a moment."""
    return int(sql.scalar(connection, f"SELECT count(*) FROM mail_item WHERE state = '{SENT}' AND sent_at >= ?", (since,)))


def count_waiting(connection: Connection) -> int:
    """How many are still to go."""
    return int(sql.scalar(connection, f"SELECT count(*) FROM mail_item WHERE state IN ('{WAITING}', '{HELD}')"))


def last_sent_at(connection: Connection) -> str | None:
    """When the last one went out."""
    at = sql.scalar(connection, f"SELECT max(sent_at) FROM mail_item WHERE state = '{SENT}'")
    return None if at is None else str(at)


def cancel_open(connection: Connection, prospect: RecordId, templates: Sequence[str], why: str) -> int:
    """Takes back what still waits for a prospect of these templates; returns how many."""
    marks = ", ".join("?" * len(templates))
    return sql.changed(
        connection,
        f"UPDATE mail_item SET state = '{CANCELLED}', answer = ? WHERE prospect = ? AND state IN ('{WAITING}', '{HELD}') "
        f"AND template IN ({marks})",
        (why, prospect, *templates),
    )


def cancel_for_address(connection: Connection, address: str, why: str) -> int:
    """Takes back what still waits for an address; returns how many."""
    return sql.changed(
        connection,
        f"UPDATE mail_item SET state = '{CANCELLED}', answer = ? WHERE lower(recipient) = lower(?) AND state IN ('{WAITING}', '{HELD}')",
        (why, address),
    )


def listed(connection: Connection, states: Sequence[str], limit: int) -> list[MailRow]:
    """The newest mails of these states."""
    marks = ", ".join("?" * len(states))
    return sql.typed(
        connection,
        MailRow,
        f"SELECT {_COLUMNS} FROM mail_item WHERE state IN ({marks}) ORDER BY coalesce(sent_at, due_at) DESC, id DESC LIMIT ?",
        (*states, limit),
    )


def counts(connection: Connection) -> dict[str, int]:
    """How many there are of each state."""
    counted = dict.fromkeys((WAITING, HELD, SENDING, UNKNOWN, SENT, FAILED, CANCELLED), 0)
    return counted | {
        state: int(count) for state, count in sql.rows(connection, "SELECT state, count(*) FROM mail_item GROUP BY state")
    }


def thread_of(connection: Connection, prospect: RecordId, recipient: str) -> tuple[str, tuple[str, ...]] | None:
    """The subject and the Message-IDs of the last exchange with a prospect at this address: what a further mail follows."""
    row = sql.first(
        connection,
        f"SELECT subject, trim(coalesce(thread, '') || ' ' || message_id) FROM mail_item WHERE prospect = ? AND state = '{SENT}' "
        "AND lower(recipient) = lower(?) ORDER BY sent_at DESC, id DESC LIMIT 1",
        (prospect, recipient),
    )
    if row is None:
        return None
    answers = sql.scalars(
        connection,
        "SELECT message_id FROM mail_received WHERE prospect = ? AND kind = 'reply' AND message_id <> '' ORDER BY at DESC LIMIT 1",
        (prospect,),
    )
    return str(row[0]), (*str(row[1]).split()[-8:], *answers)


def follow_ups_since_answer(connection: Connection, prospect: RecordId, templates: Sequence[str]) -> int:
    """How many follow-ups a prospect has had, or has waiting, since its last answer."""
    marks = ", ".join("?" * len(templates))
    return int(
        sql.scalar(
            connection,
            f"SELECT count(*) FROM mail_item WHERE prospect = ? AND template IN ({marks}) AND state <> '{CANCELLED}' AND queued_at > "
            "coalesce((SELECT max(at) FROM mail_received WHERE prospect = ? AND kind = 'reply'), '')",
            (prospect, *templates, prospect),
        )
    )


def is_open_state(state: str) -> bool:
    """Whether a mail of this state can still be taken back."""
    return state in OPEN


def wrote_to(connection: Connection, address: str) -> bool:
    """Whether a mail went to this address."""
    return bool(
        sql.scalar(
            connection, f"SELECT 1 FROM mail_item WHERE state = '{SENT}' AND lower(recipient) = lower(?) LIMIT 1", (address,)
        )
    )
