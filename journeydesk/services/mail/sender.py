"""Which computer sends what goes by itself, so that no prospect gets anything twice (docs/rules.md, "E-mail").

The team names one computer, and that is shared. A computer sends by itself only while its last pass with the base began at most ten minutes
ago: whoever was named before has stopped by then. The one that takes over waits twenty minutes, and leaves to a person what was due before
it did. Both are measured on the clock of one computer; no two clocks are compared.
"""

import hashlib
import platform
from datetime import timedelta

from journeydesk.domain.mail.templates import TITLES
from journeydesk.domain.settings.mail import MailSender
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.remote.opening import REMOTE_SLUG
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.context import Context
from journeydesk.services.sync.session import LAST_BEGAN
from journeydesk.storage.sync.meta import get_meta

FRESH = timedelta(minutes=10)
HANDOVER = timedelta(minutes=20)


def this_computer(context: Context) -> str:
    """This workspace on this computer: a copy of the folder elsewhere is another."""
    file = context.database.folder / "workspace.id"
    identity = file.read_text(encoding="ascii").strip() if file.exists() else str(context.database.folder)
    return hashlib.sha256(f"{identity}|{platform.node()}".encode()).hexdigest()[:16]


def sends_here(context: Context) -> bool:
    """Whether this computer is the one that is named."""
    sender = context.settings.mail.sender
    return sender is not None and sender.computer == this_computer(context)


def take_over(context: Context) -> None:
    """Names this computer from now on."""
    sender = MailSender(this_computer(context), f"{context.actor} on {platform.node() or 'this computer'}", context.now())
    value = {"computer": sender.computer, "name": sender.name, "since": sender.since}
    change_settings(context, {"mail.sender": value}, tr("What goes by itself is sent from this computer"))


def switch_by_itself(context: Context, template: str, on: bool) -> None:
    """Lets a template go without a person, for what happens from now on, or not. Where no computer is named yet, this one is."""
    by_itself = {name: since for name, since in context.settings.mail.by_itself.items() if name != template}
    if on:
        by_itself[template] = context.now()
    title = TITLES[template]
    label = tr("“{title}” goes by itself", title=title) if on else tr("“{title}” waits for a person", title=title)
    drafted = sorted(context.settings.mail.drafted - {template})
    change_settings(context, {"mail.by_itself": by_itself, "mail.drafted": drafted if on else _with(context, template)}, label)
    if on and context.settings.mail.sender is None:
        take_over(context)


def switch_drafted(context: Context, template: str) -> None:
    """Lets a template become messages that wait for a person."""
    switch_by_itself(context, template, False)


def switch_off(context: Context, template: str) -> None:
    """Nothing is written by this template."""
    by_itself = {name: since for name, since in context.settings.mail.by_itself.items() if name != template}
    drafted = sorted(context.settings.mail.drafted - {template})
    change_settings(
        context, {"mail.by_itself": by_itself, "mail.drafted": drafted}, tr("“{titles}” is off", titles=TITLES[template])
    )


def _with(context: Context, template: str) -> list[str]:
    return sorted(context.settings.mail.drafted | {template})


def why_waiting(context: Context) -> str | None:
    """Why what goes by itself does not go from here now; None where it may."""
    sender = context.settings.mail.sender
    if sender is None or sender.computer != this_computer(context):
        return (
            tr("Another computer sends what goes by itself.")
            if sender
            else tr("No computer is named to send what goes by itself.")
        )
    with context.database.read() as connection:
        if get_meta(connection, f"{REMOTE_SLUG}_base") is None:
            return None
        last = get_meta(connection, LAST_BEGAN)
    now = context.clock()
    if moment_of(sender.since) + HANDOVER > now:
        return tr("This computer took over a moment ago and waits until the one before has stopped.")
    if last is None or moment_of(last) + FRESH < now:
        return tr("The last sync is too long ago to know whether another computer has sent it. It goes with the next one.")
    return None
