"""The agent's door as an assistant meets it: the official library's client, a process of its own, real standard input and output."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.types import CallToolResult, Implementation, TextContent

from journeydesk.domain.agent.handing_over import NOTICE
from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.services.agent.card import check_door, open_door, snippet
from journeydesk.services.agent.deciding import reject_proposal
from journeydesk.services.agent.showing import proposal_lines
from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.services.commands.records import key_of
from journeydesk.services.context import Context
from journeydesk.services.workspace.opening import open_workspace
from tests.integration.processes.windows import start, wait_until
from tests.unit.domain.agent.test_proposals import INJECTIONS
from tests.workspaces import NOWHERE

Talk = Callable[[Client], Awaitable[None]]
CANARY = "canary-of-the-keyring"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where an unencrypted workspace lies, whose door is open."""
    workspace = tmp_path / "home" / "workspace"
    workspace.mkdir(parents=True)
    (workspace / "unencrypted").touch()
    monkeypatch.setenv("JOURNEYDESK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def context(home: Path) -> Iterator[Context]:
    """The workspace, opened beside the door, with one prospect."""
    opened, _ = open_workspace(home / "workspace", None, NOWHERE)
    open_door(opened, True)
    create_prospect(opened, {"company": "Quillon Freight", "contact_name": "Adaeze Nwokorie", "notes": INJECTIONS[0]})
    yield opened
    opened.database.close()


@pytest.fixture
def key(context: Context) -> str:
    """The prospect's Application ID."""
    with context.database.read() as connection:
        from journeydesk.storage.engine import sql

        record = sql.scalar(connection, "SELECT lid FROM prospects")
    return str(key_of(context, BY_SLUG["prospects"], record))


def talk(home: Path, words: Talk) -> None:
    """An assistant that starts the door and says these words."""
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "journeydesk", "mcp"], env={"JOURNEYDESK_HOME": str(home)}
    )

    async def run() -> None:
        with Path(os.devnull).open("w", encoding="utf-8") as log:
            about = Implementation(name="claude-desktop", title="Claude Desktop", version="1")
            async with Client(stdio_client(command, errlog=log), client_info=about) as client:
                await words(client)

    with anyio.from_thread.start_blocking_portal() as portal:
        portal.call(run)


def text(result: CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


async def data(client: Client, tool: str, **arguments: Any) -> Any:
    """What a reading tool hands over; the same as text and as structure."""
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, text(result)
    assert json.loads(text(result)) == result.structured_content
    assert result.structured_content is not None
    assert result.structured_content["notice"] == NOTICE
    return result.structured_content["data"]


def test_an_assistant_reads_and_what_it_proposes_waits(home: Path, context: Context, key: str) -> None:
    async def words(client: Client) -> None:
        tools = (await client.list_tools()).tools
        assert len(tools) <= 12
        assert all(tool.description and len(tool.description) > 30 for tool in tools)
        assert not any("  " in (tool.description or "") for tool in tools)
        reads = {tool.name for tool in tools if tool.annotations is not None and tool.annotations.read_only_hint}
        assert reads == {tool.name for tool in tools if not tool.name.startswith("draft_")}
        assert NOTICE in (client.instructions or "")
        assert (await data(client, "search_prospects", query="quillon"))["prospects"][0]["prospect"] == key
        assert (await data(client, "get_prospect", prospect=key))["fields"]["Company"] == "Quillon Freight"
        assert (await data(client, "get_timeline", prospect=key))["timeline"]
        assert (await data(client, "get_today"))["owner"]
        reports = (await data(client, "get_figures"))["reports"]
        for report in reports:
            assert (await data(client, "get_figures", report=report["name"]))["period"] == report["now"]
        drafts: list[tuple[str, dict[str, Any]]] = [
            ("draft_log", {"type": "Call", "summary": "Sie möchte zwei Lager"}),
            ("draft_task", {"title": "¿Enviar las referencias?", "due": "3d", "why": "lo pidió"}),
            ("draft_change", {"fields": {"job_title": "Head of depots"}}),
            ("draft_move", {"stage": "Exploration"}),
            ("draft_message", {"subject": "Two references", "body": "Good morning"}),
        ]
        for tool, arguments in drafts:
            result = await client.call_tool(tool, {"prospect": key} | arguments)
            assert not result.is_error, text(result)
        assert not (await client.call_tool("draft_prospect", {"fields": {"company": "Brisalta"}})).is_error
        assert [each["state"] for each in (await data(client, "list_proposals"))["proposals"]] == ["waiting"] * 5

    talk(home, words)
    waiting, _ = proposal_lines(context)
    assert {line.beside for line in waiting} == {"Claude Desktop"}
    assert [line.beginning for line in reversed(waiting)][:2] == ["Log: Call. Sie möchte zwei Lager", waiting[-2].beginning]
    with context.database.read() as connection:
        from journeydesk.storage.engine import sql

        assert sql.scalar(connection, "SELECT count(*) FROM interactions") == 0
        assert sql.scalar(connection, "SELECT count(*) FROM tasks") == 0
        assert sql.scalar(connection, "SELECT count(*) FROM prospects") == 1
        assert sql.scalar(connection, "SELECT count(*) FROM mail_item") == 0


HOSTILE: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("draft_log", {"type": "Call", "summary": "a\0b"}, "cannot be kept"),
    ("draft_log", {"type": "Call", "summary": "x" * 5_000_000}, "at most 20,000 fit"),
    ("draft_log", {"type": "Dance", "summary": "x"}, "is not a choice"),
    ("draft_log", {"type": "Call", "summary": "x", "duration": -5}, "Duration"),
    ("draft_log", {"type": ["Call"], "summary": {"a": 1}}, "valid string"),
    ("draft_task", {"title": "x", "due": "gestern"}, "not a date"),
    ("draft_change", {"fields": {"status": "Accepted"}}, "cannot be proposed"),
    ("draft_change", {"fields": {"ltv": "10000"}}, "cannot be proposed"),
    ("draft_change", {"fields": {"email": "nobody"}}, "E-mail"),
    ("draft_change", {"fields": {"'; DROP TABLE prospects; --": "x"}}, "cannot be proposed"),
    ("draft_move", {"stage": "Nowhere"}, "has no stage"),
    ("draft_message", {"subject": "", "body": ""}, "needs a subject"),
    ("get_prospect", {"prospect": "x" * 100_000}, "at most 500 fit"),
    ("get_figures", {"report": "../../etc/passwd"}, "no report"),
    ("get_figures", {"report": "weekly", "period": "2026-W99"}, ""),
    ("get_timeline", {"limit": "many"}, "valid integer"),
    ("no_such_tool", {}, "Unknown tool"),
)


