"""What the import says in words: its choices, its result, what is wrong with a row."""

import re
from collections.abc import Mapping

from journeydesk.domain.money import sign
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.domain.written.currencies import FileMoney
from journeydesk.services.files.planning import Bucket
from journeydesk.services.files.reading.characters import CANDIDATES, NAMES
from journeydesk.services.files.saved_mappings import SavedMapping
from journeydesk.ui.keys.actions import Action

_VALUE = re.compile("^“[^”]*” ")

TABS = (
    (Bucket.CREATED, "Created", "plus"),
    (Bucket.UPDATED, "Updated", "pencil"),
    (Bucket.SAME, tr("The same"), "check"),
    (Bucket.DUPLICATE, tr("Possible duplicate"), "copy"),
    (Bucket.INVALID, "Invalid", "x-square"),
)
"""The buckets as tabs, in the order of their keys."""

WILL_BE = {
    Bucket.CREATED: tr("Fixed: will be created"),
    Bucket.UPDATED: tr("Fixed: will be updated"),
    Bucket.SAME: tr("Fixed: the same as what is there"),
    Bucket.DUPLICATE: tr("Fixed: may be a duplicate"),
}
DELIMITERS = ((",", tr("comma ,")), (";", tr("semicolon ;")), ("\t", tr("tab")), ("|", tr("bar |")), ("^", tr("caret ^")))
DECIMALS = ((",", tr("comma 1.234,50")), (".", tr("point 1,234.50")))
DATES = (("dmy", tr("day.month.year")), ("mdy", tr("month/day/year")), ("ymd", tr("year-month-day")))
FIRST_ROW = ((True, tr("column names")), (False, tr("already a row")))
ENCODINGS = tuple(dict.fromkeys([("utf-8", "UTF-8"), *((name, NAMES.get(name, name)) for name in ("utf-16", *CANDIDATES))]))


def currency(code: str, money: FileMoney) -> str:
    """A currency as it may be chosen: “EUR €”; one whose amounts cannot be converted says so."""
    shown = f"{code} {sign(code)}".strip() if sign(code).strip() != code else code
    return shown if code == money.team or code in money.rates else tr("{shown}, no rate", shown=shown)


def saved_mapping(mapping: SavedMapping, day: str) -> str:
    """A mapping in the menu: “leads.csv · 9 of 11 columns · 22 May”."""
    return tr(
        "{name} · {fields} of {count} columns · {day}",
        name=mapping.name,
        fields=figure(mapping.fields),
        count=figure(len(mapping.titles)),
        day=day,
    )


def left_to_decide(count: int) -> str:
    """After the import: what is still to be said."""
    return tr_count(
        "{count} possible duplicate is left: say who it is.", "{count} possible duplicates are left: say who they are.", count
    )


def result(counts: Mapping[Bucket, int]) -> str:
    """What the button does: “Import: create 1,036, update 142”."""
    created, updated = counts[Bucket.CREATED], counts[Bucket.UPDATED]
    parts = [tr("create {created}", created=figure(created))] if created else []
    parts += [tr("update {updated}", updated=figure(updated))] if updated else []
    return tr("Import: {parts}", parts=", ".join(parts)) if parts else tr("Nothing to import")


def done(counts: Mapping[Bucket, int], name: str) -> str:
    """What was done: “Created 412, updated 38 from leads.csv”."""
    created, updated = counts[Bucket.CREATED], counts[Bucket.UPDATED]
    parts = [tr("created {created}", created=figure(created))] if created else []
    parts += [tr("updated {updated}", updated=figure(updated))] if updated else []
    words = ", ".join(parts)
    return tr("{words}{words_2} from {name}", words=words[:1].upper(), words_2=words[1:], name=name)


def size(count: int) -> str:
    """A file's size: “212 KB”."""
    return (
        tr("{count} bytes", count=figure(count))
        if count < 1024
        else tr("{count} KB", count=figure(count / 1024))
        if count < 1024**2
        else tr("{count} MB", count=figure(count / 1024**2, 1))
    )


def first_up(sentence: str) -> str:
    """A reason as it stands alone in its cell, without the value that stands beside it and without the stop."""
    text = _VALUE.sub("", sentence).rstrip(".")
    return f"{text[:1].upper()}{text[1:]}"


def what_to_do(bucket: Bucket) -> str:
    """What the rows of a bucket ask for; empty where they ask for nothing."""
    if bucket is Bucket.INVALID:
        return tr("Click a marked cell and type. A row that is right moves to its tab when you leave this list.")
    same, new = Action.ROW_IS_SAME.label, Action.ROW_IS_NEW.label
    return (
        tr(
            "{same}: the row is who is there, and updates them. {new}: somebody new. Undecided rows are left out.",
            same=same,
            new=new,
        )
        if bucket is Bucket.DUPLICATE
        else ""
    )


def saved(count: int, name: str) -> str:
    """That the rows with what is wrong were saved."""
    return tr("{count} rows saved as {name}, each with what is wrong", count=figure(count), name=name)
