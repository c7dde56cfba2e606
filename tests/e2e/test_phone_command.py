"""The command `phone` as a process: on, paired in the terminal by a phone that asks over https, removed, off."""

import json
import re
import ssl
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx

from tests.integration.receiver.free_port import free_port

_PATIENCE = 30.0


def _run(home: Path, *words: str, code: int = 0) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-m", "journeydesk", "phone", *words, "--json"], env=_environment(home), capture_output=True, text=True
    )
    assert done.returncode == code, done.stderr
    facts: dict[str, object] = json.loads(done.stdout) if done.stdout.strip() else {"said": done.stderr}
    return facts


def _environment(home: Path) -> dict[str, str]:
    import os

    return {
        **os.environ,
        "JOURNEYDESK_HOME": str(home),
        "JOURNEYDESK_PASSPHRASE": "correct horse",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }


def test_a_phone_is_paired_in_the_terminal(tmp_path: Path) -> None:
    port = free_port()
    assert _run(tmp_path)["on"] is False
    assert "is off" in str(_run(tmp_path, "pair", code=1)["said"])
    assert _run(tmp_path, "on", "--address", "127.0.0.1", "--port", str(port))["address"] == f"https://127.0.0.1:{port}"
    words = [sys.executable, "-m", "journeydesk", "serve", "--phone-only", "--port", "0", "--json", "--with-parent"]
    serving = subprocess.Popen(words, env=_environment(tmp_path), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert serving.stdin is not None
    assert serving.stdout is not None
    try:
        events = json.loads(serving.stdout.readline())["address"]
        assert httpx.post(f"{events}/api/webhook/customer-journey", content=b"{}", trust_env=False).status_code == 404
        _pair(tmp_path, port)
        phones: Any = _run(tmp_path)["phones"]
        (phone,) = phones
        assert _run(tmp_path, "remove", str(phone["id"]))["removed"] == phone["id"]
        assert _run(tmp_path)["phones"] == []
        _run(tmp_path, "off")
        end = time.monotonic() + _PATIENCE
        while _answers(port):
            assert time.monotonic() < end
            time.sleep(0.1)
    finally:
        serving.stdin.close()
        assert serving.wait(timeout=_PATIENCE) == 0
        serving.stdout.close()


def _pair(home: Path, port: int) -> None:
    words = [sys.executable, "-m", "journeydesk", "phone", "pair"]
    with subprocess.Popen(words, env=_environment(home), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as terminal:
        assert terminal.stdin is not None
        assert terminal.stdout is not None
        line = ""
        while "Scan it" not in line:
            line = terminal.stdout.readline()
            assert line, terminal.poll()
        code = line.rstrip(".\n").rsplit(" ", 1)[1]
        trust = ssl.create_default_context(cafile=str(home / "workspace/phone.crt"))
        with httpx.Client(base_url=f"https://127.0.0.1:{port}", verify=trust, trust_env=False) as phone:
            phone.post("/phone/pair", data={"code": code})
            number = "".join(re.findall(r"<span aria-hidden=\"true\"[^>]*>(\d)</span>", phone.get("/phone/pair").text))
            asked = ""
            while "[y/n]" not in asked:
                asked += terminal.stdout.read(1)
            assert f"{number[:3]} {number[3:]}" in asked
            phone.post("/phone/pair/agree")
            terminal.stdin.write("y\n")
            terminal.stdin.flush()
            assert "is paired." in terminal.stdout.read()
            assert terminal.wait(timeout=_PATIENCE) == 0
            assert phone.get("/phone/").status_code == 200


def _answers(port: int) -> bool:
    try:
        httpx.get(f"https://127.0.0.1:{port}/phone/pair", verify=False, trust_env=False)
    except httpx.ConnectError:
        return False
    return True
