"""The command `card`: contacts as vCard, or one as a QR code."""

import argparse
from pathlib import Path

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.domain.written.contact_card import contact_card
from journeydesk.services.commands.prospects import find_prospect
from journeydesk.services.fields.contacts import contact_code, contact_of, write_cards


def card(arguments: argparse.Namespace) -> int:
    """Prints or writes the cards of these prospects."""
    with workspace() as (context, _):
        prospects = [find_prospect(context, key) for key in arguments.prospects]
        if arguments.qr:
            if len(prospects) != 1:
                raise UserError(tr("A QR code holds one contact: name one prospect."))
            code = contact_code(contact_of(context, prospects[0]))
            words = "\n".join("".join("██" if dark else "  " for dark in row) for row in code)
            say(arguments, words, {"modules": [[int(dark) for dark in row] for row in code]})
            return DONE
        if arguments.output:
            path = write_cards(context, prospects, Path(arguments.output), arguments.version)
            say(arguments, tr("Written to {path}.", path=path), {"file": str(path), "cards": len(prospects)})
            return DONE
        cards = "".join(contact_card(contact_of(context, prospect), arguments.version) for prospect in prospects)
    say(arguments, cards.replace("\r\n", "\n").rstrip("\n"), {"vcard": cards})
    return DONE
