"""Contact cards (vCard 2.1, 3.0, 4.0), as phones and mail programs export them, as rows of text."""

import re
from collections.abc import Iterator
from typing import Any

import vobject

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.services.files.reading.characters import decode
from journeydesk.services.files.reading.unreadable import Unreadable

HEADER = ["Company", "Contact Name", "Email", "Phone", "Website", "Job Title", "Notes"]

_CARD = re.compile(r"^BEGIN:VCARD[ \t]*$(.*?)^END:VCARD[ \t]*$", re.I | re.M | re.S)
_PROPERTY = re.compile(r"(?:[\w-]+\.)?([\w-]+)[;:]")
_NOT_READ = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "AGENT"})
_LONGEST_CARD = 1_000_000


def rows_of_cards(data: bytes) -> Iterator[list[str] | str]:
    """The header, then a row for each card, or what is wrong with it. Raises Unreadable where there is no card."""
    try:
        text = decode(data).text.replace("\r\n", "\n").replace("\r", "\n")
    except UserError as problem:
        raise Unreadable(tr("cannot be read: {problem}", problem=problem)) from None
    cards = [match.group(1) for match in _CARD.finditer(text)]
    if not cards:
        raise Unreadable(tr("holds no whole contact card, from BEGIN:VCARD to END:VCARD. Export the contacts again."))
    yield HEADER
    for card in cards:
        yield _row(card)


def _row(card: str) -> list[str] | str:
    if len(card) > _LONGEST_CARD:
        return tr("is a contact card beyond reason: leave its attachments out.")
    lines = "\n".join(_lines_to_read(card))
    try:
        contents: dict[str, list[Any]] = vobject.readOne(f"BEGIN:VCARD\n{lines}\nEND:VCARD\n", allowQP=True).contents
    except Exception as problem:  # noqa: BLE001 - the library lets errors of many kinds out; each is this card's
        return tr("is a contact card that cannot be read: {problem}.", problem=str(problem)[:120])
    emails, phones = _values(contents, "email"), [_phone(value) for value in _values(contents, "tel")]
    notes = _values(contents, "note")
    notes += [tr("Other e-mail: {value}", value=value) for value in emails[1:]] + [
        tr("Other phone: {value}", value=value) for value in phones[1:]
    ]
    return [
        _company(contents),
        _name(contents),
        next(iter(emails), ""),
        next(iter(phones), ""),
        next(iter(_values(contents, "url")), ""),
        next(iter(_values(contents, "title")), ""),
        "\n".join(notes),
    ]


def _lines_to_read(card: str) -> Iterator[str]:
    """The lines of a card without pictures, sounds and keys, which may go on over many lines."""
    left_out = False
    for line in card.split("\n"):
        if not line.strip():
            continue
        begins = _PROPERTY.match(line)
        if begins and not line[0].isspace():
            left_out = begins[1].upper() in _NOT_READ
        if not left_out:
            yield line


def _values(contents: dict[str, list[Any]], name: str) -> list[str]:
    """The texts of a property, the preferred one first, each once."""
    lines = sorted(contents.get(name, []), key=lambda line: not _is_preferred(line))
    texts = (str(line.value).strip() for line in lines)
    return list(dict.fromkeys(text for text in texts if text))


def _is_preferred(line: Any) -> bool:
    types = {word.casefold() for value in line.params.get("TYPE", []) for word in value.split(",")}
    return "pref" in types or line.params.get("PREF") == ["1"] or "PREF" in getattr(line, "singletonparams", [])


def _phone(value: str) -> str:
    number, _, extension = value.removeprefix("tel:").partition(";ext=")
    return tr("{number} ext. {extension}", number=number, extension=extension) if extension else number


def _company(contents: dict[str, list[Any]]) -> str:
    for line in contents.get("org", []):
        value = line.value if isinstance(line.value, list) else str(line.value).split(";")
        if value and str(value[0]).strip():
            return str(value[0]).strip()
    return ""


def _name(contents: dict[str, list[Any]]) -> str:
    shown = next(iter(_values(contents, "fn")), "")
    if shown or not contents.get("n"):
        return shown
    name = contents["n"][0].value
    parts = [getattr(name, part, "") for part in ("given", "additional", "family")]
    return " ".join(" ".join(part) if isinstance(part, list) else str(part) for part in parts if part).strip()