def test_a_hostile_argument_gets_a_sentence(home: Path, context: Context, key: str) -> None:
    async def words(client: Client) -> None:
        for tool, arguments, said in HOSTILE:
            result = await client.call_tool(tool, {"prospect": key} | arguments)
            assert result.is_error, (tool, arguments)
            assert said in text(result), text(result)[:300]
            assert "Traceback" not in text(result)
            assert "pydantic" not in text(result)
        for prospect in ("BETA-NOBODY1", "", "\u202e"):
            assert (await client.call_tool("draft_task", {"prospect": prospect, "title": "x", "due": "3d"})).is_error
        assert (await data(client, "get_timeline", prospect=key, limit=10**9))["timeline"]

    talk(home, words)
    assert proposal_lines(context) == ([], [])


def test_half_a_character_is_answered_as_well(home: Path, context: Context, key: str) -> None:
    said: list[dict[str, Any]] = [
        {"id": 1, "method": "initialize", "params": _HELLO},
        {"method": "notifications/initialized"},
        {"id": 2, "method": "tools/call", "params": {"name": "draft_log", "arguments": _cut_log(key)}},
        {"id": 3, "method": "tools/call", "params": {"name": "search_prospects", "arguments": {"query": "quill\udc00"}}},
    ]
    command = [sys.executable, "-m", "journeydesk", "mcp"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as door:
        assert door.stdin is not None
        assert door.stdout is not None
        for message in said:
            door.stdin.write(json.dumps({"jsonrpc": "2.0"} | message) + "\n")
        door.stdin.flush()
        answers = {answer["id"]: answer["result"] for answer in (json.loads(door.stdout.readline()) for _ in range(3))}
        door.stdin.close()
    assert not answers[2].get("isError"), answers[2]
    assert not answers[3].get("isError"), answers[3]
    (line,), _ = proposal_lines(context)
    assert line.beginning == "Log: Call. Wants a demo \ufffd"


_HELLO = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "claude", "version": "1"}}


def _cut_log(key: str) -> dict[str, str]:
    return {"prospect": key, "type": "Call", "summary": "Wants a demo \ud83d"}


