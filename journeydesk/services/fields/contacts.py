"""Prospects as contact cards, and one as a QR code that a phone's camera takes in."""

from collections.abc import Sequence
from pathlib import Path

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.domain.written.contact_card import Contact, Version, contact_card
from journeydesk.services.context import Context
from journeydesk.storage.engine.files import write_file
from journeydesk.storage.records import records


def contact_of(context: Context, prospect: RecordId) -> Contact:
    """What a card says of a prospect. Raises UserError where it was deleted."""
    with context.database.read() as connection:
        row = records.get(connection, "prospects", prospect)
    if row is None or row["deleted"]:
        raise UserError(tr("The prospect is no longer there; it was deleted. Undo brings it back."))
    said = {name: str(row[name] or "") for name in ("key", "company", "job_title", "email", "phone", "website")}
    return Contact(name=str(row["contact_name"] or ""), **said)


def write_cards(context: Context, prospects: Sequence[RecordId], path: Path, version: Version = "4.0") -> Path:
    """Writes a card for each into one file, whole or not at all. Returns its path."""
    cards = "".join(contact_card(contact_of(context, prospect), version) for prospect in prospects)
    write_file(path, cards.encode("utf-8"), context.database.folder)
    return path


def contact_code(contact: Contact) -> tuple[tuple[bool, ...], ...]:
    """The QR code of a contact, row by row, True for dark, with its quiet edge of four modules."""
    import segno

    code = segno.make(contact_card(contact, "3.0"), error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix_iter(border=4))
