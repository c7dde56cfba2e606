"""What the import says in words: its choices, its result, what is wrong with a row."""

import re
from collections.abc import Mapping

from journeydesk.services.files.planning import Bucket
from journeydesk.services.files.reading.characters import CANDIDATES, NAMES

_VALUE = re.compile("^“[^”]*” ")

TABS = (
    (Bucket.CREATED, "Created", "plus"),
    (Bucket.UPDATED, "Updated", "pencil"),
    (Bucket.SAME, "The same", "check"),
    (Bucket.DUPLICATE, "Possible duplicate", "copy"),
    (Bucket.INVALID, "Invalid", "x-square"),
)
"""The buckets as tabs, in the order of their keys."""

WILL_BE = {
    Bucket.CREATED: "Fixed: will be created",
    Bucket.UPDATED: "Fixed: will be updated",
    Bucket.SAME: "Fixed: the same as what is there",
    Bucket.DUPLICATE: "Fixed: may be a duplicate",
}
DELIMITERS = ((",", "comma ,"), (";", "semicolon ;"), ("\t", "tab"), ("|", "bar |"), ("^", "caret ^"))
DECIMALS = ((",", "comma 1.234,50"), (".", "point 1,234.50"))
DATES = (("dmy", "day.month.year"), ("mdy", "month/day/year"), ("ymd", "year-month-day"))
ENCODINGS = tuple(dict.fromkeys([("utf-8", "UTF-8"), *((name, NAMES.get(name, name)) for name in ("utf-16", *CANDIDATES))]))


def result(counts: Mapping[Bucket, int]) -> str:
    """What the button does: “Import: create 1,036, update 142”."""
    created, updated = counts[Bucket.CREATED], counts[Bucket.UPDATED]
    parts = [f"create {created:,}"] if created else []
    parts += [f"update {updated:,}"] if updated else []
    return f"Import: {', '.join(parts)}" if parts else "Nothing to import"


def done(counts: Mapping[Bucket, int], name: str) -> str:
    """What was done: “Created 412, updated 38 from leads.csv”."""
    created, updated = counts[Bucket.CREATED], counts[Bucket.UPDATED]
    parts = [f"created {created:,}"] if created else []
    parts += [f"updated {updated:,}"] if updated else []
    words = ", ".join(parts)
    return f"{words[:1].upper()}{words[1:]} from {name}"


def size(count: int) -> str:
    """A file's size: “212 KB”."""
    return (
        f"{count:,} bytes" if count < 1024 else f"{count / 1024:,.0f} KB" if count < 1024**2 else f"{count / 1024**2:,.1f} MB"
    )


def first_up(sentence: str) -> str:
    """A reason as it stands alone in its cell, without the value that stands beside it and without the stop."""
    text = _VALUE.sub("", sentence).rstrip(".")
    return f"{text[:1].upper()}{text[1:]}"
