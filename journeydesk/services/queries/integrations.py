"""The integrations page: what each service is for, whether it works, and when that was last seen."""

from collections.abc import Sequence

from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.remote.opening import REMOTE_NAME, REMOTE_SLUG
from journeydesk.services.context import Context
from journeydesk.services.rows.sync import ServiceState
from journeydesk.storage.payments.stripe_mirror import is_begun
from journeydesk.storage.sync.api_calls import ServiceCheck, last_checks
from journeydesk.storage.sync.meta import get_meta
from journeydesk.storage.sync.table_maps import synced_fields

SLOW_SECONDS = 5.0
_CHECKS = 4
_SERVICES = (
    (REMOTE_NAME, "table", tr("Base answers and all matched fields are there")),
    ("Stripe", "card", tr("Newest payment can be read")),
)


NOTIFICATIONS, FILES = "Notifications", "Files"
_LOCAL = (
    (NOTIFICATIONS, tr("Alerts on this desktop"), "bell", tr("This desktop can show a notification")),
    (FILES, tr("Reports, exports and copies"), "file", tr("A report can be written and read back")),
)
"""What is of this computer: nobody sets it up, and a check says how it stands."""


def service_states(context: Context) -> list[ServiceState]:
    """Each service with its last checks, newest first."""
    with context.database.read() as connection:
        fields = sum(synced_fields(connection).values())
        base = get_meta(connection, f"{REMOTE_SLUG}_base")
        stripe = is_begun(connection)
        names = [*(name for name, _, _ in _SERVICES), *(name for name, *_ in _LOCAL)]
        checks = {name: last_checks(connection, name, _CHECKS) for name in names}
        last_sync = get_meta(connection, "last_success")
    connections = {
        REMOTE_NAME: (base is not None, tr("{fields} fields matched", fields=fields)),
        "Stripe": (stripe, tr("Restricted key, read only")),
    }
    remote = [_state(name, icon, criterion, *connections[name], checks[name], last_sync) for name, icon, criterion in _SERVICES]
    return [*remote, *(_local(name, what, icon, criterion, checks[name]) for name, what, icon, criterion in _LOCAL)]


def _local(name: str, what: str, icon: str, criterion: str, checks: Sequence[ServiceCheck]) -> ServiceState:
    return _state(name, icon, criterion, bool(checks), what, checks, None)


def _state(
    name: str,
    icon: str,
    criterion: str,
    connected: bool,
    subtitle: str,
    checks: Sequence[ServiceCheck],
    last_sync: str | None,
) -> ServiceState:
    lines = tuple((moment_of(check.at), bool(check.ok), check.text or "", check.seconds or 0.0) for check in checks)
    synced = moment_of(last_sync) if last_sync and connected else None
    last_success = next((at for at, ok, _, _ in lines if ok), synced)
    newest = lines[0] if lines else None
    if not connected:
        local = any(name == known for known, *_ in _LOCAL)
        return ServiceState(name, tr("Not checked yet") if local else tr("Not set up"), icon, "Off", None, None, criterion)
    failed = newest is not None and not newest[1]
    slow = newest is not None and newest[3] > SLOW_SECONDS
    return ServiceState(
        name=name,
        subtitle=subtitle,
        icon=icon,
        state="Not working" if failed else "Slow" if slow else "Working",
        last_checked=newest[0] if newest else synced,
        last_success=last_success,
        criterion=criterion,
        problem_title=tr("{name}: the last check failed", name=name) if failed else "",
        failures=next((place for place, line in enumerate(lines) if line[1]), len(lines)),
        problem_text=newest[2] if failed and newest else "",
        checks=lines,
    )
