"""What a template becomes for a prospect: its merge fields filled from the record, the team's settings and who writes."""

from collections.abc import Sequence
from datetime import timedelta

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.mail.templates import Filled, Template, check_template, fill, first_name
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.mail.account import mail_account
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.mail.audience import Addressee, addressees, any_addressee


def usage_since(context: Context) -> str:
    """The first day of the seven whose calls a template may name."""
    return (context.today() - timedelta(days=7)).isoformat()


def merge_values(context: Context, addressee: Addressee, sender: str) -> dict[str, str]:
    """Every merge field's value; empty where there is none."""
    settings = context.settings
    return {
        "first_name": first_name(addressee.contact_name),
        "contact_name": addressee.contact_name,
        "company": addressee.company,
        "job_title": addressee.job_title,
        "application_id": addressee.key,
        "stage": addressee.stage,
        "tier": addressee.tier,
        "calls_week": f"{addressee.calls_week:,}" if addressee.calls_week else "",
        "sender": sender,
        "sender_first_name": first_name(sender),
        "team": settings.team_name,
        **{f"{name}_link": link for name, link in settings.mail.links.items()},
    }


def sender_name(context: Context) -> str:
    """Who writes: the account's name, else who works here."""
    account = mail_account(context)
    return account.name if account is not None and account.name else context.actor


def filled(context: Context, template: str, addressee: Addressee, sender: str) -> Filled:
    """A template of the team's, filled."""
    return fill(context.settings.mail.templates[template], merge_values(context, addressee, sender))


def preview(context: Context, template: Template, prospect: RecordId) -> Filled:
    """A template as it would go to a prospect, saved or not. Raises UserError where the prospect is gone."""
    with context.database.read() as connection:
        addressee = the_addressee(context, connection, prospect)
    return fill(template, merge_values(context, addressee, sender_name(context)))


def the_addressee(context: Context, connection: Connection, prospect: RecordId) -> Addressee:
    """One prospect as an addressee. Raises UserError where it is gone."""
    known: Sequence[Addressee] = addressees(connection, [prospect], usage_since(context))
    if not known:
        raise UserError(tr("The prospect is no longer there; it was deleted. Undo brings it back."))
    return known[0]


def preview_for_somebody(context: Context, template: Template) -> tuple[Filled, str]:
    """A template, saved or not, as it would go to a prospect with an address, and that one's name; an example where there is none.
    Raises ValueRefused for a field that there is not."""
    check_template("Template", template)
    with context.database.read() as connection:
        somebody = any_addressee(connection, usage_since(context))
    example = Addressee(RecordId(0), "BETA-EXAMPLE", "Example Ltd", "Ada Example", "ada@example.org", "", "", "", "", None)
    whom = somebody or example
    return fill(template, merge_values(context, whom, sender_name(context))), whom.company or whom.contact_name or whom.key
