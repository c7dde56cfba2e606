"""A mail as it goes out: headers that no program breaks, unsubscribing in one click where there is an address for it (RFC 8058)."""

import html
import re
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from typing import TYPE_CHECKING
from urllib.parse import quote

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr

if TYPE_CHECKING:
    from email.headerregistry import Address

_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]}']")


def write(
    *,
    sender: str,
    sender_name: str,
    recipient: str,
    recipient_name: str,
    subject: str,
    body: str,
    message_id: str,
    at: datetime,
    references: Sequence[str] = (),
    unsubscribe_mail: str = "",
    unsubscribe_link: str = "",
    picture: str = "",
) -> EmailMessage:
    """The mail. `unsubscribe_mail` is the subject of the mail that takes its reader off the list. With `picture`, the address of one that
    nobody sees, the same text stands there as HTML, too, for only that loads it. Raises UserError for an address that no mail can go to."""
    # Not with the account, which every list of messages reads.
    from email.policy import SMTP

    # The default would write a token that does not fit 78 columns as an encoded word, which breaks references and addresses.
    mail = EmailMessage(policy=SMTP.clone(max_line_length=998))
    mail["From"] = _address(sender, sender_name)
    mail["To"] = _address(recipient, recipient_name)
    mail["Subject"] = " ".join(subject.split())
    mail["Date"] = at
    mail["Message-ID"] = message_id
    if references:
        mail["In-Reply-To"] = references[-1]
        mail["References"] = " ".join(references)
    ways = [f"<{unsubscribe_link}>"] if unsubscribe_link else []
    if unsubscribe_mail:
        ways.append(f"<mailto:{ascii_address(sender)}?subject={quote(unsubscribe_mail)}>")
    if ways:
        mail["List-Unsubscribe"] = ", ".join(ways)
    if unsubscribe_link:
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(body.rstrip() + "\n", cte="quoted-printable")
    if picture:
        mail.add_alternative(_as_html(body.rstrip(), picture), subtype="html", cte="quoted-printable")
    return mail


def _as_html(body: str, picture: str) -> str:
    """The text as it stands, its web addresses as links, and the picture at its end."""
    parts, place = [], 0
    for found in _ADDRESS.finditer(body):
        address = html.escape(found[0])
        parts += [html.escape(body[place : found.start()]), f'<a href="{address}">{address}</a>']
        place = found.end()
    text = "".join([*parts, html.escape(body[place:])]).replace("\n", "<br>\n")
    seen = f'<img src="{html.escape(picture)}" width="1" height="1" alt="" style="display:block;border:0">'
    return f'<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n<p>{text}</p>\n{seen}\n</body></html>\n'


def ascii_address(address: str) -> str:
    """The address with its domain as mail servers know it. Raises UserError for what is none, and for letters before the @ that
    only few servers take."""
    local, at, domain = address.strip().rpartition("@")
    if not at or not local or not domain or any(letter in address for letter in "\r\n<>,; "):
        raise UserError(tr("“{address}” is not an e-mail address. Correct it at the prospect.", address=address[:80]))
    if not local.isascii():
        raise UserError(
            tr(
                "“{address}” has letters before the @ that mail servers do not take. Ask for another address.",
                address=address[:80],
            )
        )
    try:
        return f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        raise UserError(tr("“{address}” has no valid domain. Correct it at the prospect.", address=address[:80])) from None


def _address(address: str, name: str) -> "Address":
    from email.headerregistry import Address

    local, _, domain = ascii_address(address).rpartition("@")
    clean = "".join(letter for letter in " ".join(name.split()) if letter.isprintable())
    return Address(clean, local, domain)
