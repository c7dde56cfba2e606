"""The end-to-end check: a test customer goes through the seven steps against what is connected (docs/rules.md, "End-to-end check").

The test customer is never a prospect: events of it are evidence of its run, a record of it in the base is deleted in the same step and
passed over by sync.
"""

import json
import time
from collections.abc import Callable

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError, UserError, WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import uuid7
from journeydesk.domain.onboarding.customers import address_of, new_test_customer
from journeydesk.domain.onboarding.steps import STEPS, CheckStep, Outcome, State, judged
from journeydesk.domain.words import figure, tr
from journeydesk.remote.opening import REMOTE_NAME
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.receiver.card import is_switched_on
from journeydesk.services.receiver.running import is_receiving, noted_address
from journeydesk.services.sync.connecting import open_configured, remote_access
from journeydesk.storage.sync.table_maps import table_maps
from journeydesk.storage.team import end_to_end
from journeydesk.storage.team.end_to_end import StepRow

PATIENCE = 30.0
"""For so many seconds what is connected may answer for the test customer; then real customers' events speak."""

_POLL = 0.25
_LISTENED = (3, 4, 6, 7)
"""Steps that others do: an automation, a content service, the platform."""


class NotConnected(UserError):
    """There is nothing to go through in this step."""


@dataclass(frozen=True, slots=True)
class EndToEnd:
    """A run with what came of its steps so far; `ended_at` is None while it goes on."""

    customer: str
    by: str
    began_at: str
    ended_at: str | None
    outcomes: tuple[Outcome, ...]


def check_end_to_end(
    context: Context,
    known: Connections,
    *,
    patience: float = PATIENCE,
    stopping: Callable[[], bool] = lambda: False,
    tell: Callable[[Outcome], None] = lambda _outcome: None,
) -> EndToEnd:
    """Goes through all steps, each on disk as soon as it is known. For a thread other than the window's; it may be stopped between steps
    and while it waits."""
    run, customer = uuid7(), new_test_customer()
    with context.database.write(counted=False) as connection:
        end_to_end.begin(connection, run, customer, context.actor, context.now())
    ways: dict[int, Callable[[], str]] = {
        1: lambda: _assess(context, known, customer),
        2: lambda: _pay(context, known),
        5: lambda: _store(context, known, customer),
    }
    outcomes: dict[int, Outcome] = {}
    for step in STEPS:
        if stopping():
            break
        if step.number in ways:
            outcomes[step.number] = _walk(context, step, ways[step.number])
            _keep(context, run, outcomes[step.number])
            tell(outcomes[step.number])
    listens = outcomes.get(1) is not None and outcomes[1].state is State.PASSED
    _listen(context, run, customer, patience if listens else 0.0, stopping)
    for step in STEPS:
        if step.number in _LISTENED:
            outcomes[step.number] = _heard(context, run, step)
            _keep(context, run, outcomes[step.number])
            tell(outcomes[step.number])
    with context.database.write(counted=False) as connection:
        end_to_end.end(connection, run, context.now())
    context.publish(Change(frozenset({"end to end"}), None, "user"))
    last = last_check(context)
    assert last is not None
    return last


def last_check(context: Context) -> EndToEnd | None:
    """The newest run on this computer; None where there was none."""
    with context.database.read() as connection:
        rows = end_to_end.runs(connection, 1)
        if not rows:
            return None
        stored = {step.number: step for step in end_to_end.steps(connection, rows[0].id)}
    outcomes = tuple(
        Outcome(
            step,
            State(stored[step.number].state),
            stored[step.number].said,
            stored[step.number].at,
            stored[step.number].seconds,
        )
        if step.number in stored and stored[step.number].state in {state.value for state in State}
        else Outcome(step, State.WAITING, tr("not reached"), None)
        for step in STEPS
    )
    return EndToEnd(rows[0].customer, rows[0].by, rows[0].began_at, rows[0].ended_at, outcomes)


def _walk(context: Context, step: CheckStep, way: Callable[[], str]) -> Outcome:
    began = time.monotonic()
    try:
        said, state = way(), State.PASSED
    except NotConnected as problem:
        with context.database.read() as connection:
            worked, failed = end_to_end.last_of(connection, step.worked), end_to_end.last_of(connection, step.failed)
        seen = judged(step, worked, failed, on=False)
        return seen if seen.state is not State.OFF else Outcome(step, State.OFF, str(problem), None)
    except JourneydeskError as problem:
        said, state = str(problem), State.FAILED
    return Outcome(step, state, said, context.now(), round(time.monotonic() - began, 3))


