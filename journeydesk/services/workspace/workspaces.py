"""The workspaces of this computer: the main one, and others by name, each with its own database, keys and base."""

import re

from journeydesk import config
from journeydesk.config import MAIN, Paths
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.storage.engine.files import write_file

LONGEST = 40
_NAME = re.compile(r"\w[\w .-]*", re.UNICODE)
_NOT_FILES = frozenset({"con", "prn", "aux", "nul"})
"""Names that Windows gives to devices."""


def names(paths: Paths) -> list[str]:
    """Every workspace of this computer, the main one first."""
    others = paths.data / config.OTHERS
    found = [each.name for each in others.iterdir() if each.is_dir()] if others.is_dir() else []
    return [MAIN, *sorted(found, key=str.casefold)]


def shown(name: str) -> str:
    """What a workspace is called on screen."""
    return tr("Main workspace") if name == MAIN else name


def find(paths: Paths, name: str) -> str:
    """A workspace's name as it is written here, whatever the case. Raises UserError where there is none."""
    for known in names(paths):
        if known.casefold() == name.strip().casefold():
            return known
    there = ", ".join(names(paths))
    raise UserError(tr("There is no workspace “{name}” here. There are: {there}.", name=name, there=there))


def check_name(paths: Paths, name: str) -> str:
    """A name that a new workspace can have. Raises UserError that says what is wrong with it."""
    name = " ".join(name.split())
    if not name:
        raise UserError(tr("A workspace needs a name."))
    if len(name) > LONGEST:
        raise UserError(tr("A name has {most} characters at most.", most=LONGEST))
    if not _NAME.fullmatch(name) or name.endswith(".") or name.partition(".")[0].casefold() in _NOT_FILES:
        raise UserError(tr("A name begins with a letter or digit, and has letters, digits, spaces, full stops, - and _ only."))
    if any(known.casefold() == name.casefold() for known in names(paths)):
        raise UserError(tr("There is a workspace “{name}” already.", name=name))
    return name


def add(paths: Paths, name: str) -> str:
    """Makes the place of a new workspace, which fills it when it is first opened; its name. Raises UserError as `check_name` does."""
    name = check_name(paths, name)
    folder = paths.data / config.OTHERS / name
    try:
        folder.mkdir(parents=True)
    except OSError as problem:
        raise UserError(tr("{folder} could not be made: {problem}.", folder=folder, problem=problem.strerror)) from problem
    return name


def keep_last(paths: Paths, name: str) -> None:
    """The next window that is started without a name opens this one."""
    if config.last_workspace(paths) != name:
        write_file(paths.config / config.LAST, name.encode())
