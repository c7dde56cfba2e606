"""What a person does with a drafted message: edit, approve, reject, take back (docs/rules.md, "Messages").

Nothing leaves without an approval. Approving logs an e-mail in the history and, where this computer has a mail account, queues it; until it
is sent the approval can be taken back, and undo does that too.
"""

import json
from collections.abc import Sequence
from datetime import timedelta

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId, uuid7
from journeydesk.domain.mail.identity import message_id
from journeydesk.domain.mail.templates import FOLLOW_UPS, LONGEST_BODY, LONGEST_SUBJECT
from journeydesk.domain.payments.lifetime_value import checked_ltv
from journeydesk.domain.statuses import parse_status
from journeydesk.domain.time import moment_text
from journeydesk.domain.words import figure, noted, retold, tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.base import Action, start_action
from journeydesk.services.commands.prospects import interaction_values, set_status_within
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.services.mail.account import MailAccount, mail_account
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.mail import messages, queue
from journeydesk.storage.mail.messages import APPROVED, PENDING, REJECTED, MessageRow
from journeydesk.storage.mail.refusals import refusal
from journeydesk.storage.records import records

EDIT_TAGS = (
    noted("As written"),
    noted("Shortened"),
    noted("Facts fixed"),
    noted("Friendlier"),
    noted("More direct"),
    noted("Other language"),
    noted("Wrong product"),
)
"""What a person says of how a draft was changed."""

UNDO_SECONDS = 30
"""How long an approved mail waits before it goes, so that it can be taken back."""

