"""Sending what is due. Each attempt's outcome is on disk before the next begins; a kill repeats at most one, under the same id."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random

from journeydesk.domain.time import moment_text
from journeydesk.domain.webhooks.standard import Verdict, judge, signed_headers
from journeydesk.keyrings.beside import system_vault
from journeydesk.remote.posting.guarded import PrivateAddress
from journeydesk.remote.posting.post import post
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.events_out.analytics import GA4, MIXPANEL
from journeydesk.services.events_out.queue import queue_new
from journeydesk.services.events_out.targets import WEBHOOK, Target, Vaults, all_targets, target_secrets
from journeydesk.services.events_out.telling_analytics import MOST_AT_ONCE, send_google, send_mixpanel
from journeydesk.services.sync.working_offline import works_offline
from journeydesk.storage.engine.file_lock import FileLock
from journeydesk.storage.receiver import outgoing
from journeydesk.storage.receiver.outgoing import Delivery

LOCK_NAME = "events-out.lock"
_AT_ONCE = 200
_LONGEST_ANSWER = 300

Send = Callable[[Context, Target, Sequence[Delivery], Vaults], list[tuple[Verdict, str]]]
"""One attempt for each; what becomes of it, and the answer in words."""


def send_webhooks(context: Context, target: Target, deliveries: Sequence[Delivery], vault: Vaults) -> list[tuple[Verdict, str]]:
    """One attempt at each webhook."""
    return [_send_webhook(context, target, each, vault) for each in deliveries]


def _send_webhook(context: Context, target: Target, delivery: Delivery, vault: Vaults) -> tuple[Verdict, str]:
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


SENDERS: dict[str, tuple[Send, int]] = {
    WEBHOOK: (send_webhooks, 1),
    GA4: (send_google, 1),
    MIXPANEL: (send_mixpanel, MOST_AT_ONCE),
}
"""What sends to a kind of target, and how many at once."""


def tell_others(context: Context, stopping: Callable[[], bool] = lambda: False, vault: Vaults = system_vault) -> int:
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
    waiting = list(due)
    while waiting and not stopping():
        # Read again for each: the other side may have gone with the one before.
        target = {each.id: each for each in all_targets(context)}.get(waiting[0].target)
        if target is None or target.state != "on":
            waiting.pop(0)
            continue
        send, most = SENDERS[target.kind]
        together = [each for each in waiting if each.target == target.id][:most]
        waiting = [each for each in waiting if each not in together]
        for delivery, (verdict, answer) in zip(together, send(context, target, together, vault), strict=True):
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
