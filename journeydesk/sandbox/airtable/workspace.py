"""The Airtable account that the stand-in plays."""

import json
from dataclasses import dataclass
from typing import Any

from journeydesk.sandbox.airtable.access import Token
from journeydesk.sandbox.airtable.errors import AirtableError, invalid_request, no_such_model
from journeydesk.sandbox.airtable.limits import Limits
from journeydesk.sandbox.airtable.model import Base, IdMaker
from journeydesk.sandbox.airtable.webhooks import Author, Webhooks
from journeydesk.sandbox.clock import SandboxClock, milliseconds
from journeydesk.sandbox.web import Request


@dataclass(slots=True)
class Workspace:
    """The account that the stand-in plays: its bases, tokens, limits, and each base's hooks."""

    clock: SandboxClock
    ids: IdMaker
    limits: Limits
    bases: dict[str, Base]
    tokens: dict[str, Token]
    hooks: dict[str, Webhooks]

    def add_base(self, base: Base) -> None:
        """Put a base in."""
        self.bases[base.id] = base
        self.hooks[base.id] = Webhooks(base, self.ids, self.now_ms)

    def now_ms(self) -> int:
        """The stand-in's time, Unix milliseconds."""
        return milliseconds(self.clock.now())

    def base_for(self, token: Token, base_id: str) -> Base:
        """The base of that id; raises AirtableError where it does not exist or was not granted."""
        base = self.bases.get(base_id)
        if base is None or not token.may_see(base_id):
            raise no_such_model()
        return base


def author_of(token: Token) -> Author:
    """The user behind a token, as webhook payloads name the author of an API write."""
    return Author("publicApi", token.user_id, token.email, token.name)


def json_body(request: Request) -> dict[str, Any]:
    """The request's JSON object; raises AirtableError for anything else."""
    try:
        body = json.loads(request.body or b"{}")
    except ValueError as error:
        raise AirtableError(422, "INVALID_REQUEST_BODY", "Could not parse request body") from error
    if not isinstance(body, dict):
        raise invalid_request()
    return body
