"""Who is told, of which events. A target is of this computer alone, so that nobody is told twice by a team."""

import contextlib
import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from journeydesk.credentials import forget, keep_secret, secret_of
from journeydesk.domain.app_links import address_parts
from journeydesk.domain.errors import KeyringMissing, UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.events import EVENT_TYPES
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.webhooks.standard import new_secret
from journeydesk.domain.words import tr
from journeydesk.keyrings.beside import system_vault
from journeydesk.keyrings.vault import Vault
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.storage.facts.events import newest_event
from journeydesk.storage.receiver import outgoing

WEBHOOK = "webhook"
Vaults = Callable[[], Vault]
USUAL = ("application_received", "beta_activated")
_OLD_HOLDS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Target:
    """`state` is `on`, `off`, or `gone` where the other side said so for good."""

    id: str
    kind: str
    url: str
    events: tuple[str, ...]
    state: str
    since: str
    seen: int
    options: Mapping[str, Any] = field(default_factory=dict)


def all_targets(context: Context) -> list[Target]:
    """All of them, in the order in which they were made."""
    with context.database.read() as connection:
        rows = outgoing.targets(connection)
    return [
        Target(
            row.id, row.kind, row.url, tuple(json.loads(row.events)), row.state, row.since, row.seen, json.loads(row.options)
        )
        for row in rows
    ]


def add_target(
    context: Context,
    url: str,
    events: Sequence[str] = USUAL,
    *,
    kind: str = WEBHOOK,
    options: Mapping[str, Any] | None = None,
    secret: str | None = None,
    vault: Vaults = system_vault,
) -> Target:
    """A new target, told of what happens from now on. Its `secret`, by default one to sign with, is kept first. Raises UserError for
    an address or an event type that cannot be, KeyringMissing where the secret is not kept; then there is no target."""
    parts = address_parts(url)
    private = bool((options or {}).get("allow_private"))
    if parts.scheme not in ("http", "https") or not parts.hostname or any(letter.isspace() for letter in url):
        raise UserError(tr("“{url}” is not an address to post to. Write it like https://example.com/hook.", url=url[:80]))
    if not private and _is_private(parts.hostname):
        raise UserError(
            tr(
                "{host} lies in a private network or on this computer, and nothing is told there unless that is allowed. Allow it "
                "with --allow-private on the command line, or “Allow private addresses” in the window.",
                host=parts.hostname,
            )
        )
    if parts.scheme == "http" and not private:
        raise UserError(
            tr(
                "Use https: over http anybody on the way could read what is told. http is for private addresses, where those are "
                "allowed: --allow-private on the command line, “Allow private addresses” in the window."
            )
        )
    _check_events(events)
    name = f"tgt_{secrets.token_hex(6)}"
    keep_secret(context.database.folder, name, secret or _first_secret(), vault)
    with context.database.write() as connection:
        target = Target(
            name,
            kind,
            url,
            tuple(events),
            "on",
            context.now(),
            newest_event(connection),
            dict(options or {}),
        )
        outgoing.put_target(connection, _row(target))
    _tell(context)
    return target


def change_target(context: Context, target: Target, **values: Any) -> Target:
    """Changes some of a target's values; one that is switched on again is told of what happens from then on."""
    changed = replace(target, **values)
    _check_events(changed.events)
    with context.database.write() as connection:
        if changed.state == "on" and target.state != "on":
            changed = replace(changed, seen=newest_event(connection))
        outgoing.put_target(connection, _row(changed))
    _tell(context)
    return changed


def remove_target(context: Context, target: str, vault: Vaults = system_vault) -> None:
    """Forgets a target, what it was told, and its secret; where the keyring does not answer, the secret stays for now."""
    with context.database.write() as connection:
        outgoing.remove_target(connection, target)
    with contextlib.suppress(KeyringMissing):
        forget(context.database.folder, [target], vault)
    _tell(context)


def target_named(context: Context, name: str) -> Target:
    """The target with this id or address. Raises UserError where there is none."""
    for target in all_targets(context):
        if name in (target.id, target.url):
            return target
    raise UserError(tr("Nobody is told at “{name}”. List who is with: journeydesk hooks", name=name[:80]))


def target_secrets(folder: Path, target: str, now: datetime, vault: Callable[[], Vault] = system_vault) -> list[str]:
    """What a target's messages are signed with, the newest first; made on first use. Raises KeyringMissing."""
    kept = secret_of(folder, target, vault)
    if kept is None:
        kept = _first_secret()
        keep_secret(folder, target, kept, vault)
    return [each["secret"] for each in json.loads(kept) if each["until"] is None or moment_of(each["until"]) > now]


def _first_secret() -> str:
    return json.dumps([{"secret": new_secret(), "until": None}])


def replace_target_secret(folder: Path, target: str, now: datetime, vault: Callable[[], Vault] = system_vault) -> str:
    """A new secret for a target; for a day both sign."""
    held = target_secrets(folder, target, now, vault)
    fresh = new_secret()
    until = moment_text(now + _OLD_HOLDS)
    entries = [{"secret": fresh, "until": None}, {"secret": held[0], "until": until}]
    keep_secret(folder, target, json.dumps(entries), vault)
    return fresh


def _is_private(host: str) -> bool:
    """Whether it says itself that it is no public one; what another name stands for is seen when it is told."""
    from journeydesk.remote.safe_address import is_public

    try:
        return not is_public(host)
    except ValueError:
        return False


def _check_events(events: Sequence[str]) -> None:
    if not events:
        raise UserError(tr("Choose at least one event to tell of."))
    for event in events:
        if event not in EVENT_TYPES:
            raise UserError(
                tr(
                    "“{event}” is not an event type. Use one of {allowed}.",
                    event=event[:80],
                    allowed=", ".join(sorted(EVENT_TYPES)),
                )
            )


def _row(target: Target) -> outgoing.TargetRow:
    return outgoing.TargetRow(
        target.id,
        target.kind,
        target.url,
        json.dumps(list(target.events)),
        json.dumps(dict(target.options)),
        target.state,
        target.since,
        target.seen,
    )


def _tell(context: Context) -> None:
    context.publish(Change(frozenset({"settings"}), None, "user"))