MOST_BUBBLES = 20


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person entered beside a message: edit tags, quality 1 to 5, customer status, and LTV in cents; empty where nothing."""

    tags: tuple[str, ...] = ()
    quality: int | None = None
    status: str = ""
    ltv: int | None = None


@dataclass(frozen=True, slots=True)
class Approved:
    """What came of an approval: the record in the history, and the number of the mail that waits to go; None where none does."""

    interaction: RecordId
    mail: int | None
    label: str


def save_draft(context: Context, message: int, subject: str, bubbles: Sequence[str], decision: Decision | None = None) -> None:
    """Keeps what was typed so far, whatever it is; only what will be sent is checked."""
    values: dict[str, str | int | None] = {
        "subject": subject[: 2 * LONGEST_SUBJECT],
        "bubbles": json.dumps([bubble[:LONGEST_BODY] for bubble in bubbles[:MOST_BUBBLES]], ensure_ascii=False),
    }
    if decision is not None:
        values |= {"tags": json.dumps(list(decision.tags), ensure_ascii=False), "quality": decision.quality}
        values |= {"customer_status": decision.status or None, "ltv_minor": decision.ltv}
    with context.database.write() as connection:
        row = messages.one(connection, message)
        if row is not None and row.state == PENDING:
            messages.write(connection, message, values)


def write_message(
    context: Context,
    prospect: RecordId,
    subject: str,
    bubbles: Sequence[str],
    *,
    reason: str = noted("Written by you"),
    origin: str = "Manual",
    template: str | None = None,
    key: str = "",
) -> int:
    """A new message for a prospect, waiting for its approval; returns its number."""
    with context.database.write() as connection:
        added = messages.add(
            connection,
            key or f"MSG-{uuid7()}",
            prospect,
            template=template,
            reason=reason,
            origin=origin,
            subject=subject,
            bubbles=bubbles or [""],
            at=context.now(),
        )
    if added is None:
        raise UserError(tr("This message is there already."))
    context.publish(Change(frozenset({"messages"})))
    return added


def approve(context: Context, message: int, decision: Decision) -> Approved:
    """Approves a message as it stands. One step to undo, as long as it has not gone.

    Raises ValueRefused for an empty text, a wrong quality, tag, status or LTV, and UserError where it was decided already, or its
    reader gets no mail; then nothing is changed.
    """
    status = parse_status(decision.status) if decision.status else None
    ltv = None if decision.ltv is None else checked_ltv(decision.ltv)
    _check_decision(decision)
    account = mail_account(context)
    with start_action(context, "") as action:
        row = _pending(action.connection, message)
        body = _checked_text(row)
        label = action.living(row.prospect)
        address = _address(action.connection, row.prospect)
        goes = account is not None and address is not None
        if goes and address is not None:
            _refuse_unwanted(action.connection, address)
        action.label = tr("Approved a message to {name}", name=label.name)
        if status is not None or ltv is not None:
            set_status_within(context, action, row.prospect, status, ltv)
        summary = _summary(row.subject, body, account)
        values = interaction_values(context, "Email", summary)
        interaction = action.insert("interactions", values | {"prospect": row.prospect})
        action.prospects.add(row.prospect)
        mail = None
        if goes and account is not None and address is not None:
            mail = _queued(context, action, row, body, account, address, interaction)
        decided: dict[str, str | int | None] = {
            "state": APPROVED,
            "decided_at": context.now(),
            "decided_by": context.actor,
            "tags": json.dumps(list(decision.tags), ensure_ascii=False),
            "quality": decision.quality,
            "customer_status": status,
            "ltv_minor": ltv,
            "interaction": interaction,
            "mail": mail,
        }
        messages.write(action.connection, message, decided)
        action.kinds |= {"messages", "mail", "positions", "alerts"}
        evaluate_within(context, action.connection, [row.prospect])
    return Approved(interaction, mail, action.label)


def reject(context: Context, message: int, reason: str) -> None:
    """Rejects a message; a reason is needed, for the next drafts are judged by it. Raises UserError."""
    if not reason.strip():
        raise ValueRefused("Reason", tr("Reason: say in a word why the message is not sent."))
    with context.database.write() as connection:
        _pending(connection, message)
        decided: dict[str, str | int | None] = {
            "state": REJECTED,
            "decided_at": context.now(),
            "decided_by": context.actor,
            "why": reason.strip()[:500],
        }
        messages.write(connection, message, decided)
    context.publish(Change(frozenset({"messages"})))


def take_back(context: Context, message: int) -> str:
    """Puts a decided message back among those that wait; returns a sentence. Raises UserError where it has gone already."""
    with start_action(context, "") as action:
        row = messages.one(action.connection, message)
        if row is None or row.state not in (APPROVED, REJECTED):
            raise UserError(tr("This message waits for a decision already."))
        label = action.living(row.prospect)
        action.label = tr("Took the message to {name} back", name=label.name)
        mail = queue.one(action.connection, row.mail) if row.mail is not None else None
        if mail is not None and not queue.is_open_state(mail.state) and mail.state not in ("cancelled", "failed"):
            raise UserError(tr("The message has gone; it cannot be taken back. Write to say what changed."))
        if row.interaction is not None:
            action.changed(records.set_deleted(action.connection, "interactions", row.interaction, True, action.author))
        if mail is not None:
            queue.set_state(action.connection, mail.id, "cancelled", answer="taken back")
        messages.write(action.connection, message, {"state": PENDING, "decided_at": None, "decided_by": None, "why": None})
        action.prospects.add(row.prospect)
        action.kinds |= {"messages", "mail"}
        evaluate_within(context, action.connection, [row.prospect])
    return action.label


def _queued(
    context: Context, action: Action, row: MessageRow, body: str, account: MailAccount, address: str, interaction: RecordId
) -> int | None:
    thread = (
        queue.thread_of(action.connection, row.prospect, address)
        if row.template is None or row.template in FOLLOW_UPS
        else None
    )
    domain = account.address.rpartition("@")[2]
    due = moment_text(context.clock() + timedelta(seconds=UNDO_SECONDS))
    # An approval that was taken back left its mail cancelled under the same key: that is the one that goes now.
    key = row.key if row.mail is None else f"{row.key}-{uuid7()[-12:]}"
    mail = queue.QueuedMail(
        key,
        row.prospect,
        row.template,
        address,
        row.subject.strip(),
        body,
        message_id(key, domain),
        thread[1] if thread else (),
        interaction,
    )
    number = queue.put(action.connection, mail, context.now(), due)
    if number is None:
        raise UserError(tr("This message is in the queue already; it was approved before."))
    return number


def _pending(connection: Connection, message: int) -> MessageRow:
    row = messages.one(connection, message)
    if row is None or row.state != PENDING:
        raise UserError(tr("This message is decided already. Take it back first to change it."))
    return row


def _checked_text(row: MessageRow) -> str:
    if not row.subject.strip():
        raise ValueRefused("Subject", tr("Subject: say in a few words what the message is about."))
    if len(row.subject) > LONGEST_SUBJECT or "\n" in row.subject:
        raise ValueRefused("Subject", tr("Subject: one line of at most {most} characters.", most=LONGEST_SUBJECT))
    body = "\n\n".join(bubble.strip() for bubble in row.parts() if bubble.strip())
    if not body:
        raise ValueRefused("Message", tr("Message: write at least a word, or reject the message."))
    if len(body) > LONGEST_BODY:
        raise ValueRefused(
            "Message",
            tr(
                "Message: {count} characters are too many; at most {most} fit.",
                count=figure(len(body)),
                most=figure(LONGEST_BODY),
            ),
        )
    if (hole := _hole(f"{row.subject}\n{body}")) is not None:
        raise ValueRefused("Message", tr("Message: {hole} is not filled in. Write it, or take it out.", hole=hole))
    return body


def _hole(text: str) -> str | None:
    """A merge field that had no value and is still there."""
    from journeydesk.domain.mail.templates import Template, fill

    missing = fill(Template("", text), {}).missing
    return f"{{{missing[0]}}}" if missing else None


def _check_decision(decision: Decision) -> None:
    if decision.quality is not None and not 1 <= decision.quality <= 5:
        raise ValueRefused("Quality", tr("Quality: {quality} is out of range. Give 1 to 5.", quality=decision.quality))
    unknown = [tag for tag in decision.tags if tag not in EDIT_TAGS]
    if unknown:
        raise ValueRefused(
            "Tags", tr("Tags: “{unknown}” is none. Use one of {allowed}.", unknown=unknown[0], allowed=", ".join(EDIT_TAGS))
        )


def _address(connection: Connection, prospect: RecordId) -> str | None:
    row = records.get(connection, "prospects", prospect)
    email = row["email"] if row is not None else None
    return str(email) if email else None


def _refuse_unwanted(connection: Connection, address: str) -> None:
    refused = refusal(connection, address)
    if refused is not None:
        raise UserError(
            tr(
                "{address} gets no more mail: {why}. Reject the message, or take the address off the list in "
                "Settings, Messages.",
                address=address,
                why=retold(refused.why),
            )
        )


def _summary(subject: str, body: str, account: MailAccount | None) -> str:
    """What the history says: the text only where mails are shared, or where the person sends it by hand."""
    return f"E-mail: {subject.strip()}" if account is not None and not account.shares else f"{subject.strip()}\n\n{body}"
