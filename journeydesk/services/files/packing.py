"""Values of a file's rows, kept until they are written; as objects those of 100,000 rows would take 200 MB."""

import marshal
import zlib
from collections.abc import Sequence

from journeydesk.domain.values import Stored


def packed(values: Sequence[dict[str, Stored]]) -> bytes:
    """The values of some rows."""
    return zlib.compress(marshal.dumps(list(values)), 1)


def unpacked(kept: bytes) -> list[dict[str, Stored]]:
    """What `packed` was given. Only for bytes that this program, or its child, packed."""
    values: list[dict[str, Stored]] = marshal.loads(zlib.decompress(kept))  # noqa: S302 - our own bytes
    return values
