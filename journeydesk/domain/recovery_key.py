"""A database key as people write it down: 14 groups of four letters and digits, of which the last tell whether it was copied well."""

import hashlib

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import CROCKFORD
from journeydesk.domain.words import tr

KEY_BYTES = 32
_CHECK_BYTES = 3
_GROUP = 4
_LOOKS_LIKE = str.maketrans("OIL", "011")
_LENGTH = (KEY_BYTES + _CHECK_BYTES) * 8 // 5


class NoRecoveryKey(UserError):
    """A text is no recovery key, or was not copied well."""


def written(key: bytes) -> str:
    """The key for paper; `key` has 32 bytes."""
    number = int.from_bytes(key + _check(key), "big")
    letters = "".join(CROCKFORD[number >> shift & 31] for shift in range((_LENGTH - 1) * 5, -1, -5))
    return "-".join(letters[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def read(text: str) -> bytes:
    """The key of 32 bytes from what somebody typed: case, blanks and dashes do not matter, nor O for 0, I or L for 1.

    Raises NoRecoveryKey, which says whether characters are missing or one is wrong.
    """
    letters = "".join(text.split()).replace("-", "").upper().translate(_LOOKS_LIKE)
    if len(letters) != _LENGTH or any(letter not in CROCKFORD for letter in letters):
        raise NoRecoveryKey(
            tr(
                "A recovery key has {length} groups of {group} letters and digits; this has {count} "
                "characters in place of {length_2}, or a sign that none has.",
                length=_LENGTH // _GROUP,
                group=_GROUP,
                count=len(letters),
                length_2=_LENGTH,
            )
        )
    number = 0
    for letter in letters:
        number = number << 5 | CROCKFORD.index(letter)
    whole = number.to_bytes(KEY_BYTES + _CHECK_BYTES, "big")
    key = whole[:KEY_BYTES]
    if whole[KEY_BYTES:] != _check(key):
        raise NoRecoveryKey(tr("A character of this recovery key is wrong. Compare it with what you wrote down."))
    return key


def _check(key: bytes) -> bytes:
    return hashlib.sha256(b"Journeydesk recovery key" + key).digest()[:_CHECK_BYTES]
