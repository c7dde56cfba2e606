"""Claude's side of the line: streams an answer as the real one does, or fails as a test wrote down."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeydesk.sandbox.claude.writing import written
from journeydesk.sandbox.web import Request, Response, json_response

MOST_KEPT = 200


@dataclass
class ClaudeService:
    """`answer` makes the text of the reply to a request's body; `status` and `body` fail instead. `pause` seconds lie between events, of
    `piece` characters each; `stop` is the stop reason. `key` is the one that is taken, any where it is empty. `requests` are the newest."""

    url: str = ""
    key: str = ""
    answer: Callable[[dict[str, Any]], str] = written
    status: int = 200
    body: str = ""
    pause: float = 0.0
    piece: int = 4_000
    stop: str = "end_turn"
    requests: list[tuple[dict[str, str], dict[str, Any]]] = field(default_factory=list)

    def handle(self, request: Request, segments: Sequence[str]) -> Response:
        """Answer one request; `segments` are the path's parts below the stand-in's address."""
        if (request.method, tuple(segments)) != ("POST", ("v1", "messages")):
            return _error(404, "not_found_error", "Not found")
        asked: dict[str, Any] = json.loads(request.body or b"{}")
        self.requests[:] = [*self.requests[1 - MOST_KEPT :], (dict(request.headers), asked)]
        if self.body or self.status != 200:
            kind = "text/html" if self.body.startswith("<") else "application/json"
            return Response(self.status, self.body.encode(), kind)
        given = request.headers.get("x-api-key") or request.headers.get("authorization", "").removeprefix("Bearer ")
        if self.key and given != self.key:
            return _error(401, "authentication_error", "invalid x-api-key")
        events = [f"event: {name}\ndata: {json.dumps(event)}\n\n".encode() for name, event in self._events(self.answer(asked))]
        return Response(200, b"".join(events), "text/event-stream", pieces=tuple(events), trickle_s=self.pause)

    def _events(self, text: str) -> Iterator[tuple[str, dict[str, Any]]]:
        message: dict[str, Any] = {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": "m",
            "content": [],
            "stop_reason": None,
        }
        usage = {"input_tokens": 1, "output_tokens": 1}
        yield "message_start", {"type": "message_start", "message": message | {"stop_sequence": None, "usage": usage}}
        begun = {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}
        yield "content_block_start", begun
        for start in range(0, len(text), self.piece):
            delta = {"type": "text_delta", "text": text[start : start + self.piece]}
            yield "content_block_delta", {"type": "content_block_delta", "index": 0, "delta": delta}
        yield "content_block_stop", {"type": "content_block_stop", "index": 0}
        ended = {"stop_reason": self.stop, "stop_sequence": None}
        yield "message_delta", {"type": "message_delta", "delta": ended, "usage": {"output_tokens": 1}}
        yield "message_stop", {"type": "message_stop"}

    def control(self, given: dict[str, Any]) -> Any:
        """What tests ask: `status` and `body` to fail with, `pause` and `stop` of the stream."""
        for name in ("status", "body", "pause", "stop", "piece"):
            if name in given:
                setattr(self, name, given[name])
        return {"requests": len(self.requests), "status": self.status}


def _error(status: int, kind: str, message: str) -> Response:
    return json_response({"type": "error", "error": {"type": kind, "message": message}}, status)
