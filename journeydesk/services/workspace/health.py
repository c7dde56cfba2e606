"""The health of the workspace, checked while nobody waits: is its file sound, does it lie well, was it copied from another computer?"""

import uuid
from datetime import datetime, timedelta
from pathlib import Path

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.time import moment_text
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.files import write_new
from journeydesk.storage.engine.place import Place, place_of
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync.bases import forget_all_drawn
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.upkeep import integrity
from journeydesk.sync.feed import forget_feed

THOROUGH_EVERY = timedelta(days=7)
_EXAMINED = "examined_at"
_NOTED_PLACE = "place_told"
_INSTALLATION = "installation"
_UNCLEAN = "in_use"
_WORDS = {
    Place.CLOUD: tr(
        "The workspace lies in {folder}, which a cloud service seems to copy. Copies of an open database can be damaged: "
        "move the workspace to a folder of this computer, and use sync to share it."
    ),
    Place.NETWORK: tr(
        "The workspace lies on a network drive, in {folder}. Two computers writing there can damage it: "
        "move it to a folder of this computer, and use sync to share it."
    ),
}


def check_health(context: Context, config_folder: Path) -> list[str]:
    """Examines the workspace, rebuilds what can be made anew, and returns what a person must know, in sentences.

    For a thread other than the window's. `config_folder` is this computer's own (`config.Paths.config`).
    """
    mine = _this_installation(config_folder)
    with context.database.read() as connection:
        thorough = _due(connection, context.clock())
        noted_place = get_meta(connection, _NOTED_PLACE)
    soundness = integrity.examine(context.database, thorough, alone=False)
    if any(problem.repairable for problem in soundness.problems):
        integrity.rebuild_derived(context.database)
    sentences = [problem.words for problem in soundness.problems if not problem.repairable]
    place = place_of(context.database.folder)
    folder = str(context.database.folder)
    if place is not Place.LOCAL and noted_place != folder:
        sentences.append(_WORDS[place].format(folder=folder))
    with context.database.write(counted=False) as connection:
        set_meta(connection, _UNCLEAN, "1")
        set_meta(connection, _NOTED_PLACE, folder if place is not Place.LOCAL else None)
        if thorough:
            set_meta(connection, _EXAMINED, context.now())
        _recognise(connection, mine, context.now())
    return sentences


@dataclass(frozen=True, slots=True)
class Soundness:
    """The result of a check: what is not sound, in sentences."""

    sqlite_version: str
    problems: tuple[str, ...]


def examine(context: Context) -> Soundness:
    """Checks the whole database, for a command: it may hold up whoever writes for seconds."""
    result = integrity.examine(context.database, thorough=True)
    return Soundness(result.sqlite_version, tuple(problem.words for problem in result.problems))


def closed_well(context: Context) -> None:
    """Notes that the workspace is closed in order: after any other end the next look is a thorough one."""
    with context.database.write(counted=False) as connection:
        set_meta(connection, _UNCLEAN, None)


def _due(connection: Connection, now: datetime) -> bool:
    last = get_meta(connection, _EXAMINED)
    return last is None or last < moment_text(now - THOROUGH_EVERY) or get_meta(connection, _UNCLEAN) is not None


def _this_installation(config_folder: Path) -> str:
    file = config_folder / "installation"
    try:
        return file.read_text(encoding="ascii").strip()
    except OSError:
        write_new(file, f"{uuid.uuid4()}\n".encode())
        return file.read_text(encoding="ascii").strip()


def _recognise(connection: Connection, mine: str, at: str) -> None:
    """A workspace that came from another computer reads the changes of the base for itself; both computers may go on (row 46).

    Nobody is asked whether it was moved or copied, for either is safe: what waits in both copies is known by its key, and what
    one of them has sent the other finds there.
    """
    before = get_meta(connection, _INSTALLATION)
    if before == mine:
        return
    set_meta(connection, _INSTALLATION, mine)
    if before is not None:
        forget_feed(connection)
        forget_all_drawn(connection)
        sync_notes.add(
            connection,
            sync_notes.MOVED,
            "prospects",
            None,
            tr("This workspace came from another computer. It goes on here, and may go on there too: nothing is sent twice."),
            at,
        )
