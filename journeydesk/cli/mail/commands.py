"""The commands of `mail`. Nothing is sent without `--approve`."""

import argparse

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, PARTLY, ask_secret, complain, say
from journeydesk.config import Connections
from journeydesk.domain.errors import UserError
from journeydesk.domain.mail.retry import WAITING
from journeydesk.domain.mail.templates import TITLES, WHEN
from journeydesk.domain.words import figure, tr
from journeydesk.services.commands.prospects import find_prospect
from journeydesk.services.context import Context


def status(arguments: argparse.Namespace) -> int:
    """How mail stands; status 3 where something waits for a person."""
    from journeydesk.services.mail.queueing import mail_rates, queue_state
    from journeydesk.services.messages.showing import count_waiting

    with workspace() as (context, _):
        state, drafts, lines = queue_state(context), count_waiting(context), mail_rates(context)
    facts = {
        "account": state.address or None,
        "problem": state.problem or None,
        "messages_waiting": drafts,
        "queue": state.counts,
        "rates": [
            {
                "template": line.template,
                "sent": line.sent,
                "bounced": line.bounced,
                "replies": line.replies.share,
                "replies_target": line.replies.target,
                "clicks": {rate.measure: rate.share for rate in line.clicks},
                "opens": line.opens.share,
            }
            for line in lines
        ],
    }
    words = [
        tr("Account: {address}.", address=state.address or tr("none on this computer")),
        tr(
            "{drafts} messages wait for approval, {waiting} mails wait to go, {unclear} are unclear.",
            drafts=drafts,
            waiting=state.waiting,
            unclear=state.unclear,
        ),
    ]
    words += [
        tr(
            "{title}: {sent} sent, {count} answered, {bounced} came back.",
            title=line.title,
            sent=line.sent,
            count=line.replies.count,
            bounced=line.bounced,
        )
        for line in lines
    ]
    say(arguments, "\n".join(words), facts)
    if state.problem:
        complain(state.problem)
    return PARTLY if state.problem or state.unclear else DONE


def send(arguments: argparse.Namespace) -> int:
    """Shows what would go out; with `--approve` sends it, and reads what came back."""
    from journeydesk.services.mail.due import prepare_due
    from journeydesk.services.mail.queueing import queued_mails
    from journeydesk.services.mail.receiving import read_back_or_tell
    from journeydesk.services.mail.sending import send_due

    with workspace() as (context, known):
        queued, drafted = prepare_due(context)
        if not arguments.approve:
            rows = queued_mails(context, (WAITING,))
            waiting = {"waiting": [{"to": row.recipient, "subject": row.subject, "due_at": row.due_at} for row in rows]}
            words = [f"{row.recipient}: {row.subject}" for row in rows] or [tr("Nothing waits to go.")]
            if rows:
                words.append(
                    tr("{count} mails would go. Send them with: journeydesk mail send --approve", count=figure(len(rows)))
                )
            say(arguments, "\n".join(words), waiting)
            return DONE
        report = send_due(context, known)
        trouble = read_back_or_tell(context, known)
    facts = {
        "queued": queued,
        "drafted": drafted,
        "sent": report.sent,
        "later": report.later,
        "refused": report.refused,
        "unclear": report.unclear,
        "problem": report.problem or trouble or None,
    }
    say(
        arguments,
        tr(
            "{sent} sent, {later} tried again later, {refused} refused, {unclear} unclear.",
            sent=report.sent,
            later=report.later,
            refused=report.refused,
            unclear=report.unclear,
        ),
        facts,
    )
    for sentence in filter(None, (report.problem, trouble)):
        complain(sentence)
    return PARTLY if report.problem or trouble or report.unclear or report.later else DONE


