"""The phone's page among the services: whether it is on, what is said of it, and its check."""

import json

from journeydesk.domain.errors import WorldError
from journeydesk.domain.words import noted, tr, tr_count
from journeydesk.services.context import Context
from journeydesk.services.phone.pairing import paired_phones
from journeydesk.services.phone.settings import CERTIFICATE, phone_settings, trouble
from journeydesk.services.receiver.running import is_receiving
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.phone.phones import phones
from journeydesk.storage.sync.meta import get_meta

PHONE = noted("Phone page")
"""What it is called beside the other services."""


def is_phone_on(connection: Connection) -> bool:
    """Whether a person switched it on here."""
    try:
        return bool(json.loads(get_meta(connection, "phone") or "{}").get("on"))
    except (ValueError, AttributeError):
        return False


def phone_words(connection: Connection) -> str:
    """How many phones there are."""
    count = len(phones(connection))
    return tr_count("{count} phone paired", "{count} phones paired", count) if count else tr("No phone is paired yet")


def check_phone_page(context: Context) -> str:
    """Opens the page as a phone would. Raises WorldError where it is not served."""
    from journeydesk.remote.own_page import check_page

    settings = phone_settings(context)
    why = trouble(context)
    if why or not settings.address or not is_receiving(context):
        raise WorldError(why or tr("The page is not served. Switch it on here, or start it with: journeydesk serve"))
    certificate = None if settings.name else context.database.folder / CERTIFICATE
    check_page(settings.address, "/phone/pair", certificate)
    count = len(paired_phones(context))
    return tr("The page answers · {phones}", phones=tr_count("{count} phone", "{count} phones", count))
