"""Sending what is due. Each attempt's outcome is on disk before the next begins; a kill repeats at most one, under the same id."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random

from journeydesk.credentials import SystemKeyring, Vault
from journeydesk.domain.time import moment_text
from journeydesk.domain.webhooks.standard import Verdict, judge, signed_headers
from journeydesk.remote.posting.guarded import PrivateAddress
from journeydesk.remote.posting.post import post
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.events_out.queue import queue_new
from journeydesk.services.events_out.targets import WEBHOOK, Target, all_targets, target_secrets
from journeydesk.services.sync.working_offline import works_offline
from journeydesk.storage.engine.file_lock import FileLock
from journeydesk.storage.receiver import outgoing
from journeydesk.storage.receiver.outgoing import Delivery

LOCK_NAME = "events-out.lock"
_AT_ONCE = 50
_LONGEST_ANSWER = 300

Vaults = Callable[[], Vault]
Send = Callable[[Context, Target, Delivery, Vaults], tuple[Verdict, str]]
"""One attempt; what becomes of the delivery, and the answer in words."""


def send_webhook(context: Context, target: Target, delivery: Delivery, vault: Vaults) -> tuple[Verdict, str]:
    """One attempt at a webhook."""
    now = context.clock()
    body = delivery.body.encode()
    secrets = target_secrets(context.database.folder, target.id, now, vault)
    headers = signed_headers(delivery.id, int(now.timestamp()), body, secrets)
    try:
        answer = post(target.url, body, headers, allow_private=bool(target.options.get("allow_private")))
    except PrivateAddress as problem:
        return Verdict("dead"), str(problem)
    verdict = judge(answer.status, answer.headers, delivery.attempts + 1, now, Random())
    return verdict, f"{answer.status or ''} {answer.text}".strip()


SENDERS: dict[str, Send] = {WEBHOOK: send_webhook}


def tell_others(context: Context, stopping: Callable[[], bool] = lambda: False, vault: Vaults = SystemKeyring) -> int:
    """Queues what is new and sends what is due; returns how many attempts were made. One program does it at a time; the others do
    nothing. Nothing is sent while a person works offline."""
    if works_offline(context) or not all_targets(context):
        return 0
    lock = FileLock(context.database.folder / LOCK_NAME)
    if not lock.take():
        return 0
    try:
        queue_new(context)
        with context.database.read() as connection:
            due = outgoing.due_deliveries(connection, context.now(), _AT_ONCE)
        return _send_each(context, due, stopping, vault)
    finally:
        lock.let_go()


def _send_each(context: Context, due: Sequence[Delivery], stopping: Callable[[], bool], vault: Vaults) -> int:
    attempts = 0
    for delivery in due:
        # Read again for each: the other side may have gone with the one before.
        target = {each.id: each for each in all_targets(context)}.get(delivery.target)
        if stopping():
            break
        if target is None or target.state != "on":
            continue
        verdict, answer = SENDERS[target.kind](context, target, delivery, vault)
        due_at = moment_text(context.clock() + timedelta(seconds=verdict.wait))
        with context.database.write(counted=False) as connection:
            outgoing.note_attempt(connection, delivery.number, verdict.state, due_at, answer[:_LONGEST_ANSWER])
            if verdict.target_gone:
                outgoing.note_state(connection, target.id, "gone")
        attempts += 1
    if attempts:
        context.publish(Change(frozenset({"settings"}), None, "sync"))
    return attempts


def send_again(context: Context, numbers: Sequence[int]) -> int:
    """Lays dead letters back into the queue; returns how many."""
    with context.database.write(counted=False) as connection:
        return outgoing.send_again(connection, numbers, context.now())