def templates(arguments: argparse.Namespace) -> int:
    """The templates, or one of them as it stands or filled for a prospect."""
    from journeydesk.services.mail.merging import preview

    with workspace() as (context, _):
        mail = context.settings.mail
        if arguments.name is None:
            facts = {
                name: {"when": WHEN[name], "by_itself": name in mail.by_itself, "drafted": name in mail.drafted}
                for name in TITLES
            }
            lines = [f"{name}: {TITLES[name]}. {WHEN[name]}; {_goes(mail, name)}." for name in TITLES]
            say(arguments, "\n".join(lines), facts)
            return DONE
        if arguments.name not in TITLES:
            raise UserError(
                tr("There is no template “{name}”. Use one of {titles}.", name=arguments.name, titles=", ".join(TITLES))
            )
        template = mail.templates[arguments.name]
        if arguments.prospect is None:
            shown = {"subject": template.subject, "body": template.body, "missing": []}
        else:
            text = preview(context, template, find_prospect(context, arguments.prospect))
            shown = {"subject": text.subject, "body": text.body, "missing": list(text.missing)}
    say(arguments, f"{shown['subject']}\n\n{shown['body']}", shown)
    if shown["missing"]:
        complain(tr("Nothing is known for {shown}.", shown=", ".join(shown["missing"])))
    return DONE


def _goes(mail: object, name: str) -> str:
    from journeydesk.domain.settings.mail import MailSettings

    assert isinstance(mail, MailSettings)
    return tr("goes by itself") if name in mail.by_itself else tr("waits for a person") if name in mail.drafted else tr("off")


def account(arguments: argparse.Namespace) -> int:
    """Sets the account up with a password that is asked for, or takes it away."""
    from journeydesk.services.mail.account import account_for, forget_account, keep_account
    from journeydesk.services.mail.checking import check_sign_in

    with workspace() as (context, known):
        if arguments.forget:
            there = forget_account(context)
            say(
                arguments,
                tr("The mail account is taken away.") if there else tr("There was no mail account."),
                {"forgotten": there},
            )
            return DONE
        if not arguments.address:
            raise UserError(tr("Say whose mails are sent with --address, or take the account away with --forget."))
        if arguments.client_id:
            return _by_code(arguments, context, known)
        made = account_for(arguments.address, arguments.name or context.actor, arguments.smtp or "", arguments.imap or "")
        password = known.mail_password or ask_secret(tr("Password of {address}: ", address=arguments.address))
        check_sign_in(made, password)
        keep_account(context, known, made, password)
    say(
        arguments,
        tr("{address} is set up. Nothing is sent without an approval.", address=made.address),
        {"account": made.address},
    )
    return DONE


def _by_code(arguments: argparse.Namespace, context: Context, known: Connections) -> int:
    from journeydesk.services.mail.account import MICROSOFT, account_of, preset, server_words
    from journeydesk.services.mail.signing_in import CodeSignIn

    servers = preset(MICROSOFT)
    assert servers is not None
    smtp, imap = arguments.smtp or server_words(servers[0]), arguments.imap or server_words(servers[1])
    name = arguments.name or context.actor
    made = account_of(MICROSOFT, "oauth", arguments.address, name, smtp, imap, arguments.client_id, False)
    signing_in = CodeSignIn(context, known, made)
    complain(
        tr(
            "Open {address} on any device and type {user_code}.",
            address=signing_in.code.address,
            user_code=signing_in.code.user_code,
        )
    )
    address = signing_in.finish()
    say(arguments, tr("{address} is set up. Nothing is sent without an approval.", address=address), {"account": address})
    return DONE


def stop(arguments: argparse.Namespace) -> int:
    """No more mail to an address."""
    from journeydesk.services.mail.queueing import stop_mail

    with workspace() as (context, _):
        stop_mail(context, arguments.address)
    say(arguments, tr("{address} gets no more mail.", address=arguments.address), {"address": arguments.address, "mail": False})
    return DONE


def allow(arguments: argparse.Namespace) -> int:
    """Mail to an address again."""
    from journeydesk.services.mail.queueing import allow_mail

    with workspace() as (context, _):
        allow_mail(context, arguments.address)
    say(arguments, tr("{address} gets mail again.", address=arguments.address), {"address": arguments.address, "mail": True})
    return DONE
