"""What a person decides about Stripe's customers: which prospect one is, or that it is none."""

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.payments.customer_matching import is_customer_id
from journeydesk.domain.words import tr
from journeydesk.services.commands.base import Action, start_action
from journeydesk.services.context import Context
from journeydesk.services.payments.links import compute_payers, decided_anew
from journeydesk.storage.payments import stripe_payers
from journeydesk.storage.records import records


def link_customer(context: Context, customer: str, prospect: RecordId) -> None:
    """This customer is this prospect. The customer id goes into the prospect's field, so that the whole team knows; undo takes it
    out again. A guest's payment, and a second customer of one prospect, have no field: that answer stays on this computer.

    Raises UserError for a customer that Stripe's copy does not have, and for a prospect that is gone.
    """
    with start_action(context, "") as action:
        _check_customer(action, customer)
        label = action.living(prospect)
        action.label = tr("Linked a Stripe customer to {name}", name=label.name)
        if is_customer_id(customer) and label.stripe_customer in (None, "", customer):
            _take_from_others(action, customer, prospect)
            stored = {"stripe_customer": customer}
            action.changed(records.update(action.connection, "prospects", prospect, stored, action.author))
        else:
            stripe_payers.set_links(action.connection, [(prospect, "person", customer)])
        action.prospects.add(prospect)
        _settle(context, action, customer)


def leave_unlinked(context: Context, customer: str) -> None:
    """This customer is no prospect of ours; it is not asked again on this computer. `link_customer` takes that back.

    Where a prospect carries the customer's id, that field is emptied, which undo takes back. Raises UserError for a customer that
    Stripe's copy does not have.
    """
    with start_action(context, tr("Left a Stripe customer unlinked")) as action:
        _check_customer(action, customer)
        _take_from_others(action, customer, None)
        stripe_payers.set_links(action.connection, [(None, "nobody", customer)])
        _settle(context, action, customer)


def ask_again(context: Context, customer: str) -> None:
    """Takes back that a customer is no prospect of ours: it is matched again, or asked about. Raises UserError as above."""
    with start_action(context, tr("Asked again about a Stripe customer")) as action:
        _check_customer(action, customer)
        stripe_payers.set_links(action.connection, [(None, "", customer)])
        _settle(context, action, customer)


def _check_customer(action: Action, customer: str) -> None:
    if not stripe_payers.links(action.connection, customer):
        raise UserError(tr("There is no Stripe customer “{customer}” in the copy kept here. Sync first.", customer=customer))


def _take_from_others(action: Action, customer: str, keep: RecordId | None) -> None:
    for link in stripe_payers.links(action.connection, customer):
        for other in link.evidence.by_id:
            if other != keep:
                stored = {"stripe_customer": None}
                action.changed(records.update(action.connection, "prospects", other, stored, action.author))
                action.prospects.add(other)


def _settle(context: Context, action: Action, customer: str) -> None:
    stripe_payers.set_links(action.connection, decided_anew(stripe_payers.links(action.connection, customer)))
    action.prospects |= compute_payers(context, action.connection, [customer], None)
    action.kinds |= {"prospects", "events", "positions", "money"}
