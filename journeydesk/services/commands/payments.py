"""What a person decides about Stripe's customers: which prospect one is, or that it is none."""

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.payments.customer_matching import is_customer_id
from journeydesk.services.commands.base import Action, action
from journeydesk.services.context import Context
from journeydesk.services.payments.links import decided_anew, reckon
from journeydesk.storage.payments import stripe_payers
from journeydesk.storage.records import records


def link_customer(context: Context, customer: str, prospect: RecordId) -> None:
    """This customer is this prospect. The customer id goes into the prospect's field, so that the whole team knows; undo takes it
    out again. A guest's payment, and a second customer of one prospect, have no field: that answer stays on this computer.

    Raises UserError for a customer that Stripe's copy does not have, and for a prospect that is gone.
    """
    with action(context, "") as doing:
        _wanted(doing, customer)
        row = records.get(doing.connection, "prospects", prospect)
        if row is None or row["deleted"]:
            raise UserError("The prospect is no longer there; it was deleted. Undo brings it back.")
        doing.label = f"Linked a Stripe customer to {row['company'] or row['contact_name'] or row['key']}"
        if is_customer_id(customer) and row["stripe_customer"] in (None, "", customer):
            _take_from_others(doing, customer, prospect)
            stored = {"stripe_customer": customer}
            doing.changed(records.update(doing.connection, "prospects", prospect, stored, doing.author))
        else:
            stripe_payers.set_links(doing.connection, [(prospect, "person", customer)])
        doing.prospects.add(prospect)
        _settle(context, doing, customer)


def leave_unlinked(context: Context, customer: str) -> None:
    """This customer is no prospect of ours; it is not asked again on this computer. `link_customer` takes that back.

    Where a prospect carries the customer's id, that field is emptied, which undo takes back. Raises UserError for a customer that
    Stripe's copy does not have.
    """
    with action(context, "Left a Stripe customer unlinked") as doing:
        _wanted(doing, customer)
        _take_from_others(doing, customer, None)
        stripe_payers.set_links(doing.connection, [(None, "nobody", customer)])
        _settle(context, doing, customer)


def ask_again(context: Context, customer: str) -> None:
    """Takes back that a customer is no prospect of ours: it is matched again, or asked about. Raises UserError as above."""
    with action(context, "Asked again about a Stripe customer") as doing:
        _wanted(doing, customer)
        stripe_payers.set_links(doing.connection, [(None, "", customer)])
        _settle(context, doing, customer)


def _wanted(doing: Action, customer: str) -> None:
    if not stripe_payers.links(doing.connection, customer):
        raise UserError(f"There is no Stripe customer “{customer}” in the copy kept here. Sync first.")


def _take_from_others(doing: Action, customer: str, keep: RecordId | None) -> None:
    for link in stripe_payers.links(doing.connection, customer):
        for other in link.evidence.by_id:
            if other != keep:
                stored = {"stripe_customer": None}
                doing.changed(records.update(doing.connection, "prospects", other, stored, doing.author))
                doing.prospects.add(other)


def _settle(context: Context, doing: Action, customer: str) -> None:
    stripe_payers.set_links(doing.connection, decided_anew(stripe_payers.links(doing.connection, customer)))
    doing.prospects |= reckon(context, doing.connection, [customer], None)
    doing.kinds |= {"prospects", "events", "positions", "money"}