def test_what_a_prospect_wrote_arrives_as_data(home: Path, context: Context, key: str) -> None:
    with context.database.write() as connection:
        from journeydesk.storage.sync.meta import set_meta

        for name in ("mail_account", "phone", "actor_token"):
            set_meta(connection, name, json.dumps({"secret": CANARY}))
    edit(context, 1, {"use_case": "\n".join(INJECTIONS), "current_challenge": INJECTIONS[2]})  # type: ignore[arg-type]

    async def words(client: Client) -> None:
        said = []
        for tool, arguments in (
            ("search_prospects", {"query": "quillon"}), ("get_prospect", {"prospect": key}), ("get_timeline", {"prospect": key}),
            ("get_today", {}), ("get_figures", {"report": "weekly"}), ("list_proposals", {}),
        ):  # fmt: skip
            await data(client, tool, **arguments)
            said.append(text(await client.call_tool(tool, arguments)))
        assert CANARY not in "".join(said)
        assert str(home) not in "".join(said)
        read = await data(client, "get_prospect", prospect=key)
        assert read["fields"]["Notes"] == INJECTIONS[0]
        assert "\U000e0041" not in "".join(said)
        assert set(read) <= {"prospect", "fields", "journey", "stage", "next_stage", "score", "score_reasons", "open_tasks"}

    talk(home, words)


def test_a_locked_database_is_said_and_the_retry_lands(home: Path, context: Context, key: str) -> None:
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with context.database.write():
            held.set()
            let_go.wait(30)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(10)
    arguments = {"prospect": key, "title": "Call", "due": "3d"}

    async def words(client: Client) -> None:
        assert (await data(client, "get_prospect", prospect=key))["prospect"] == key
        refused = await client.call_tool("draft_task", arguments)
        assert refused.is_error
        assert "locked" in text(refused) or "another program" in text(refused).lower()
        let_go.set()
        await anyio.to_thread.run_sync(holder.join)
        for _ in range(2):
            assert not (await client.call_tool("draft_task", arguments)).is_error

    talk(home, words)
    assert len(proposal_lines(context)[0]) == 1


def test_it_answers_beside_a_window_until_it_is_closed(home: Path, context: Context, key: str) -> None:
    window = start(home)
    try:
        wait_until(lambda: context.database.has_window())

        async def words(client: Client) -> None:
            arguments = {"prospect": key, "title": "Call", "due": "3d"}
            assert not (await client.call_tool("draft_task", arguments)).is_error
            (line,) = proposal_lines(context)[0]
            reject_proposal(context, line.id, "she is on leave")
            (told,) = (await data(client, "list_proposals"))["proposals"]
            assert told["reason_of_rejection"] == "she is on leave"
            open_door(context, False)
            refused = await client.call_tool("draft_task", arguments)
            assert refused.is_error
            assert "The agent door is closed" in text(refused)

        talk(home, words)
    finally:
        window.kill()
        window.communicate()


def test_the_card_checks_it_for_real(home: Path, context: Context) -> None:
    assert check_door(context) == "Answers with 12 tools"
    open_door(context, False)
    with pytest.raises(UserError, match="closed"):
        check_door(context)


def test_the_check_says_why_it_does_not_open(home: Path, context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYDESK_HOME", str(home / "elsewhere"))
    with pytest.raises(WorldError, match="did not open: "):
        check_door(context)


def test_a_closed_door_says_how_to_open_it(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "journeydesk", "mcp"], input="", capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert "journeydesk mcp open" in done.stderr
    assert done.stdout == ""


def test_the_snippet_starts_it_and_holds_no_secret() -> None:
    environment = {"JOURNEYDESK_HOME": "/data", "JOURNEYDESK_PASSPHRASE": CANARY, "JOURNEYDESK_AIRTABLE_TOKEN": CANARY}
    written, note = snippet(NOWHERE, environment)
    entry = json.loads(written)["mcpServers"]["journeydesk"]
    assert entry == {"command": sys.executable, "args": ["-m", "journeydesk", "mcp"], "env": {"JOURNEYDESK_HOME": "/data"}}
    assert CANARY not in written
    assert note == ""


def test_proposals_are_decided_by_commands(home: Path, context: Context, key: str) -> None:
    async def words(client: Client) -> None:
        for title in ("first", "second"):
            await client.call_tool("draft_task", {"prospect": key, "title": title, "due": "3d"})

    talk(home, words)

    def run(*arguments: str) -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, "-m", "journeydesk", *arguments, "--json"], capture_output=True, text=True, timeout=60, check=True
        )
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    assert [each["state"] for each in run("proposals")["proposals"]] == ["waiting", "waiting"]
    assert run("proposals", "approve", "1")["done"] == ["Added the task “first”"]
    assert run("proposals", "reject", "2", "--reason", "no") == {"rejected": 2}
    assert run("proposals", "take-back", "1") == {"waits": 1}
    assert {each["id"]: each["state"] for each in run("proposals")["proposals"]} == {1: "waiting", 2: "rejected"}
