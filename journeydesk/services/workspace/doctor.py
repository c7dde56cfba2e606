"""Looking at everything that the program stands on: each check with what was found and, where it fails, what to do."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journeydesk import config, credentials
from journeydesk.domain.errors import JourneydeskError, KeyringMissing
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context

_ENOUGH_DISK = 500 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what was found, and what to do where it is not good. No secret is ever in it."""

    name: str
    ok: bool
    found: str
    fix: str = ""


def look(checks: Sequence[tuple[str, Callable[[], Check]]]) -> list[Check]:
    """The result of each check, each on its own: one that fails does not stop the others."""
    results = []
    for name, check in checks:
        try:
            results.append(check())
        except JourneydeskError as problem:
            results.append(Check(name, False, "failed", str(problem)))
        except Exception as problem:  # noqa: BLE001 - whoever is asked for help needs the other checks all the more
            results.append(Check(name, False, "failed", f"{type(problem).__name__}: {problem}"))
    return results


def folders() -> Check:
    """Where everything is."""
    where = config.paths()
    return Check(
        "folders", True, tr("workspace {workspace}, settings {config}", workspace=where.workspace, config=where.config)
    )


def disk() -> Check:
    """Whether there is room to grow."""
    folder = config.paths().data
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(existing).free
    return Check(
        "disk",
        free > _ENOUGH_DISK,
        tr("{free} MB free", free=figure(free // 2**20)),
        tr("Free some space; the database needs room to grow."),
    )


def keyring() -> Check:
    """Whether keys and tokens can be kept."""
    known = config.connections()
    try:
        credentials.SystemKeyring()
    except KeyringMissing as problem:
        if known.passphrase:
            return Check("keyring", True, tr("none, but a passphrase is set"))
        return Check("keyring", False, "none", str(problem))
    return Check("keyring", True, tr("there and keeping secrets safely"))


def fonts() -> Check:
    """Whether reports find a font for every script."""
    import typst

    names = set(typst.Fonts().families()) if hasattr(typst, "Fonts") else set()
    good = not names or any("Inter" in name or "Noto Sans" in name or "DejaVu Sans" in name for name in names)
    return Check(
        "fonts",
        good,
        tr("{count} families", count=len(names)),
        tr("Install Inter and Noto: apt install fonts-inter fonts-noto-core"),
    )


def database(context: Context) -> Check:
    """Whether every page and index of the database is sound. It may hold up whoever writes for seconds."""
    from journeydesk.services.queries.lists.prospects import prospect_total
    from journeydesk.services.workspace.health import examine
    from journeydesk.services.workspace.recovery import is_noted

    soundness = examine(context)
    count = prospect_total(context)
    paper = "" if is_noted(context) else tr("; its recovery key is not written down: journeydesk recovery-key")
    problems = " ".join(soundness.problems)
    return Check(
        "database",
        not problems,
        tr(
            "{count} prospects, SQLite {sqlite_version}{paper}",
            count=figure(count),
            sqlite_version=soundness.sqlite_version,
            paper=paper,
        ),
        problems,
    )


def airtable(context: Context, known: config.Connections) -> Check:
    """Whether the base answers and has every field that is matched."""
    from journeydesk.services.sync.checking import check_fields

    fields = check_fields(context, known)
    words = tr("{tables} tables answer, {matched} fields matched", tables=fields.tables, matched=fields.matched)
    missing = [name.partition(".")[2] for name in fields.missing]
    return Check(
        "airtable",
        not missing,
        words,
        tr("These fields are gone in Airtable: {missing}. Run: journeydesk setup", missing=", ".join(missing)),
    )


def service_checks(
    context: Context, known: config.Connections, *, offline: bool = False
) -> list[tuple[str, Callable[[], Check]]]:
    """Those of every service that is switched on, as the page of integrations runs them; that of the base is its own.

    Where somebody works `offline`, only what answers on this computer is asked.
    """
    from journeydesk.services.queries.integrations import services_on
    from journeydesk.services.sync.checking import check_of

    def said(name: str) -> tuple[str, Callable[[], Check]]:
        return name.lower(), lambda: Check(name.lower(), True, check_of(context, known, name)())

    return [said(name) for name in services_on(context, here_only=offline)]


def every_check(context: Context, known: config.Connections) -> list[Check]:
    """All checks of an open workspace, for the window; for a thread other than its own."""
    from journeydesk.services.queries.sync import sync_status

    here = [("folders", folders), ("disk", disk), ("keyring", keyring), ("fonts", fonts)]
    checks: list[tuple[str, Callable[[], Check]]] = [*here, ("database", lambda: database(context))]
    status = sync_status(context)
    if status.connected and not status.works_offline:
        checks.append(("airtable", lambda: airtable(context, known)))
    return look([*checks, *service_checks(context, known, offline=status.works_offline)])
