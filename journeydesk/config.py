"""Where things are and which settings this machine has. Nothing is read at import."""

import copy
import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

REMOTE_VARIABLES = "AIRTABLE"
"""The word in the names of the variables that say where the remote is: `JOURNEYDESK_AIRTABLE_TOKEN` and its like."""

WORKSPACE_VARIABLE = "JOURNEYDESK_WORKSPACE"
MAIN = "main"
"""The workspace that is meant unless another is named."""
OTHERS = "workspaces"
"""The folder of all others, each in one of its name."""
LAST = "last-workspace"
"""The file that names the workspace of the window that was open last."""

UNENCRYPTED = "unencrypted"
"""The file that says that a workspace was set up without encryption."""

_SYNC_SETTLE_S = 60.0


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of this installation: `data` holds the workspaces, `config` this machine's own settings; `name` is that of the
    workspace which is meant."""

    data: Path
    config: Path
    name: str = MAIN

    @property
    def workspace(self) -> Path:
        """The folder of the workspace."""
        return self.data / "workspace" if self.name == MAIN else self.data / OTHERS / self.name


@dataclass(frozen=True, slots=True)
class Connections:
    """What the environment says of the services; None where it is silent and the workspace or keyring is asked."""

    remote_url: str | None
    remote_token: str | None
    remote_base: str | None
    stripe_url: str | None
    stripe_key: str | None
    actor: str | None
    passphrase: str | None
    settle_seconds: float
    webhook_secrets: tuple[str, ...] = ()
    read_token: str | None = None
    stripe_webhook_secrets: tuple[str, ...] = ()
    mail_password: str | None = None
    oauth_url: str | None = None
    claude_url: str | None = None
    claude_key: str | None = None
    make_url: str | None = None
    make_token: str | None = None
    stripe_checkout_key: str | None = None


def paths(environment: Mapping[str, str] | None = None) -> Paths:
    """The platform's own folders, or those below `JOURNEYDESK_HOME`."""
    values = os.environ if environment is None else environment
    home = values.get("JOURNEYDESK_HOME")
    name = values.get(WORKSPACE_VARIABLE) or MAIN
    if home:
        return Paths(Path(home), Path(home), name)
    import platformdirs

    return Paths(
        platformdirs.user_data_path("journeydesk", appauthor=False),
        platformdirs.user_config_path("journeydesk", appauthor=False),
        name,
    )


def name_of(folder: Path) -> str:
    """The name of the workspace in a folder."""
    return folder.name if folder.parent.name == OTHERS else MAIN


def last_workspace(where: Paths) -> str:
    """The workspace of the window that was open last, if it is still there; else the main one."""
    try:
        name = (where.config / LAST).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return MAIN
    known = where.data / OTHERS
    return name if known.is_dir() and name in {each.name for each in known.iterdir()} else MAIN


def go_on_with_last() -> None:
    """From now on this process, and what it starts, means the workspace of the last window, unless one was named."""
    if not os.environ.get(WORKSPACE_VARIABLE):
        os.environ[WORKSPACE_VARIABLE] = last_workspace(paths())


def connections(environment: Mapping[str, str] | None = None) -> Connections:
    """The variables of docs/interface.md, "Commands". A settle time that is no number counts as not given."""
    values = os.environ if environment is None else environment

    def get(name: str) -> str | None:
        return values.get(f"JOURNEYDESK_{name}") or None

    try:
        settle = float(get("SYNC_SETTLE_S") or _SYNC_SETTLE_S)
    except ValueError:
        settle = _SYNC_SETTLE_S
    return Connections(
        get(f"{REMOTE_VARIABLES}_URL"),
        get(f"{REMOTE_VARIABLES}_TOKEN"),
        get(f"{REMOTE_VARIABLES}_BASE"),
        get("STRIPE_URL"),
        get("STRIPE_KEY"),
        get("ACTOR"),
        get("PASSPHRASE"),
        max(0.0, settle),
        tuple((get("WEBHOOK_SECRETS") or "").split()),
        get("READ_TOKEN"),
        tuple((get("STRIPE_WEBHOOK_SECRETS") or "").split()),
        get("MAIL_PASSWORD"),
        get("OAUTH_URL"),
        get("CLAUDE_URL"),
        get("CLAUDE_KEY"),
        get("MAKE_URL"),
        get("MAKE_TOKEN"),
        get("STRIPE_CHECKOUT_KEY"),
    )


def resources() -> Path:
    """The folder of shipped resources: beside the package in a checkout, inside it in a wheel or a bundle."""
    package = Path(__file__).resolve().parent
    checkout = package.parent / "resources"
    return checkout if (checkout / "journeydesk.toml").exists() else package / "_resources"


def default_settings() -> dict[str, Any]:
    """The shipped settings file, parsed; the caller's own copy, for it is read once."""
    return copy.deepcopy(_parsed(resources() / "journeydesk.toml"))


@lru_cache(maxsize=2)
def _parsed(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def own_program() -> list[str]:
    """The words that start this program once more, as a child: of a bundle its file, else this Python with the package."""
    is_bundle = bool(getattr(sys, "frozen", False))
    return [sys.executable] if is_bundle else [sys.executable, "-m", "journeydesk"]


def is_unencrypted(workspace: Path) -> bool:
    """Whether the workspace in this folder was set up without encryption."""
    return (workspace / UNENCRYPTED).exists()


def is_folder(path: Path) -> bool:
    """Whether there is such a folder, as `is_file` asks."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Whether there is such a file. A name that no disk could hold, which `Path.is_file` raises for, is none."""
    try:
        return path.is_file()
    except OSError:
        return False
