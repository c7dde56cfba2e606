"""The webhook tester: a sample signed and sent as any other program would, and what came of it step by step."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal

from journeydesk.config import Connections
from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.onboarding.customers import PREFIX, address_of, is_test_customer
from journeydesk.domain.webhooks.signatures import sign
from journeydesk.domain.words import figure, named, tr
from journeydesk.remote.posting.post import PostAnswer, post
from journeydesk.services.commands.base import start_action
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.services.receiver.keys import live, receiver_keys
from journeydesk.services.receiver.reading import known_customer
from journeydesk.services.receiver.running import noted_address
from journeydesk.services.receiver.settings import receiver_settings
from journeydesk.storage.alerts.lifecycle import standing
from journeydesk.storage.receiver.inbox import entry_state
from journeydesk.storage.records.records import find_by_key, get, set_deleted

Signature = Literal["right", "wrong", "none"]
StepState = Literal["passed", "failed", "skipped"]
PATH = "/api/webhook/customer-journey"
TEST_CUSTOMER = f"{PREFIX}TRYING01"
_FOLDED_WITHIN = 8.0
_LOOK_SECONDS = 0.05

SAMPLES: dict[str, dict[str, Any]] = {
    tr("Clicked a button"): {"event": "cta_clicked", "stage": "Planning", "metadata": {"cta": "Book a planning call"}},
    tr("Asked by a form"): {"event": "inquiry_submitted", "metadata": {"page": "/contact"}},
    tr("Paid"): {"event": "payment_succeeded", "metadata": {"value": 49, "order_id": "A-17"}},
    tr("Asked for a demo"): {"event": "demo_requested", "metadata": {"page": "/demo"}},
    tr("Called the API first"): {"event": "first_api_call"},
}
"""By what happened."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is looked at, and how it went."""

    state: StepState
    title: str
    detail: str
    milliseconds: float | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a message: the status (0 for no answer), the steps, and whose prospect it went to, None for nobody's. `event` is
    the one that was applied by it, so that it can be taken back; empty where none was."""

    at: str
    status: int
    steps: tuple[Step, ...]
    prospect: int | None
    event: str = ""

    @property
    def words(self) -> str:
        """In a line, for the list of what was tried before."""
        wrong = next((step for step in self.steps if step.state == "failed"), None)
        return wrong.detail if wrong is not None else tr("Accepted")


def sample(context: Context, name: str, customer: str = TEST_CUSTOMER) -> str:
    """A sample message as text, at this moment."""
    event = {"customer_id": customer, **SAMPLES[name], "timestamp": context.now()}
    if customer == TEST_CUSTOMER:
        event |= {"customer_name": tr("Test customer"), "customer_email": address_of(customer)}
    return json.dumps(event, indent=2, ensure_ascii=False)


def address(context: Context) -> str:
    """Where a message goes."""
    return (noted_address(context) or receiver_settings(context).address) + PATH


def signature_of(context: Context, known: Connections, body: bytes, which: Signature) -> str:
    """The signature that goes with it; empty for none. Raises KeyringMissing."""
    if which == "none":
        return ""
    secret = live(receiver_keys(context.database.folder, known, context.clock()).signing, context.clock())[0]
    return sign(secret if which == "right" else f"not {secret}", body)


def as_curl(context: Context, body: str, signature: str) -> str:
    """The same for a terminal; the secret is not in it."""
    quoted = body.replace("'", "'\\''")
    header = f" -H 'X-Webhook-Signature: {signature}'" if signature else ""
    return f"curl -i '{address(context)}' -H 'Content-Type: application/json'{header} --data-binary '{quoted}'"


def try_message(
    context: Context, known: Connections, text: str, which: Signature, sleep: Callable[[float], None] = time.sleep
) -> Tried:
    """Signs, sends and follows a message; for a thread other than the window's."""
    at, body = context.now(), text.encode()
    headers = {"Content-Type": "application/json"}
    signature = signature_of(context, known, body, which)
    if signature:
        headers["X-Webhook-Signature"] = signature
    before = _alerts(context, _prospect_of(context, text))
    answer = post(address(context), body, headers, allow_private=True, seconds=10.0)
    milliseconds = answer.seconds * 1000
    if not answer.status:
        detail = tr("{why}. Switch receiving on first.", why=answer.text)
        return Tried(at, 0, (Step("failed", tr("Receiver answers"), detail), *_not_reached(1)), None)
    said = _json(answer)
    if answer.status == 401:
        return Tried(at, 401, (Step("failed", tr("Signature is right"), str(said.get("error", ""))), *_not_reached(1)), None)
    right = Step("passed", tr("Signature is right"), tr("The secret on both sides is the same"))
    if answer.status != 202:
        reasons = [_reason(str(field["field"]), str(field["reason"])) for field in said.get("fields", [])[:3]]
        detail = " ".join(reasons) or str(said.get("error", answer.text[:120]))
        return Tried(at, answer.status, (right, Step("failed", tr("Message is complete"), detail), *_not_reached(2)), None)
    fields = json.loads(text)
    steps = [right, Step("passed", tr("Message is complete"), tr("{count} fields read", count=len(fields)))]
    tried = _follow(context, at, str(said["event_id"]), fields, steps, milliseconds, sleep)
    if tried.prospect is None:
        return tried
    return replace(tried, steps=(*tried.steps, _alert_step(before, _alerts(context, tried.prospect))))


