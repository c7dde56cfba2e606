"""Alerts by mail, put into the queue: once for each alert and role, from the one computer that the team names."""

from journeydesk.domain.alerts.delivery import FRESH, RULES, WaitingAlert, due_mails
from journeydesk.domain.app_links import link_to_prospect
from journeydesk.domain.mail.identity import mail_key, message_id
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.mail.account import mail_account
from journeydesk.services.mail.sender import sends_here, why_waiting
from journeydesk.storage.alerts.delivery import UnmailedAlert, last_delivery, note_delivery, unmailed
from journeydesk.storage.mail import queue


def prepare_alert_mails(context: Context) -> int:
    """Queues what is due now; returns how many mails. Asked again it does nothing twice. An alert of a rule that is silent is not
    mailed, nor one that somebody handled meanwhile."""
    delivery, account = context.settings.alert_mail, mail_account(context)
    if account is None or not any(delivery.to.values()) or not sends_here(context) or why_waiting(context) is not None:
        return 0
    now = context.clock()
    domain = account.address.rpartition("@")[2]
    queued = 0
    with context.database.write() as connection:
        waiting = {
            role: [
                _waiting(alert)
                for alert in unmailed(connection, role, _loud(context, rules), moment_text(now - FRESH), moment_text(now))
            ]
            for role, rules in RULES.items()
            if delivery.to.get(role)
        }
        last = {role: moment_of(at) for role in waiting if (at := last_delivery(connection, role)) is not None}
        for mail in due_mails(waiting, delivery, now, context.settings.time_zone, last, context.settings.team_name):
            for address in delivery.to[mail.role]:
                key = mail_key("alerts", mail.name, address.casefold())
                item = queue.QueuedMail(key, None, None, address, mail.subject, mail.body, message_id(key, domain))
                queued += queue.put(connection, item, context.now(), context.now()) is not None
            note_delivery(connection, mail.alerts, mail.role, context.now(), mail.name)
    if queued:
        context.publish(Change(frozenset({"mail"}), None, "rule"))
    return queued


def _loud(context: Context, rules: tuple[str, ...]) -> list[str]:
    return [rule for rule in rules if rule not in context.settings.alerts.silent]


def _waiting(alert: UnmailedAlert) -> WaitingAlert:
    link = link_to_prospect(alert.prospect_key) if alert.prospect_key else ""
    return WaitingAlert(
        alert.key,
        alert.rule,
        alert.priority,
        alert.headline,
        alert.reason,
        alert.company,
        link,
        moment_of(alert.raised_at),
    )
