"""A contact card (vCard 3.0, RFC 2426, and 4.0, RFC 6350), and the address that opens a chat with a number."""

import re
from typing import Literal

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr

Version = Literal["3.0", "4.0"]
_FOLDED_AT = 75
"""Octets of a line, its break not counted."""


@dataclass(frozen=True, slots=True)
class Contact:
    """What a card says of a prospect; empty where nothing is known."""

    key: str
    name: str = ""
    company: str = ""
    job_title: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""

    @property
    def shown(self) -> str:
        """The person, else the company, else the key."""
        return self.name or self.company or self.key


def contact_card(contact: Contact, version: Version = "4.0") -> str:
    """The card, each line folded and ended as both standards ask."""
    given, _, family = contact.name.strip().rpartition(" ")
    if not given:
        given, family = family, ""
    name = f"{_escaped(family)};{_escaped(given)};;;" if contact.name.strip() else ";;;;"
    lines = ["BEGIN:VCARD", f"VERSION:{version}", f"FN:{_escaped(contact.shown)}", f"N:{name}"]
    if contact.company:
        lines.append(f"ORG:{_escaped(contact.company)}")
    if contact.job_title:
        lines.append(f"TITLE:{_escaped(contact.job_title)}")
    if contact.email:
        kind = "work" if version == "4.0" else "INTERNET,WORK"
        lines.append(f"EMAIL;TYPE={kind}:{_escaped(contact.email)}")
    if contact.phone:
        lines.append(_phone(contact.phone, version))
    if contact.website:
        lines.append(f"URL:{_web(contact.website)}")
    lines += [f"UID:{_escaped(contact.key)}", "END:VCARD"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def chat_address(phone: str) -> str:
    """The wa.me address of a number. Raises UserError for one without the code of its country: nobody can know whose it is."""
    international = re.sub(r"[\s().\-/]", "", phone.strip())
    international = f"+{international[2:]}" if international.startswith("00") else international
    digits = re.fullmatch(r"\+([1-9]\d{6,14})", international)
    if digits is None:
        raise UserError(
            tr("“{phone}” says no country. Write it with the country’s code, such as +49 30 123456.", phone=phone)
            if phone.strip()
            else tr("There is no telephone number yet.")
        )
    return f"https://wa.me/{digits[1]}"


def _phone(phone: str, version: Version) -> str:
    plain = re.sub(r"[\s().\-/]", "", phone.strip())
    if version == "4.0" and re.fullmatch(r"\+\d{5,15}", plain):
        return f"TEL;VALUE=uri;TYPE=work:tel:{plain}"
    return f"TEL;TYPE=work:{_escaped(phone)}" if version == "4.0" else f"TEL;TYPE=WORK,VOICE:{_escaped(phone)}"


def _web(website: str) -> str:
    address = "".join(website.split())
    return address if re.match(r"https?://", address, re.IGNORECASE) else f"https://{address}"


def _escaped(text: str) -> str:
    """A text on one line, its signs escaped."""
    plain = " ".join(text.replace("\r\n", "\n").replace("\r", "\n").split(" ")).strip()
    plain = "".join(letter for letter in plain if letter == "\n" or letter.isprintable())
    return plain.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Broken before it is too long, within no letter; what goes on begins with a blank."""
    pieces, piece, size = [], "", 0
    for letter in line:
        wide = len(letter.encode("utf-8"))
        if size + wide > _FOLDED_AT:
            pieces.append(piece)
            piece, size = "", 1
        piece += letter
        size += wide
    return "\r\n ".join([*pieces, piece])
