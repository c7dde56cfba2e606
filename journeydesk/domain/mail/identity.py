"""How a mail is known: by what it is about, so that no two computers and no restored copy send one thing twice."""

import hashlib


def mail_key(template: str, prospect: str, occasion: str) -> str:
    """The same on every computer for a template, a prospect (its Application ID) and an occasion, such as a week."""
    return "MAIL-" + hashlib.sha256(f"{template}|{prospect}|{occasion}".encode()).hexdigest()[:24]


def event_key(mail: str) -> str:
    """The key of the event that says that this mail was sent."""
    return "EVT-" + hashlib.sha256(f"sent|{mail}".encode()).hexdigest()[:24]


def survey_key(mail: str) -> str:
    """The key of the record that the answers to this survey belong to."""
    return "SRV-" + mail.removeprefix("MAIL-")


def message_id(mail: str, domain: str) -> str:
    """Its Message-ID, made before it is sent: a second try is the same mail, and what answers it names it.

    Short, for mail programs break header tokens that do not fit a line (RFC 5322 section 2.1.1).
    """
    return f"<jd.{hashlib.sha256(mail.encode()).hexdigest()[:20]}@{domain}>"
