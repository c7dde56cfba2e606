"""The bases that a token may see; needed before one of them is chosen (docs/services.md, "Airtable: addresses and rights")."""

import time

from journeydesk.domain.words import tr
from journeydesk.remote.airtable.json_shapes import reading, text_of
from journeydesk.remote.airtable.limits import LIMITS
from journeydesk.remote.airtable.service import NAME
from journeydesk.remote.airtable.session import AirtableSession
from journeydesk.remote.cursor_trail import CursorTrail
from journeydesk.sync.budget import Pace


def list_bases(url: str, token: str, beside: bool = False) -> list[tuple[str, str]]:
    """Every base as (id, name). Raises as every request does: TokenRefused, AccessDenied, RemoteUnreachable."""
    session = AirtableSession(url, token, "", Pace(LIMITS.per_second, time.monotonic, time.sleep), beside=beside)
    bases: list[tuple[str, str]] = []
    trail = CursorTrail(NAME)
    offset: str | None = None
    while True:
        answer = session.send("GET", "meta/bases", params={"offset": offset} if offset else None)
        with reading(tr("list of bases")):
            bases += [(text_of(base, "id"), text_of(base, "name")) for base in answer["bases"]]
        offset = trail.follow(answer.get("offset"))
        if offset is None:
            return bases