def _prospect_of(context: Context, text: str) -> int | None:
    """Whom a message is for, as far as that can be read."""
    try:
        customer = json.loads(text).get("customer_id")
    except (ValueError, AttributeError, RecursionError):
        return None
    return known_customer(context, customer) if isinstance(customer, str) else None


def _alerts(context: Context, prospect: int | None) -> dict[str, str]:
    """The rules of a prospect's alerts that stand, by the alert's key."""
    if prospect is None:
        return {}
    with context.database.read() as connection:
        return {alert.key: alert.rule for alert in standing(connection, [RecordId(prospect)]) if not alert.cleared}


def _alert_step(before: Mapping[str, str], after: Mapping[str, str]) -> Step:
    rules = ", ".join(named(rule) for key, rule in after.items() if key not in before)
    if rules:
        return Step("passed", tr("Raised an alert"), rules[:1].upper() + rules[1:])
    return Step("skipped", tr("No alert"), tr("No rule that is switched on fires by it"))


def take_back_event(context: Context, tried: Tried) -> str:
    """Takes an event that was applied back, as one step to undo: places, points and alerts are as if it had not come. Returns the
    step's label. Raises UserError where it is gone already."""
    with start_action(context, "") as action:
        record = find_by_key(action.connection, "events", tried.event)
        row = get(action.connection, "events", record) if record is not None else None
        if record is None or row is None or row["deleted"]:
            raise UserError(tr("The event was taken back already."))
        action.label = tr("Took the event of a test back")
        action.changed(set_deleted(action.connection, "events", record, True, action.author))
        if tried.prospect is not None:
            action.prospects.add(RecordId(tried.prospect))
            evaluate_within(context, action.connection, [RecordId(tried.prospect)])
        action.kinds |= {"prospects", "positions", "alerts"}
    return action.label


def _follow(
    context: Context,
    at: str,
    event: str,
    fields: dict[str, Any],
    steps: list[Step],
    milliseconds: float,
    sleep: Callable[[float], None],
) -> Tried:
    with context.database.read() as connection:
        state = entry_state(connection, event)
    is_new = state is not None and state[0] >= at
    again = tr("Sent twice, it counts once") if is_new else tr("It came before, and counts once")
    steps.append(Step("passed", tr("Not seen before") if is_new else tr("Seen before"), again))
    steps.append(Step("passed", tr("Stored on this computer"), tr("Event {event}", event=event), milliseconds))
    began = time.monotonic()
    while state is not None and state[1] is None and time.monotonic() - began < _FOLDED_WITHIN:
        sleep(_LOOK_SECONDS)
        with context.database.read() as connection:
            state = entry_state(connection, event)
    took = (time.monotonic() - began) * 1000
    if state is None or state[1] is None:
        steps.append(Step("failed", tr("Applied"), tr("It waits in the inbox still, and is not lost")))
        return Tried(at, 202, tuple(steps), None)
    if state[2]:
        steps.append(Step("failed", tr("Applied"), state[2]))
        return Tried(at, 202, tuple(steps), None)
    customer = str(fields.get("customer_id", ""))
    if is_test_customer(customer, fields.get("customer_email")):
        steps.append(Step("passed", tr("Applied to the test customer"), tr("No prospect and no figure changes"), took))
        return Tried(at, 202, tuple(steps), None)
    prospect = known_customer(context, customer)
    with context.database.read() as connection:
        stored = find_by_key(connection, "events", event)
        row = get(connection, "prospects", prospect) if prospect is not None else None
    if stored is None or row is None:
        detail = tr("Nobody is known by “{customer}”. It waits below, to be given to somebody", customer=customer[:60])
        steps.append(Step("skipped", tr("Waits for its customer"), detail, took))
        return Tried(at, 202, tuple(steps), None)
    name = str(row["company"] or row["contact_name"] or row["key"])
    stage, points = row["journey_stage"] or "–", figure(int(row["journey_points"] or 0))
    detail = tr("{stage}, {points} points now", stage=stage, points=points)
    steps.append(Step("passed", tr("Applied to {name}", name=name), detail, took))
    return Tried(at, 202, tuple(steps), prospect, event if is_new else "")


def _not_reached(after: int) -> list[Step]:
    titles = (
        tr("Signature is right"),
        tr("Message is complete"),
        tr("Not seen before"),
        tr("Stored on this computer"),
        tr("Applied"),
    )
    return [Step("skipped", title, tr("Not reached")) for title in titles[after:]]


def _reason(field: str, reason: str) -> str:
    return reason if reason.startswith(f"{field}:") else f"{field}: {reason}"


def _json(answer: PostAnswer) -> dict[str, Any]:
    try:
        values = json.loads(answer.text)
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}
