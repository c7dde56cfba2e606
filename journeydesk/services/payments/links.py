"""Which prospect each payer is, and what that says: money, customer id, events (docs/rules.md, "What payments say").

Who was touched is marked on disk with what touched it, and computed here in short transactions, so that an end between any two
loses nothing.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from journeydesk.domain.ids import RecordId
from journeydesk.domain.money import Money, converted
from journeydesk.domain.onboarding.customers import is_test_customer
from journeydesk.domain.payments.customer_matching import How, email_of, match, reference_of
from journeydesk.domain.payments.mrr_steps import mrr_steps
from journeydesk.domain.payments.net_paid import net_paid
from journeydesk.domain.payments.payment_history import payments
from journeydesk.domain.payments.stripe_events import PREFIX, events_of, stored_moment
from journeydesk.domain.payments.subscriptions import mrr
from journeydesk.domain.settings import TeamSettings
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import evaluate_within
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.events import add_event, stored_events_named
from journeydesk.storage.payments import stripe_mirror, stripe_payers
from journeydesk.storage.payments.mrr_steps import StoredStep, set_steps
from journeydesk.storage.payments.stripe_mirror import ProspectMoney
from journeydesk.storage.payments.stripe_payers import Link, MovedObjects
from journeydesk.storage.records import merges, records
from journeydesk.storage.records.records import Author

_BATCH = 20
"""Payers computed in one transaction: each brings a few objects and seldom an event, so a save waits for little."""


_HISTORY = "MRR steps 1"
"""What is kept of each payer's past; another word computes everybody anew."""


def link_and_compute(context: Context, server_time: int | None = None) -> frozenset[RecordId]:
    """Decides who each payer is and computes whom anything changed for; returns the prospects with other money or new events.

    `server_time` is Stripe's clock (Unix seconds), by which grace periods end.
    """
    _decide(context)
    touched: set[RecordId] = set()
    while True:
        with context.database.write() as connection:
            payers = stripe_payers.stale_payers(connection, _BATCH)
            if not payers:
                return frozenset(touched)
            touched |= compute_payers(context, connection, payers, server_time)


def _decide(context: Context) -> None:
    basis = _basis(context.settings)
    with context.database.read() as connection:
        overdue = stripe_payers.overdue(connection)
    with context.database.write() as connection:
        stripe_mirror.adopt_by_charge(connection)
        stripe_payers.mark_stale(connection, overdue)
        if stripe_mirror.note(connection, "computed by") != basis:
            stripe_payers.mark_all_stale(connection)
            stripe_mirror.set_note(connection, "computed by", basis)
    with context.database.read() as connection:
        changed = decided_anew(stripe_payers.links(connection))
    for start in range(0, len(changed), _BATCH):
        with context.database.write() as connection:
            stripe_payers.set_links(connection, changed[start : start + _BATCH])


def follow_merges(context: Context, connection: Connection, prospects: Iterable[RecordId]) -> set[RecordId]:
    """Brings the payers of prospects that were merged to the one that stayed, or back where they were taken apart; whom that touched."""
    touched: set[RecordId] = set()
    for moved in merges.moved_payers(connection, prospects):
        payers = [payer for payer, _ in moved.payers]
        if moved.apart:
            stripe_payers.set_links(connection, [(moved.loser, how, payer) for payer, how in moved.payers])  # type: ignore[misc]
        else:
            stripe_payers.set_links(connection, [(moved.survivor, "person", payer) for payer in payers])
        stripe_payers.mark_stale(connection, payers)
        touched |= compute_payers(context, connection, payers, None)
    return touched


def _basis(settings: TeamSettings) -> str:
    """What figures and events follow from beside Stripe's objects."""
    rates = {code: str(rate) for code, rate in settings.payments.rates.items()}
    return json.dumps([settings.currency, settings.payments.grace_days, rates, _HISTORY], sort_keys=True)


def decided_anew(links: Iterable[Link]) -> list[tuple[RecordId | None, How, str]]:
    """The payers whose prospect, or what decided it, is not as it was."""
    changed = []
    for link in links:
        prospect, how = match(link.evidence)
        if (prospect, how) != (link.prospect, link.how):
            changed.append((prospect, how, link.payer))
    return changed


