"""The sandbox as a process of its own."""

import json
import socket
import subprocess
import sys

import httpx

COMMAND = [sys.executable, "-m", "journeydesk.sandbox"]


def test_the_process_serves_where_it_says_and_ends_with_its_parent() -> None:
    command = [*COMMAND, "--prospects", "20", "--json", "--with-parent"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        places = json.loads(process.stdout.readline())
        headers = {"Authorization": f"Bearer {places['token']}"}
        url = f"{places['airtable_url']}/v0/{places['base_id']}/Beta Applications"
        records = httpx.get(url, headers=headers, trust_env=False).json()["records"]
        process.stdin.close()
        assert process.wait(timeout=20) == 0
    assert len(records) == 20


def test_told_to_end_it_says_nothing_beside_its_parent() -> None:
    command = [*COMMAND, "--prospects", "1", "--json", "--with-parent"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.terminate()
        assert process.stderr.read() == ""
        assert process.wait(timeout=20) == 0


def test_a_port_that_is_taken_is_told_in_a_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [*COMMAND, "--prospects", "1", "--port", port]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert f"cannot listen on port {port}" in done.stderr


def test_without_json_it_prints_lines_that_point_journeydesk_at_it() -> None:
    command = [*COMMAND, "--prospects", "1", "--with-parent"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False)
    exported = [line.split("=")[0] for line in done.stdout.splitlines() if line.startswith("export ")]
    assert done.returncode == 0
    assert exported == [
        "export JOURNEYDESK_AIRTABLE_URL",
        "export JOURNEYDESK_AIRTABLE_TOKEN",
        "export JOURNEYDESK_AIRTABLE_BASE",
        "export JOURNEYDESK_STRIPE_URL",
        "export JOURNEYDESK_STRIPE_KEY",
        "export JOURNEYDESK_MAKE_URL",
        "export JOURNEYDESK_MAKE_TOKEN",
        "export JOURNEYDESK_CLAUDE_URL",
        "export JOURNEYDESK_CLAUDE_KEY",
        "export JOURNEYDESK_OAUTH_URL",
        "export JOURNEYDESK_MAIL_PASSWORD",
        "export JOURNEYDESK_STRIPE_CHECKOUT_KEY",
    ]
