"""Removing everything that Journeydesk keeps on this computer and in the base, and saying what remains."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from journeydesk import credentials
from journeydesk.config import LAST, Connections, Paths
from journeydesk.domain.errors import JourneydeskError, NotNow, WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.keyrings.names import DATABASE
from journeydesk.remote.opening import REMOTE_NAME, REMOTE_SLUG
from journeydesk.services.calendar.sources import CALENDAR_SECRETS
from journeydesk.services.events_out.targets import all_targets
from journeydesk.services.generated.key import CLAUDE_SERVICE
from journeydesk.services.mail.account import MAIL_SERVICE
from journeydesk.services.payments.stripe_key import STRIPE_SERVICE
from journeydesk.services.phone.settings import CERTIFICATE, CERTIFICATE_KEY
from journeydesk.services.receiver.keys import RECEIVER
from journeydesk.services.sync.connecting import open_configured, remote_access
from journeydesk.services.workspace.desktop_entry import files as desktop_entry_files
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.services.workspace.workspaces import names
from journeydesk.storage.engine.folder import FILE_NAME, FOLDERS
from journeydesk.storage.engine.presence import LOCK_NAME, alone_in
from journeydesk.sync.feed import stored_feed

_KEPT_BEFORE = (
    DATABASE,
    REMOTE_SLUG,
    STRIPE_SERVICE,
    RECEIVER,
    MAIL_SERVICE,
    CLAUDE_SERVICE,
    *CALENDAR_SECRETS,
)
"""What versions that noted nothing may have kept; from then on `credentials.kept_kinds` knows."""
_OURS = (
    FILE_NAME,
    f"{FILE_NAME}-*",
    "key.salt",
    "workspace.id",
    "unencrypted",
    "window.json",
    CERTIFICATE,
    CERTIFICATE_KEY,
    "*.lock",
    ".*.part",
    ".rekeyed-*",
    ".restoring-*",
)


@dataclass(frozen=True, slots=True)
class Removal:
    """What was removed and what remains, in sentences."""

    removed: tuple[str, ...]
    remains: tuple[str, ...]

    def words(self) -> str:
        """For a person, a line each."""
        return "\n".join(
            [
                *(tr("Removed: {each}", each=each) for each in self.removed),
                *(tr("Remains: {each}", each=each) for each in self.remains),
            ]
        )


def remove_everything(paths: Paths, known: Connections) -> Removal:
    """Ends the change feed in the base, forgets keys and tokens, and deletes database, copies, reports and logs.

    Nobody else may have the workspace open: raises WorkspaceInUse. It ends what an earlier try that was killed began. Each part that
    cannot be removed remains by itself and is named.
    """
    folder = paths.workspace
    removed: list[str] = []
    remains: list[str] = []
    if not folder.exists():
        return Removal((), (tr("nothing: there is no workspace."),))
    # Before anything goes: a window beside would write on.
    with alone_in(folder):
        pass
    targets = _end_feed(folder, known, removed, remains)
    with alone_in(folder):
        # The keys first: without them what is left of an encrypted file says nothing.
        _forget_keys(folder, targets, removed, remains)
        _delete(folder / credentials.KINDS_FILE, [], remains)
        for path in _own_files(folder):
            _delete(path, removed, remains)
        for name in ("installation", LAST):
            _delete(paths.config / name, removed, remains)
        for path in desktop_entry_files():
            _delete(path, removed, remains)
        _delete(folder / LOCK_NAME, [], remains)
    _say_what_stays(folder, remains)
    remains += [
        tr("the workspace “{name}”: it is removed by itself.", name=name)
        for name in names(paths)
        if name != paths.name and Paths(paths.data, paths.config, name).workspace.exists()
    ]
    return Removal(tuple(removed), tuple(remains))


def _end_feed(folder: Path, known: Connections, removed: list[str], remains: list[str]) -> list[str]:
    """Returns the targets of events, for each has a secret."""
    told: list[str] = []
    try:
        key = credentials.database_key(folder, known.passphrase)
        context, _ = open_workspace(folder, key, known)
        try:
            told = [target.id for target in all_targets(context)]
            with context.database.read() as connection:
                feed = stored_feed(connection)
            if feed is None:
                return told
            open_configured(context, remote_access(context, known)).close_feed(feed)
            removed.append(tr("the change feed in {remote_name}", remote_name=REMOTE_NAME))
        finally:
            context.database.close()
    except NotNow:
        raise
    except JourneydeskError as problem:
        remains.append(
            tr(
                "a change feed (webhook) in {remote_name}, if there was one: it could not be ended "
                "({problem}) It ends by itself within 7 days, and tells nobody anything.",
                remote_name=REMOTE_NAME,
                problem=problem,
            )
        )
    return told


def _forget_keys(folder: Path, targets: Sequence[str], removed: list[str], remains: list[str]) -> None:
    try:
        kinds = credentials.forget(folder, dict.fromkeys((*credentials.kept_kinds(folder), *_KEPT_BEFORE, *targets)))
    except WorldError as problem:
        remains.append(tr("what the keyring may hold for Journeydesk: {problem}", problem=problem))
    else:
        removed += [
            tr(
                "from the keyring: the {database}",
                database=tr("key of the database") if kind == DATABASE else tr("{kind} token", kind=kind),
            )
            for kind in kinds
        ]


def _own_files(folder: Path) -> Iterator[Path]:
    for pattern in _OURS:
        yield from sorted(path for path in folder.glob(pattern) if path.name != LOCK_NAME)
    for name in FOLDERS:
        path = folder / name
        if path.exists() or path.is_symlink():
            yield path


def _delete(path: Path, removed: list[str], remains: list[str]) -> None:
    if not (path.exists() or path.is_symlink()):
        return
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError as problem:
        remains.append(f"{path}: {problem.strerror}.")
    else:
        removed.append(str(path))


def _say_what_stays(folder: Path, remains: list[str]) -> None:
    left = sorted(path.name for path in folder.iterdir())
    if left:
        remains.append(tr("in {folder}, not ours: {left}.", folder=folder, left=", ".join(left)))
    else:
        folder.rmdir()
    remains.append(
        tr("the team's records in {remote_name} and Stripe's payments: they were never only here.", remote_name=REMOTE_NAME)
    )
    remains.append(
        tr("the access token itself: revoke it in {remote_name} and in Stripe if nobody else uses it.", remote_name=REMOTE_NAME)
    )
    remains.append(tr("files that you exported, and copies of the database that you saved elsewhere."))
