"""What is answered to a request that is not taken: a status, a sentence, and the fields that are wrong with the reason for each."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import field

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from journeydesk.domain.frozen_data import dataclass

_REASON = "journeydesk.reason"
_MOST_FIELDS = 20


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """A field that is wrong, by its name or its way from the top (`events.3.stage`), and why."""

    field: str
    reason: str


@dataclass
class Refused(Exception):
    """A request is not taken."""

    status: int
    sentence: str
    fields: Sequence[FieldProblem] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


def try_again(seconds: int, status: int, sentence: str) -> Refused:
    """Not now: to be sent again after so many seconds."""
    return Refused(status, sentence, headers={"Retry-After": str(max(1, seconds))})


def wrong_fields(problem: ValidationError, before: Sequence[str | int] = ()) -> list[FieldProblem]:
    """What pydantic found, field by field."""
    fields = []
    for error in problem.errors(include_url=False, include_context=False, include_input=False)[:_MOST_FIELDS]:
        way = ".".join(str(part) for part in (*before, *error["loc"])) or "body"
        fields.append(FieldProblem(way, error["msg"].removeprefix("Value error, ")))
    return fields


def refusal_body(refused: Refused) -> dict[str, object]:
    """The answer's JSON."""
    body: dict[str, object] = {"error": refused.sentence}
    if refused.fields:
        body["fields"] = [{"field": each.field, "reason": each.reason} for each in refused.fields]
    return body


def note_reason(scope: Scope, reason: str) -> None:
    """Why a request was not taken, for the security log."""
    scope[_REASON] = reason


def reason_of(scope: Scope) -> str:
    """What `note_reason` noted."""
    return str(scope.get(_REASON, ""))


async def answer_refused(request: Request, problem: Exception) -> Response:
    """Makes the answer of a `Refused`."""
    assert isinstance(problem, Refused)
    note_reason(request.scope, problem.sentence)
    return JSONResponse(refusal_body(problem), problem.status, dict(problem.headers))


def plain_refusal(refused: Refused) -> tuple[dict[str, object], dict[str, object]]:
    """The two messages of an answer, for where no request was made yet. The connection ends with it: what is left of the request
    is not read."""
    body = json.dumps(refusal_body(refused)).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode()), (b"connection", b"close")]
    headers += [(name.lower().encode(), value.encode()) for name, value in refused.headers.items()]
    start = {"type": "http.response.start", "status": refused.status, "headers": headers}
    return start, {"type": "http.response.body", "body": body}
