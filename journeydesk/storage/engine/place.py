"""Where the database lies: a file that two computers may write at once cannot be kept whole (docs/sync.md, row 39)."""

from enum import Enum
from pathlib import Path

_NETWORK = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "afpfs",
        "afs",
        "9p",
        "ceph",
        "glusterfs",
        "davfs",
        "webdav",
        "ncpfs",
    }
    | {"fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs", "remote"}
)
_CLOUD = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "my drive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "box sync",
    "pcloud",
    "syncthing",
)


class Place(Enum):
    """What kind of folder it is."""

    LOCAL = "local"
    NETWORK = "network"
    CLOUD = "cloud"


def file_system(folder: Path) -> str:
    """The kind of file system that holds `folder` or the nearest folder above it that exists, as the system names it."""
    import psutil

    where = str(folder.resolve())
    best = ("", "")
    for partition in psutil.disk_partitions(all=True):
        root = partition.mountpoint.rstrip("/\\")
        inside = where == root or where.startswith((root + "/", root + "\\"))
        if inside and len(root) >= len(best[0]):
            best = (root, "remote" if "remote" in partition.opts.split(",") else partition.fstype)
    return best[1].lower()


def place_of(folder: Path) -> Place:
    """Judged by the file system and by the names of the folders on the way."""
    if file_system(folder) in _NETWORK:
        return Place.NETWORK
    parts = [part.lower() for part in folder.resolve().parts]
    return Place.CLOUD if any(part.startswith(_CLOUD) for part in parts) else Place.LOCAL
