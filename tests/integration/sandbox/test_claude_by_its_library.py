"""The stand-in for Claude as Claude's own library sees it: streamed, refused, slow."""

import json
import time
from collections.abc import Iterator
from typing import Any

import anthropic
import httpx2
import pytest

from journeydesk.sandbox.server import Sandbox
from tests.integration.sandbox.conftest import Wire

SCHEMA = {
    "type": "object",
    "properties": {"subject": {"type": "string"}, "text": {"type": "string"}},
    "required": ["subject", "text"],
    "additionalProperties": False,
}
ASKED: dict[str, Any] = {
    "model": "claude-haiku-5-5",
    "max_tokens": 500,
    "system": "Write a follow-up.",
    "messages": [{"role": "user", "content": json.dumps({"company": "Rada & Co", "first_name": "Rada", "sender": "Amaia"})}],
    "output_config": {"format": {"type": "json_schema", "schema": SCHEMA}},
}


def client(sandbox: Sandbox, key: str | None = None) -> anthropic.Anthropic:
    http = httpx2.Client(trust_env=False)
    address = sandbox.addresses.claude_url
    return anthropic.Anthropic(api_key=key or sandbox.addresses.claude_key, base_url=address, max_retries=0, http_client=http)


@pytest.fixture
def claude(sandbox: Sandbox, wire: Wire) -> Iterator[anthropic.Anthropic]:
    with client(sandbox) as opened:
        yield opened
    wire.control("claude", {"status": 200, "body": "", "pause": 0, "stop": "end_turn", "piece": 4_000})


def streamed(claude: anthropic.Anthropic) -> tuple[str, str | None]:
    with claude.messages.stream(**ASKED) as stream:
        text = "".join(stream.text_stream)
        return text, stream.get_final_message().stop_reason


def test_it_streams_an_answer_in_the_parts_of_the_schema(claude: anthropic.Anthropic) -> None:
    text, reason = streamed(claude)
    parts = json.loads(text)
    assert (set(parts), reason) == ({"subject", "text"}, "end_turn")
    assert "Rada & Co" in parts["subject"]
    assert parts["text"].startswith("Good morning Rada")


def test_events_come_apart_where_it_is_slow(claude: anthropic.Anthropic, wire: Wire) -> None:
    wire.control("claude", {"pause": 0.05, "piece": 100})
    began = time.monotonic()
    text, _ = streamed(claude)
    assert json.loads(text)
    assert time.monotonic() - began > 0.3


def test_the_library_understands_its_refusals(sandbox: Sandbox, claude: anthropic.Anthropic, wire: Wire) -> None:
    with client(sandbox, "sk-ant-another") as stranger, pytest.raises(anthropic.AuthenticationError):
        streamed(stranger)
    wire.control(
        "claude", {"status": 529, "body": '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}'}
    )
    with pytest.raises(anthropic.InternalServerError, match="Overloaded"):
        streamed(claude)
