"""The payment link by e-mail: a text that a person reads and sends, queued where this computer has a mail account
(docs/rules.md, "Upgrades")."""

from dataclasses import replace
from datetime import timedelta

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId, uuid7
from journeydesk.domain.mail.identity import message_id
from journeydesk.domain.mail.templates import LONGEST_BODY, LONGEST_SUBJECT, fill
from journeydesk.domain.time import day_in_words, moment_of, moment_text
from journeydesk.domain.upgrades.links import OPEN, mail_key
from journeydesk.domain.words import noted, tr
from journeydesk.services.commands.base import start_action
from journeydesk.services.commands.prospects import interaction_values
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.services.mail.account import mail_account
from journeydesk.services.mail.merging import merge_values, sender_name, the_addressee
from journeydesk.services.messages.deciding import UNDO_SECONDS
from journeydesk.services.upgrades.settling import whose
from journeydesk.storage.mail import queue
from journeydesk.storage.mail.refusals import refusal
from journeydesk.storage.payments import checkout_links
from journeydesk.storage.payments.checkout_links import PaymentLink


@dataclass(frozen=True, slots=True)
class LinkMail:
    """A mail with a payment link as it is proposed. Without an account (`by_hand`) a person sends it from elsewhere."""

    recipient: str
    subject: str
    body: str
    by_hand: bool


@dataclass(frozen=True, slots=True)
class LinkMailed:
    """What came of it: the sentence for a person, and the number of the mail that waits to go; None where none does."""

    words: str
    mail: int | None


def link_mail(context: Context, key: str) -> LinkMail:
    """The mail for a link. Raises UserError where the link cannot be paid, or the prospect has no address."""
    link = _payable(context, key)
    with context.database.read() as connection:
        addressee = the_addressee(context, connection, link.prospect)
    if not addressee.email:
        raise UserError(tr("The prospect has no e-mail address. Enter one, or copy the link."))
    values = merge_values(context, addressee, sender_name(context))
    values |= {"tier": link.tier, "payment_link": link.url or "", "until": until_words(context, link)}
    filled = fill(context.settings.upgrades.mail, values)
    return LinkMail(addressee.email, filled.subject, filled.body.strip(), mail_account(context) is None)


def send_link_mail(context: Context, key: str, subject: str, body: str) -> LinkMailed:
    """Logs the mail and queues it, to go after the seconds in which it can be taken back; without an account it is logged alone. One
    step to undo. Raises ValueRefused for an empty text or one without the link, UserError where it cannot go."""
    link, account = _payable(context, key), mail_account(context)
    _check(subject, body, link)
    with start_action(context, "") as action:
        label = action.living(link.prospect)
        recipient = the_addressee(context, action.connection, link.prospect).email
        if not recipient:
            raise UserError(tr("The prospect has no e-mail address. Enter one, or copy the link."))
        refused = refusal(action.connection, recipient)
        if refused is not None:
            raise UserError(tr("{address} gets no more mail: {why}.", address=recipient, why=refused.why))
        action.label = tr("E-mailed the payment link for {tier} to {name}", tier=link.tier, name=label.name)
        summary = noted("E-mail: {subject}", subject=subject.strip())
        interaction = action.insert("interactions", interaction_values(context, "Email", summary) | {"prospect": link.prospect})
        action.prospects.add(link.prospect)
        number = None
        if account is not None:
            name = mail_key(link.key, uuid7()[-12:])
            identity = message_id(name, account.address.rpartition("@")[2])
            mail = queue.QueuedMail(
                name, link.prospect, None, recipient, subject.strip(), body, identity, (), RecordId(interaction)
            )
            due_at = moment_text(context.clock() + timedelta(seconds=UNDO_SECONDS))
            number = queue.put(action.connection, mail, context.now(), due_at)
        action.kinds |= {"mail", "positions", "alerts"}
        evaluate_within(context, action.connection, [link.prospect])
    return LinkMailed(action.label, number)


def until_words(context: Context, link: PaymentLink) -> str:
    """Until when a link works, in the team's time: 20 May, 14:05."""
    zone = context.settings.time_zone
    at = moment_of(link.expires_at).astimezone(zone)
    return f"{day_in_words(at.date(), context.today())}, {at:%H:%M}"


def _payable(context: Context, key: str) -> PaymentLink:
    with context.database.read() as connection:
        link = checkout_links.one(connection, key)
        whom = whose(connection, link)[0] if link is not None else None
    if link is None or link.state != OPEN or link.url is None or moment_of(link.expires_at) <= context.clock():
        raise UserError(tr("This payment link has expired or was used. Make a new one."))
    return link if whom is None else replace(link, prospect=whom)


def _check(subject: str, body: str, link: PaymentLink) -> None:
    if not subject.strip() or "\n" in subject.strip() or len(subject) > LONGEST_SUBJECT:
        raise ValueRefused("Subject", tr("Subject: one line of at most {most} characters.", most=LONGEST_SUBJECT))
    if not body.strip() or len(body) > LONGEST_BODY:
        raise ValueRefused("Message", tr("Message: write at least a word, and at most {most} characters.", most=LONGEST_BODY))
    if (link.url or "") not in body:
        raise ValueRefused("Message", tr("Message: the payment link is not in it. Put it back, or cancel."))
