"""What every form of a website goes through: signature or site, the wrong fields named, on disk before it is answered."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Protocol

from fastapi import Request
from fastapi.responses import JSONResponse
from pydantic import ValidationError

from journeydesk.receiver.refusals import Refused, wrong_fields
from journeydesk.receiver.routes.answers import SIGNED, refusals
from journeydesk.receiver.service import Service
from journeydesk.storage.receiver.inbox import NewEntry


class _Form(Protocol):
    @classmethod
    def model_validate_json(cls, data: bytes) -> "_Form": ...
    def mapping(self) -> dict[str, Any]: ...


async def taken(request: Request, form: type[_Form], refused: str) -> tuple[Service, dict[str, Any]]:
    """The fields of a form that may be sent. Raises Refused: 422 says `refused` with each wrong field."""
    service: Service = request.app.state.service
    body = await service.signed_body(request, form=True)
    service.count_events()
    try:
        return service, form.model_validate_json(body).mapping()
    except ValidationError as problem:
        raise Refused(422, refused, wrong_fields(problem)) from problem


async def keep(service: Service, entry: str, kind: str, content: Mapping[str, Any]) -> None:
    """Lays a form into the inbox under its id; on disk when it returns."""
    await service.keep([NewEntry(entry, kind, "form", service.now(), json.dumps(content, ensure_ascii=False))])


def derived(kind: str, content: dict[str, Any]) -> str:
    """An id made from what was sent, so that a repeat is a repeat."""
    text = json.dumps([kind, content], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def accepted(**names: str) -> JSONResponse:
    """That it was taken, with the id that it goes by."""
    return JSONResponse({"status": "accepted", **names}, 202)


def answers(*names: str) -> dict[int | str, dict[str, Any]]:
    """What such a route may answer, for its description; `names` are those that `accepted` gives."""
    properties: dict[str, Any] = {"status": {"const": "accepted"}} | {name: {"type": "string"} for name in names}
    schema = {"type": "object", "required": list(properties), "properties": properties}
    kept = {202: {"description": "On disk; a repeat is answered alike", "content": {"application/json": {"schema": schema}}}}
    return kept | refusals(*SIGNED)
