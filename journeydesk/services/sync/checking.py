"""Checking a service for real, and remembering what came of it."""

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError, WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.remote.opening import REMOTE_NAME
from journeydesk.services.agent.card import AGENT_DOOR, check_door
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.events_out.card import KINDS, check_told
from journeydesk.services.payments.stripe_key import stripe_access
from journeydesk.services.phone.card import PHONE, check_phone_page
from journeydesk.services.queries.integrations import CLAUDE, FILES, MAIL, services_on
from journeydesk.services.receiver.card import SERVICE_NAME, check_receiver_answers
from journeydesk.services.scenarios.account import MAKE
from journeydesk.services.sync.connecting import open_configured, remote_access
from journeydesk.services.upgrades.key import UPGRADES
from journeydesk.storage.payments.stripe_mirror import STRIPE
from journeydesk.storage.sync.api_calls import note_check
from journeydesk.storage.sync.table_maps import table_maps

CHECKED_EVERY_MINUTES = 15


def check_service(context: Context, known: Connections, name: str, ask: Callable[[], str] | None = None) -> bool:
    """Asks the service, writes the result down and tells the screens; whether it works. For a thread other than the window's.

    `ask` says what came of a check that is not of the services' own knowledge, and raises JourneydeskError where it fails.
    """
    began = time.monotonic()
    check = ask or check_of(context, known, name)
    try:
        text, ok = check(), True
    except JourneydeskError as problem:
        text, ok = str(problem), False
    note_result(context, name, ok, text, time.monotonic() - began)
    return ok


def check_here(context: Context, known: Connections) -> None:
    """Checks the services that are on and answer on this computer; what is far away is noted by each pass, round and telling itself. Not
    the agent's door, which a check would start. For a thread other than the window's."""
    for name in services_on(context, here_only=True):
        if name != AGENT_DOOR:
            check_service(context, known, name)


def check_of(context: Context, known: Connections, name: str) -> Callable[[], str]:
    """What asks a service for real: says in a sentence that it works, and raises JourneydeskError where it does not."""
    checks = {
        REMOTE_NAME: partial(_remote, context, known),
        FILES: partial(_files, context),
        **{told: partial(check_told, context, told) for told in KINDS},
        SERVICE_NAME: partial(check_receiver_answers, context, known),
        MAIL: partial(_mail, context, known),
        CLAUDE: partial(_claude, context, known),
        MAKE: partial(_make, context, known),
        PHONE: partial(check_phone_page, context),
        STRIPE: partial(newest_payment, context, known),
        AGENT_DOOR: partial(check_door, context),
        UPGRADES: partial(_links, context, known),
    }
    return checks[name]


def note_result(context: Context, name: str, ok: bool, text: str, seconds: float) -> None:
    """Writes down what came of asking a service, and tells the screens."""
    with context.database.write() as connection:
        note_check(connection, name, context.now(), ok, text, round(seconds, 3))
    context.publish(Change(frozenset({"settings"}), None, "sync"))


@dataclass(frozen=True, slots=True)
class FieldCheck:
    """The base as it answers: how many tables it has, how many fields are matched, and those that are gone, as `table.field`."""

    tables: int
    matched: int
    missing: tuple[str, ...]


def check_fields(context: Context, known: Connections) -> FieldCheck:
    """Holds the matched fields against the base. Raises the errors of the remote."""
    tables = open_configured(context, remote_access(context, known)).schema()
    ids = {field.id for table in tables for field in table.fields}
    with context.database.read() as connection:
        matched = [(f"{slug}.{field}", id) for slug, map in table_maps(connection).items() for field, id in map.fields.items()]
    return FieldCheck(len(tables), len(matched), tuple(name for name, id in matched if id not in ids))


def _remote(context: Context, known: Connections) -> str:
    fields = check_fields(context, known)
    if fields.missing:
        raise JourneydeskError(
            tr(
                "These fields are gone in {remote_name}: {missing}. Set the connection up again to match them.",
                remote_name=REMOTE_NAME,
                missing=", ".join(fields.missing),
            )
        )
    return tr("{tables} tables answer", tables=fields.tables)


def _files(context: Context) -> str:
    folder = context.database.folder / "reports"
    said = f"check {context.now()}".encode()
    try:
        folder.mkdir(exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".check-") as file:
            file.write(said)
            file.flush()
            back = Path(file.name).read_bytes()
    except OSError as problem:
        raise WorldError(
            tr("Nothing can be written to {folder}: {strerror}. Free some space.", folder=folder, strerror=problem.strerror)
        ) from problem
    if back != said:
        raise WorldError(
            tr(
                "What was written to {folder} reads otherwise. The disk may be failing: copy the workspace elsewhere.",
                folder=folder,
            )
        )
    return tr("A file was written and read back")


def _mail(context: Context, known: Connections) -> str:
    from journeydesk.services.mail.checking import check_mail

    return check_mail(context, known)


def _claude(context: Context, known: Connections) -> str:
    from journeydesk.services.generated.key import check_claude, claude_access

    access = claude_access(context, known)
    if access is None:
        raise JourneydeskError(tr("No key of Claude is known on this computer. Set it up in Settings, Integrations."))
    return check_claude(access)


def _make(context: Context, known: Connections) -> str:
    from journeydesk.services.scenarios.listing import check_make

    return check_make(context, known)


def _links(context: Context, known: Connections) -> str:
    from journeydesk.services.upgrades.key import check_checkout, checkout_access

    access = checkout_access(context, known)
    if access is None:
        raise JourneydeskError(tr("No key for payment links is known on this computer. Set it up in Settings, Integrations."))
    return check_checkout(context, access)


def newest_payment(context: Context, known: Connections) -> str:
    """Reads the newest payment from Stripe. Raises JourneydeskError where that fails."""
    from journeydesk.remote.stripe.client import StripeReader

    access = stripe_access(context, known)
    if access is None:
        raise JourneydeskError(tr("No Stripe key is known on this computer. Connect it with: journeydesk setup --stripe"))
    with StripeReader(access.url, access.key, secret_live=access.secret_live) as reader:
        newest = next(iter(reader.everything("charge")), None)
    return tr("No payment yet") if newest is None else tr("Newest payment was read")
