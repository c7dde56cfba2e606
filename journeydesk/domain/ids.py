"""Identifiers, each in its own type so that one cannot be passed for another."""

import os
import time
from typing import NewType

RecordId = NewType("RecordId", int)
"""The local row number of a synced record, unique within its table and never reused."""

RemoteId = NewType("RemoteId", str)
"""What a remote calls a record, such as Airtable's `rec` + 14 characters."""

Key = NewType("Key", str)
"""A record's primary text field, made here for records made here; what makes creating idempotent."""

StageNumber = NewType("StageNumber", int)
"""A stage's place in its journey, counted from 1."""

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The 32 digits and letters that cannot be misread for one another."""


def uuid7() -> str:
    """A new UUID version 7 (RFC 9562 section 5.7): 48 bits of Unix milliseconds, then 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | (0x7 << 76)
    value = value & ~(0x3 << 62) | (0x2 << 62)
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


class DrawnKey(str):
    """A key that was drawn this very moment, with 74 random bits: no record anywhere can have it yet. Once it was written down and
    read again, from a file, a copy or the database, it is a text like any other."""

    __slots__ = ()


def new_key(prefix: str = "") -> DrawnKey:
    """A key for a record that begins here, drawn at random."""
    return DrawnKey(prefix + uuid7())


def application_id() -> Key:
    """A new prospect key: `BETA-` and 8 characters that cannot be misread (docs/rules.md, "Records")."""
    return Key("BETA-" + "".join(CROCKFORD[byte & 31] for byte in os.urandom(8)))


def application_id_of(customer: str) -> Key:
    """The prospect key for a customer whom another system names: derived, so that every machine makes one prospect of them."""
    # Here, for it loads a library that no start needs.
    import hashlib

    digest = hashlib.sha256(customer.strip().casefold().encode()).digest()
    return Key("BETA-" + "".join(CROCKFORD[byte & 31] for byte in digest[:8]))
