"""Connecting a workspace to Airtable and Stripe, and one pass of sync with both."""

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from journeydesk import credentials
from journeydesk.config import Connections
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.values import moment_text
from journeydesk.remote.airtable import AirtableRemote
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.evaluation import evaluate
from journeydesk.storage.sync_state import get_meta, set_meta, watermark
from journeydesk.sync.budget import Pace
from journeydesk.sync.engine import SyncOutcome, run_pass
from journeydesk.sync.ports import AccessDenied, QuotaReached, RemoteUnreachable, TokenRefused
from journeydesk.sync.setup import TableMatch, set_up
from journeydesk.sync.work import Progress

AIRTABLE = "https://api.airtable.com"
# Just under the 5 a second that a base allows for the whole team.
CALLS_PER_SECOND = 4.9


@dataclass(frozen=True, slots=True)
class AirtableAccess:
    """How to reach the base."""

    url: str
    token: str
    base: str


def airtable_access(context: Context, known: Connections) -> AirtableAccess:
    """From the environment first, then the workspace and the keyring. Raises UserError saying what is missing."""
    with context.database.read() as connection:
        url = known.airtable_url or get_meta(connection, "airtable_url") or AIRTABLE
        base = known.airtable_base or get_meta(connection, "airtable_base")
    token = known.airtable_token
    if token is None:
        with contextlib.suppress(WorldError):
            token = credentials.SystemKeyring().get(f"airtable {context.database.folder}")
    missing = [name for name, value in (("token", token), ("base", base)) if not value]
    if token is None or base is None:
        raise UserError(
            f"Airtable is not connected: the {' and the '.join(missing)} is missing. Set JOURNEYDESK_AIRTABLE_TOKEN and "
            "JOURNEYDESK_AIRTABLE_BASE, or connect it in the window."
        )
    return AirtableAccess(url, token, base)


def open_airtable(context: Context, access: AirtableAccess, sleep: Callable[[float], None] = time.sleep) -> AirtableRemote:
    """The base, ready for requests."""
    with context.database.read() as connection:
        stored = get_meta(connection, "calls_per_second")
    pace = Pace(float(stored) if stored else CALLS_PER_SECOND, time.monotonic, sleep)
    return AirtableRemote(access.url, access.token, access.base, pace)


def connect(context: Context, access: AirtableAccess, create: bool) -> tuple[list[TableMatch], list[str]]:
    """Matches the base's tables and fields, on request makes what is missing; the token goes to the keyring if there is one."""
    remote = open_airtable(context, access)
    matches, made = set_up(context.database, remote, create, context.now())
    with context.database.write() as connection:
        set_meta(connection, "airtable_url", access.url)
        set_meta(connection, "airtable_base", access.base)
        set_meta(connection, "token_refused", None)
    with contextlib.suppress(WorldError):
        credentials.SystemKeyring().put(f"airtable {context.database.folder}", access.token)
    context.publish(Change(frozenset({"sync", "settings"})))
    return matches, made


def sync_once(
    context: Context,
    known: Connections,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[Progress], None] = lambda _: None,
    sleep: Callable[[float], None] = time.sleep,
    seam: Callable[[str], None] = lambda _: None,
) -> SyncOutcome:
    """One full pass: Airtable, Stripe where it is connected, then the rules over all that it touched."""
    access = airtable_access(context, known)
    remote = open_airtable(context, access, sleep)
    began = moment_text(context.clock())
    with context.database.read() as connection:
        first = watermark(connection, "prospects")[0] is None
    with _facts(context):
        outcome = run_pass(
            context.database,
            remote,
            clock=context.clock,
            sleep=sleep,
            settle_seconds=known.settle_seconds,
            cancelled=cancelled,
            progress=partial(_tell_progress, context, progress),
            seam=seam,
        )
        if known.stripe_key:
            from journeydesk.services.payments import sync_payments

            paid = sync_payments(context, known.stripe_url, known.stripe_key)
        else:
            paid = frozenset()
        evaluate(context, None if first else outcome.prospects | paid, began)
    # Folded in now, in an idle moment, so that the next save does not pay for it.
    context.database.checkpoint()
    context.publish(Change(outcome.kinds | {"sync", "positions", "alerts"}, None, "sync"))
    return outcome


@contextlib.contextmanager
def _facts(context: Context) -> Iterator[None]:
    """Keeps what the pill tells: at work, offline since, paused and why."""
    _note(context, {"running": "1"})
    try:
        yield
    except RemoteUnreachable:
        with context.database.read() as connection:
            since = get_meta(connection, "offline_since")
        _note(context, {"offline_since": since or context.now()})
        raise
    except TokenRefused:
        _note(context, {"token_refused": "1"})
        raise
    except (AccessDenied, QuotaReached) as problem:
        reason = "monthly limit" if isinstance(problem, QuotaReached) else "access denied"
        _note(context, {"paused_reason": reason})
        raise
    else:
        _note(context, {"offline_since": None, "token_refused": None, "paused_reason": None})
    finally:
        _note(context, {"running": None, "done": None, "total": None})
        context.publish(Change(frozenset({"sync"}), None, "sync"))


def _note(context: Context, facts: dict[str, str | None]) -> None:
    with context.database.write() as connection:
        for name, value in facts.items():
            set_meta(connection, name, value)


def _tell_progress(context: Context, listener: Callable[[Progress], None], progress: Progress) -> None:
    _note(context, {"done": str(progress.done), "total": str(progress.total) if progress.total else None})
    context.publish(Change(frozenset({"sync"}), None, "sync"))
    listener(progress)
