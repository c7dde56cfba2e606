"""Under which names a workspace's secrets are kept: by its own name, which moves with its folder; what a folder is called says nothing
about it."""

from pathlib import Path

DATABASE = "database"
"""The kind of secret that is the key of the database; tokens and keys of services are kept by the service's name."""

IDENTITY = "workspace.id"
"""The file that holds the workspace's own name."""

_DIGITS = frozenset("0123456789abcdef")
_LENGTH = 32


def identity_in(text: str) -> str:
    """The workspace's name in the text of that file; empty where it holds none."""
    name = text.strip()
    return name if len(name) == _LENGTH and _DIGITS.issuperset(name) else ""


def name_if_known(workspace: Path, kind: str) -> str | None:
    """What a secret of this kind is called in the keyring; None where the workspace has no name yet."""
    try:
        identity = identity_in((workspace / IDENTITY).read_text(encoding="ascii"))
    except (OSError, UnicodeDecodeError):
        return None
    return f"{kind} {identity}" if identity else None
