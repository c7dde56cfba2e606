"""One question to Claude with one end: ten seconds in all, however slowly it answers (docs/services.md, "Claude").

The library's own time-out begins anew with every byte, so the question is asked in a thread that is left behind at the deadline; that one
stops reading at the next byte.
"""

import json
import threading
import time
from collections.abc import Mapping
from typing import Any

from journeydesk.domain.generated.cleaning import NoAnswer
from journeydesk.domain.words import tr
from journeydesk.remote.claude.problems import ClaudeLate, ClaudeRefused
from journeydesk.remote.safe_address import check_address

SECONDS = 10.0
_MOST_TOKENS = 2_000
_MOST_CHARACTERS = 60_000


def ask(
    key: str,
    url: str | None,
    model: str,
    system: str,
    data: Mapping[str, Any],
    schema: Mapping[str, Any],
    seconds: float = SECONDS,
) -> str:
    """The text of the answer. Raises ClaudeRefused, ClaudeLate, and NoAnswer for one that is no answer: refused, cut, or of another shape
    than a message."""
    import anthropic  # a second and a half; it is no part of the ten

    ends_at = time.monotonic() + seconds
    results: list[str | Exception] = []

    def run() -> None:
        try:
            results.append(_asked(anthropic, key, url, model, system, data, schema, ends_at))
        except Exception as problem:  # noqa: BLE001 - handed to the thread that waits, which tells them apart
            results.append(problem)

    thread = threading.Thread(target=run, name="claude", daemon=True)
    thread.start()
    thread.join(seconds)
    if not results:
        raise ClaudeLate(tr("Claude did not answer within {seconds} seconds.", seconds=f"{seconds:.0f}"))
    result = results[0]
    if isinstance(result, str):
        return result
    raise _told(anthropic, result, seconds) from result


def _asked(
    anthropic: Any,
    key: str,
    url: str | None,
    model: str,
    system: str,
    data: Mapping[str, Any],
    schema: Mapping[str, Any],
    ends_at: float,
) -> str:
    import httpx2

    from journeydesk.remote.claude.bounded import BoundedTransport

    left = max(0.1, ends_at - time.monotonic())
    timeout = httpx2.Timeout(left, connect=min(3.0, left))
    # What the environment says of proxies and certificates is not for a key; nothing is followed elsewhere.
    transport = BoundedTransport(ends_at)
    with httpx2.Client(transport=transport, timeout=timeout, follow_redirects=False, trust_env=False) as http:
        address = {"base_url": check_address(url)} if url else {}
        client = anthropic.Anthropic(api_key=key, max_retries=0, timeout=timeout, http_client=http, **address)
        text, reason = "", None
        with client.messages.stream(
            model=model,
            max_tokens=_MOST_TOKENS,
            system=system,
            messages=[{"role": "user", "content": json.dumps(data, ensure_ascii=False, sort_keys=True)}],
            output_config={"format": {"type": "json_schema", "schema": dict(schema)}},
        ) as stream:
            for event in stream:
                if time.monotonic() > ends_at:
                    raise ClaudeLate(tr("Claude answered too slowly."))
                kind = getattr(event, "type", None)
                if kind == "content_block_delta" and getattr(event.delta, "type", None) == "text_delta":
                    text += event.delta.text
                    if len(text) > _MOST_CHARACTERS:
                        raise NoAnswer(tr("it is longer than sane"))
                elif kind == "message_delta":
                    reason = getattr(event.delta, "stop_reason", None) or reason
    if reason != "end_turn":
        raise NoAnswer(tr("it ended with {reason}", reason=reason or tr("nothing")))
    return text


def _told(anthropic: Any, problem: Exception, seconds: float) -> Exception:
    if isinstance(problem, (ClaudeLate, NoAnswer)):
        return problem
    if isinstance(problem, anthropic.APITimeoutError):
        return ClaudeLate(tr("Claude did not answer within {seconds} seconds.", seconds=f"{seconds:.0f}"))
    if isinstance(problem, anthropic.APIStatusError):
        if problem.status_code in (401, 402, 403):
            return ClaudeRefused(
                tr("Claude does not take the key, or its account has no credit. Enter it again in Settings, Integrations.")
            )
        return ClaudeLate(tr("Claude has trouble answering ({status_code}).", status_code=problem.status_code))
    if isinstance(problem, anthropic.APIConnectionError):
        return ClaudeLate(tr("Claude cannot be reached."))
    return NoAnswer(tr("it could not be read ({name})", name=type(problem).__name__))
