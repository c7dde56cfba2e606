"""Looking at everything that the program stands on: each check with what was found and, where it fails, what to do."""

import shutil
from collections.abc import Callable, Sequence
from functools import partial

from journeydesk import config, credentials
from journeydesk.domain.errors import JourneydeskError, KeyringMissing
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, tr
from journeydesk.keyrings.beside import system_vault
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
    logs = where.workspace / "logs"
    words = tr(
        "workspace {workspace}, logs {logs}, settings {config}", workspace=where.workspace, logs=logs, config=where.config
    )
    return Check("folders", True, words)


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
        system_vault()
    except KeyringMissing:
        if known.passphrase:
            return Check("keyring", True, tr("none, but a passphrase is set"))
        return Check("keyring", False, "none", credentials.without_keyring())
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


def airtable(context: Context, known: config.Connections, *, offline: bool = False) -> Check:
    """Whether the base answers and has every field that is matched. Raises JourneydeskError where no base is connected."""
    from journeydesk.remote.opening import REMOTE_NAME
    from journeydesk.services.queries.integrations import service_states
    from journeydesk.services.sync.checking import check_of

    state = next(state for state in service_states(context) if state.name == REMOTE_NAME)
    if state.state == "Off":
        return Check("airtable", True, check_of(context, known, REMOTE_NAME)())
    return _seen(context, REMOTE_NAME) if offline else _asked(context, known, REMOTE_NAME)


def service_checks(
    context: Context, known: config.Connections, *, offline: bool = False
) -> list[tuple[str, Callable[[], Check]]]:
    """Those of every service whose card in the page of integrations is not off, but the base, whose check is its own. Each is asked as
    *Check now* asks it, and says what its card says then.

    Where somebody works `offline`, only what answers on this computer is asked, and of all others is said what was last seen;
    so is of notifications, which only the window can show.
    """
    from journeydesk.remote.opening import REMOTE_NAME
    from journeydesk.services.queries.integrations import CARDS, NOTIFICATIONS, service_states

    on = {state.name for state in service_states(context) if state.state != "Off"}

    def said(name: str, asks: bool) -> tuple[str, Callable[[], Check]]:
        return name.lower(), partial(_asked, context, known, name) if asks else partial(_seen, context, name)

    return [
        said(card.name, card.name != NOTIFICATIONS and (card.here or card.local or not offline))
        for card in CARDS
        if card.name in on and card.name != REMOTE_NAME
    ]


def _asked(context: Context, known: config.Connections, name: str) -> Check:
    from journeydesk.services.sync.checking import check_service

    check_service(context, known, name)
    return _as_card(context, name, "")


def _seen(context: Context, name: str) -> Check:
    return _as_card(context, name, tr("not asked now"))


def _as_card(context: Context, name: str, instead: str) -> Check:
    """What the service's card says, with `instead` of what its last check found."""
    from journeydesk.services.queries.integrations import service_states
    from journeydesk.services.sync.pill import ago

    state = next(state for state in service_states(context) if state.name == name)
    failed = state.state == "Not working"
    found = instead or (tr("failed") if failed or not state.checks else state.checks[0][2])
    seen = ago(state.last_success, context.clock()) if state.last_success else tr("never")
    parts = [found, *([tr("slow")] if state.state == "Slow" else []), tr("last success {when}", when=seen)]
    return Check(name.lower(), not failed, "; ".join(parts), state.problem_text)


def every_check(context: Context, known: config.Connections) -> list[Check]:
    """All checks of an open workspace, for the window; for a thread other than its own."""
    from journeydesk.services.queries.sync import sync_status

    here = [("folders", folders), ("disk", disk), ("keyring", keyring), ("fonts", fonts)]
    checks: list[tuple[str, Callable[[], Check]]] = [*here, ("database", lambda: database(context))]
    status = sync_status(context)
    if status.connected:
        checks.append(("airtable", partial(airtable, context, known, offline=status.works_offline)))
    return look([*checks, *service_checks(context, known, offline=status.works_offline)])