def compute_payers(context: Context, connection: Connection, payers: Sequence[str], server_time: int | None) -> set[RecordId]:
    """Brings these payers' prospects in line, inside a transaction of the caller's; returns those for which anything changed."""
    now = server_time or int(context.clock().timestamp())
    author = Author("Stripe", context.now(), "stripe")
    touched, moved = stripe_payers.bring_objects_along(connection, payers)
    _note_history(connection, payers)
    with_events = {prospect for move in moved for prospect in _move_events(connection, move, author)}
    prospects = [prospect for prospect in sorted(touched) if _is_living(connection, prospect)]
    money = []
    for prospect, objects in stripe_mirror.objects_of(connection, prospects).items():
        money.append(_figures(context.settings, prospect, objects))
        for event in events_of(objects, context.settings.payments.grace_days, now):
            if add_event(connection, prospect, event, author) is not None:
                with_events.add(prospect)
    changed = set(stripe_mirror.set_money(connection, money))
    for prospect, customer in stripe_payers.customers_without_id(connection, prospects).items():
        records.update(connection, "prospects", prospect, {"stripe_customer": customer}, author)
        changed.add(prospect)
    evaluate_within(context, connection, sorted(with_events))
    return changed | with_events


def _note_history(connection: Connection, payers: Sequence[str]) -> None:
    """Each payer's changes of MRR and first payment, whoever of the prospects it is; a test customer has none."""
    steps, first_paid = [], {}
    for payer, objects in stripe_mirror.objects_of_payers(connection, payers).items():
        if any(is_test_customer(reference_of(each), email_of(each)) for kind in objects.values() for each in kind):
            continue
        steps += [StoredStep(payer, s.currency, stored_moment(s.at), s.minor, s.change) for s in mrr_steps(objects)]
        if paid := payments(objects):
            first_paid[payer] = stored_moment(paid[0].settled)
    set_steps(connection, payers, steps, first_paid)


def _is_living(connection: Connection, prospect: RecordId) -> bool:
    row = records.get(connection, "prospects", prospect)
    return row is not None and not row["deleted"]


def _move_events(connection: Connection, moved: MovedObjects, author: Author) -> set[RecordId]:
    """Takes the events of objects that went to another prospect along, or away where they went to none; whom that touched."""
    touched: set[RecordId] = set()
    for record, key in stored_events_named(connection, moved.before, PREFIX):
        if key.removeprefix(PREFIX).partition("-")[0] in moved.ids:
            touched.add(moved.before)
            if moved.after is None:
                records.set_deleted(connection, "events", record, True, author)
            else:
                records.update(connection, "events", record, {"prospect": moved.after}, author)
                touched.add(moved.after)
    return touched


Objects = Mapping[str, Sequence[Mapping[str, object]]]


def _figures(settings: TeamSettings, prospect: RecordId, objects: Objects) -> ProspectMoney:
    """Net paid and MRR of a prospect.

    In the team's currency where rates convert all there is; else in the team's alone if there is any, else in the one in which
    most was paid: sums are never mixed, and the others stand apart, named wherever the figure or a total of it stands.
    """
    if not any(objects.values()):
        return ProspectMoney(prospect, None, None, None)
    net, monthly = sums_of(objects)
    team = settings.currency
    currencies = {*net, *monthly}
    in_team = [converted([Money(v, c) for c, v in sums.items()], settings.payments.rates, team) for sums in (net, monthly)]
    if in_team[0] is not None and in_team[1] is not None:
        return ProspectMoney(prospect, in_team[0].minor, in_team[1].minor, team)
    main = team if team in currencies else max(sorted(currencies), key=lambda code: (net.get(code, 0), monthly.get(code, 0)))
    apart = ((code, net.get(code, 0), monthly.get(code, 0)) for code in sorted(currencies - {main}))
    return ProspectMoney(prospect, net.get(main, 0), monthly.get(main, 0), main, tuple(sums for sums in apart if any(sums[1:])))


def sums_of(objects: Objects) -> tuple[dict[str, int], dict[str, int]]:
    """Net paid and MRR in minor units by currency code."""
    discounts = {
        str(customer["id"]): customer["discount"]
        for customer in objects.get("customer", ())
        if isinstance(customer.get("discount"), dict)
    }
    paid = net_paid(objects.get("charge", ()), objects.get("dispute", ()), objects.get("invoice", ()))
    return paid, mrr(objects.get("subscription", ()), discounts)  # type: ignore[arg-type]
