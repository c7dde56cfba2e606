"""`journeydesk doctor`: each check with its result and, where it fails, its fix; --mend repairs first. No secret is ever printed."""

import argparse
import getpass
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from journeydesk import config, credentials
from journeydesk.cli.output import DONE, FAILED, say
from journeydesk.domain.errors import JourneydeskError

_ENOUGH_DISK = 500 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what was found, and what to do where it is not good."""

    name: str
    ok: bool
    found: str
    fix: str = ""


def _folders() -> Check:
    where = config.paths()
    return Check("folders", True, f"workspace {where.workspace}, settings {where.config}")


def _disk() -> Check:
    folder = config.paths().data
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(existing).free
    return Check("disk", free > _ENOUGH_DISK, f"{free // 2**20:,} MB free", "Free some space; the database needs room to grow.")


def _keyring() -> Check:
    known = config.connections()
    try:
        credentials.SystemKeyring()
    except credentials.KeyringMissing as problem:
        if known.passphrase:
            return Check("keyring", True, "none, but a passphrase is set")
        return Check("keyring", False, "none", str(problem))
    return Check("keyring", True, "there and keeping secrets safely")


def _database() -> Check:
    from journeydesk.cli.opening import workspace
    from journeydesk.services.queries.prospects import prospect_total
    from journeydesk.services.workspace.health import examine
    from journeydesk.services.workspace.recovery import is_noted

    with workspace() as (context, _):
        soundness = examine(context)
        count = prospect_total(context)
        paper = "" if is_noted(context) else "; its recovery key is not written down: journeydesk recovery-key"
    problems = " ".join(soundness.problems)
    return Check("database", not problems, f"{count:,} prospects, SQLite {soundness.sqlite_version}{paper}", problems)


def _repair() -> Check:
    from journeydesk.services.workspace.repair import is_empty, repair

    folder, known = config.paths().workspace, config.connections()
    if is_empty(folder):
        return Check("mending", True, "there is no workspace yet")
    key = credentials.database_key(folder, known.passphrase)
    done = repair(folder, key, datetime.now(UTC), known.actor or getpass.getuser())
    return Check("mending", True, done.words())


def _airtable() -> Check:
    from journeydesk.cli.opening import workspace
    from journeydesk.services.sync.checking import check_fields

    with workspace() as (context, known):
        fields = check_fields(context, known)
    words = f"{fields.tables} tables answer, {fields.matched} fields matched"
    missing = [name.partition(".")[2] for name in fields.missing]
    return Check(
        "airtable", not missing, words, f"These fields are gone in Airtable: {', '.join(missing)}. Run: journeydesk setup"
    )


def _fonts() -> Check:
    import typst

    names = set(typst.Fonts().families()) if hasattr(typst, "Fonts") else set()
    good = not names or any("Inter" in name or "Noto Sans" in name or "DejaVu Sans" in name for name in names)
    return Check("fonts", good, f"{len(names)} families", "Install Inter and Noto: apt install fonts-inter fonts-noto-core")


_CHECKS: tuple[tuple[str, Callable[[], Check]], ...] = (
    ("folders", _folders),
    ("disk", _disk),
    ("keyring", _keyring),
    ("database", _database),
    ("airtable", _airtable),
    ("fonts", _fonts),
)


def doctor(arguments: argparse.Namespace) -> int:
    """Runs every check, each on its own: one that fails does not stop the others."""
    results = []
    for name, check in ((("mending", _repair),) if arguments.mend else ()) + _CHECKS:
        try:
            results.append(check())
        except JourneydeskError as problem:
            results.append(Check(name, False, "failed", str(problem)))
    lines = []
    for result in results:
        lines.append(f"{'ok  ' if result.ok else 'FAIL'}  {result.name:<10} {result.found}")
        if not result.ok:
            lines.append(f"      {result.fix}")
    facts = [{"name": r.name, "ok": r.ok, "found": r.found} | ({} if r.ok else {"fix": r.fix}) for r in results]
    healthy = all(result.ok for result in results)
    say(arguments, "\n".join(lines), {"ok": healthy, "checks": facts})
    return DONE if healthy else FAILED