def _assess(context: Context, known: Connections, customer: str) -> str:
    """Sends an assessment as the website would: signed, over HTTP, and folded from disk."""
    with context.database.read() as connection:
        on = is_switched_on(connection)
    address = noted_address(context)
    if not on or not is_receiving(context) or not address:
        raise NotConnected(tr("Events in is switched off here, so no assessment can come in."))
    from journeydesk.domain.webhooks.signatures import sign
    from journeydesk.remote.posting.post import post
    from journeydesk.services.receiver.keys import live, receiver_keys

    event = {
        "event_id": f"test-{uuid7()}",
        "customer_id": customer,
        "event": "assessment_completed",
        "timestamp": context.now(),
        "metadata": {"test": True},
        "customer_name": tr("Test customer"),
        "customer_email": address_of(customer),
    }
    body = json.dumps(event).encode()
    secret = live(receiver_keys(context.database.folder, known, context.clock()).signing, context.clock())[0]
    headers = {"X-Webhook-Signature": sign(secret, body), "Content-Type": "application/json"}
    answer = post(f"{address}/api/webhook/customer-journey", body, headers, allow_private=True, seconds=5.0)
    if not answer.is_success:
        raise WorldError(
            tr("the assessment was not taken: {status} {text}", status=answer.status or "", text=answer.text[:120])
        )
    return tr("a signed assessment was taken and is on disk")


def _pay(context: Context, known: Connections) -> str:
    """Stripe is only ever read: that the newest payment is there is the evidence; no money is moved for a check."""
    from journeydesk.services.payments.stripe_key import stripe_access

    if stripe_access(context, known) is None:
        raise NotConnected(tr("Stripe is not connected, so no payment can be seen."))
    from journeydesk.services.sync.checking import newest_payment

    return newest_payment(context, known)


def _store(context: Context, known: Connections, customer: str) -> str:
    """Writes the test customer's record, reads it back, deletes it, and sees that it is gone."""
    try:
        access = remote_access(context, known)
    except UserError as problem:
        raise NotConnected(str(problem)) from problem
    with context.database.read() as connection:
        mapped = table_maps(connection).get("prospects")
    if mapped is None or "key" not in mapped.fields:
        raise NotConnected(tr("{remote} has no table of prospects with a key that is matched.", remote=REMOTE_NAME))
    remote = open_configured(context, access)
    key = mapped.fields["key"]
    fields: dict[str, object] = {key: customer}
    for slug, value in (("company", tr("Journeydesk test customer")), ("email", address_of(customer))):
        if slug in mapped.fields:
            fields[mapped.fields[slug]] = value
    made = remote.create(mapped.table_id, fields)
    try:
        back = remote.get(mapped.table_id, made.id)
        if back is None or back.fields.get(key) != customer:
            raise WorldError(tr("{remote} does not give back what was written.", remote=REMOTE_NAME))
    finally:
        remote.delete(mapped.table_id, [made.id])
    if remote.get(mapped.table_id, made.id) is not None:
        raise WorldError(tr("{remote} still has the test record {key}; delete it there.", remote=REMOTE_NAME, key=customer))
    return tr("a record was written, read back and deleted, with {count} fields", count=figure(len(fields)))


def _listen(context: Context, run: str, customer: str, patience: float, stopping: Callable[[], bool]) -> None:
    """Waits until what is connected has answered for the test customer in every step that others do, or patience ends."""
    until = time.monotonic() + patience
    while time.monotonic() < until and not stopping():
        with context.database.read() as connection:
            heard = {step.number for step in end_to_end.steps(connection, run)}
        if set(_LISTENED) <= heard:
            return
        time.sleep(_POLL)


def _heard(context: Context, run: str, step: CheckStep) -> Outcome:
    """What an event of the test customer said of a step, else what those of real customers say."""
    with context.database.read() as connection:
        stored = next((each for each in end_to_end.steps(connection, run) if each.number == step.number), None)
        worked, failed = end_to_end.last_of(connection, step.worked), end_to_end.last_of(connection, step.failed)
        on = is_switched_on(connection)
    if stored is not None:
        return Outcome(step, State(stored.state), stored.said, stored.at, stored.seconds)
    return judged(step, worked, failed, on)


def _keep(context: Context, run: str, outcome: Outcome) -> None:
    row = StepRow(outcome.step.number, outcome.state.value, outcome.at, outcome.seconds, outcome.said)
    with context.database.write(counted=False) as connection:
        end_to_end.put_step(connection, run, row)
    context.publish(Change(frozenset({"end to end"}), None, "user"))
