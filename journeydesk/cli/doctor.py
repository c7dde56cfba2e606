"""`journeydesk doctor`: each check with its result and, where it fails, its fix; --mend repairs first. No secret is ever printed."""

import argparse
import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from journeydesk import config, credentials
from journeydesk.cli.output import DONE, FAILED, say
from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.services.workspace import doctor as checks
from journeydesk.services.workspace.doctor import Check


def _database() -> Check:
    from journeydesk.cli.opening import workspace

    with workspace() as (context, _):
        return checks.database(context)


def _airtable(offline: bool) -> Check:
    from journeydesk.cli.opening import workspace
    from journeydesk.services.sync.working_offline import works_offline

    with workspace() as (context, known):
        return checks.airtable(context, known, offline=offline or works_offline(context))


def _repair() -> Check:
    from journeydesk.services.workspace.repair import is_empty, repair

    folder, known = config.paths().workspace, config.connections()
    if is_empty(folder):
        return Check("mending", True, tr("there is no workspace yet"))
    key = credentials.database_key(folder, known.passphrase)
    done = repair(folder, key, datetime.now(UTC), known.actor or getpass.getuser())
    return Check("mending", True, done.words())


def _services(offline: bool) -> list[Check]:
    """The services that are switched on, `offline` without asking any on the network; a workspace that cannot be opened is told of by
    the database's own check."""
    from journeydesk.cli.opening import workspace
    from journeydesk.services.sync.working_offline import works_offline

    try:
        with workspace() as (context, known):
            return checks.look(checks.service_checks(context, known, offline=offline or works_offline(context)))
    except JourneydeskError:
        return []


def doctor(arguments: argparse.Namespace) -> int:
    """Runs every check, each on its own: one that fails does not stop the others."""
    offline: bool = arguments.offline
    wanted: list[tuple[str, Callable[[], Check]]] = [("mending", _repair)] if arguments.mend else []
    wanted += [("folders", checks.folders), ("disk", checks.disk), ("keyring", checks.keyring), ("database", _database)]
    wanted += [("airtable", partial(_airtable, offline)), ("fonts", checks.fonts)]
    results = checks.look(wanted) + _services(offline)
    lines = []
    widest = max(len(result.name) for result in results)
    for result in results:
        lines.append(f"{'ok  ' if result.ok else 'FAIL'}  {result.name:<{widest}}  {result.found}")
        if not result.ok:
            lines.append(f"      {result.fix}")
    facts = [{"name": r.name, "ok": r.ok, "found": r.found} | ({} if r.ok else {"fix": r.fix}) for r in results]
    healthy = all(result.ok for result in results)
    say(arguments, "\n".join(lines), {"ok": healthy, "checks": facts})
    return DONE if healthy else FAILED
