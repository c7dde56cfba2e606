"""The bases that a token may see; needed before one of them is chosen (APIS section 1)."""

import time

from journeydesk.remote.airtable.remote import AirtableRemote
from journeydesk.sync.budget import Pace

_PER_SECOND = 5.0


class AirtableBases(AirtableRemote):
    """Airtable without a base chosen yet. Not thread-safe."""

    def __init__(self, url: str, token: str) -> None:
        super().__init__(url, token, "", Pace(_PER_SECOND, time.monotonic, time.sleep))

    def bases(self) -> list[tuple[str, str]]:
        """Every base as (id, name). Raises as every request does: TokenRefused, AccessDenied, RemoteUnreachable."""
        found: list[tuple[str, str]] = []
        offset: str | None = None
        while True:
            answer = self._send("GET", "meta/bases", params={"offset": offset} if offset else None)
            found += [(str(base["id"]), str(base["name"])) for base in answer.get("bases", [])]
            offset = answer.get("offset")
            if not offset:
                return found
