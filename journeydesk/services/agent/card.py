"""The agent's door among the other services: whether it is open, what is said of it, what an assistant's settings need, and its check."""

import json
import os
import subprocess
import threading
import time
from collections.abc import Mapping
from importlib.util import find_spec
from queue import Empty, Queue
from typing import IO, Any

from journeydesk import __version__
from journeydesk.config import Connections, own_program
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.words import noted, tr, tr_count
from journeydesk.services.agent.waiting import DOOR
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.storage.agent.drafts import count_waiting
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.meta import get_meta, set_meta

AGENT_DOOR = noted("Agent door")
"""What it is called beside the other services."""

MISSING = tr("The part that talks to assistants is not installed here. Install it with: pip install “journeydesk[mcp]”")
_SECONDS = 30.0
_HANDED_ON = ("JOURNEYDESK_HOME", "JOURNEYDESK_WORKSPACE", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")
"""What a program needs to find the workspace and the keyring, which assistants do not hand on by themselves."""


def is_open(connection: Connection) -> bool:
    """Whether a person opened it here."""
    return get_meta(connection, DOOR) is not None


def is_door_open(context: Context) -> bool:
    """The same of an open workspace."""
    with context.database.read() as connection:
        return is_open(connection)


def refuse_closed(context: Context) -> None:
    """Raises UserError where it is closed."""
    if not is_door_open(context):
        raise UserError(tr("The agent door is closed. Open it in Settings, Integrations, or with: journeydesk mcp open"))


def open_door(context: Context, opened: bool) -> None:
    """Opens or closes it; what was proposed stays."""
    with context.database.write() as connection:
        set_meta(connection, DOOR, "open" if opened else None)
    context.publish(Change(frozenset({"settings", "proposals"})))


def door_words(connection: Connection) -> str:
    """How many proposals wait."""
    count = count_waiting(connection)
    if not count:
        return tr("Assistants read and propose, you decide")
    return tr_count("{count} proposal waits for you", "{count} proposals wait for you", count)


def snippet(known: Connections, environment: Mapping[str, str] = os.environ) -> tuple[str, str]:
    """What an assistant's settings need, as JSON, and a sentence of what it must be given besides; empty where nothing. Neither holds a
    secret."""
    command, *words = own_program()
    entry: dict[str, Any] = {"command": command, "args": [*words, "mcp"]}
    if handed_on := {name: environment[name] for name in _HANDED_ON if environment.get(name)}:
        entry["env"] = handed_on
    note = (
        tr(
            "This workspace opens with a passphrase: give the assistant JOURNEYDESK_PASSPHRASE in its own environment, not in a file."
        )
        if known.passphrase
        else ""
    )
    return json.dumps({"mcpServers": {"journeydesk": entry}}, indent=2, ensure_ascii=False), note


def check_door(context: Context) -> str:
    """Starts the door as an assistant does, and asks for its tools and for one prospect. Raises UserError, WorldError."""
    refuse_closed(context)
    if find_spec("mcp") is None:
        raise WorldError(MISSING)
    with subprocess.Popen(
        [*own_program(), "mcp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:
            tools = _converse(process)
        finally:
            process.kill()
    return tr_count("Answers with {count} tool", "Answers with {count} tools", tools)


def _converse(process: "subprocess.Popen[str]") -> int:
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    answers: Queue[str | None] = Queue()
    complaints: list[str] = []
    threading.Thread(target=_hear, args=(process.stdout, answers), daemon=True).start()
    listener = threading.Thread(target=lambda: complaints.extend(process.stderr or ()), daemon=True)
    listener.start()
    until = time.monotonic() + _SECONDS
    about = {"name": "journeydesk check", "version": __version__}

    def ask(number: int, method: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        _say(process.stdin, {"jsonrpc": "2.0", "id": number, "method": method, "params": parameters})
        while True:
            try:
                line = answers.get(timeout=max(0.01, until - time.monotonic()))
            except Empty:
                raise WorldError(tr("The door did not answer within {seconds} s.", seconds=round(_SECONDS))) from None
            if line is None:
                listener.join(1)
                raise WorldError(tr("The door did not open: {why}", why=" ".join("".join(complaints).split())[:300]))
            answer = _read(line)
            if answer.get("id") == number:
                return answer

    ask(1, "initialize", {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": about})
    _say(process.stdin, {"jsonrpc": "2.0", "method": "notifications/initialized"})
    tools = ask(2, "tools/list", {}).get("result", {}).get("tools", [])
    called = ask(3, "tools/call", {"name": "search_prospects", "arguments": {"query": "a", "limit": 1}})
    if not isinstance(tools, list) or not tools or called.get("result", {}).get("isError", True):
        raise WorldError(tr("The door answers, but a search failed: {why}", why=json.dumps(called, ensure_ascii=False)[:200]))
    return len(tools)


def _hear(stream: IO[str], answers: "Queue[str | None]") -> None:
    for line in stream:
        answers.put(line)
    answers.put(None)


def _say(stream: IO[str] | None, message: Mapping[str, Any]) -> None:
    assert stream is not None
    try:
        stream.write(json.dumps(message) + "\n")
        stream.flush()
    except OSError:
        # It ended; what it said of it is read.
        return


def _read(line: str) -> dict[str, Any]:
    try:
        answer = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}
