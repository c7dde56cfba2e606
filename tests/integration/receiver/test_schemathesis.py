"""Schemathesis reads our description of the routes and looks for answers that it does not allow, signed and unsigned."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.integration.receiver.conftest import ON_ANY_PORT, SECRET, STRIPE_SECRET, TOKEN, Line, receiving
from tests.integration.receiver.test_routes import prospect

CHECKS = (
    "not_a_server_error,negative_data_rejection,status_code_conformance,content_type_conformance,response_schema_conformance"
)
UNHINDERED = replace(ON_ANY_PORT, failures_a_minute=1_000_000, events_a_second=1_000_000)


def look(line: Line, folder: Path, examples: int, phases: str, *, signed: bool) -> int:
    """Runs it; how many cases it tried. Fails the test with what it found."""
    report = folder / f"report-{signed}.ndjson"
    # A body of more than 64 kB is refused as too large, which is a refusal; the tool's own list does not have 413.
    config = folder / "schemathesis.toml"
    config.write_text(
        "[checks.negative_data_rejection]\nexpected-statuses = [400, 401, 403, 404, 405, 413, 415, 422, 429, 431]\n"
    )
    command = [
        *(str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(config), "run", f"{line.url}/openapi.json"),
        *("-c", CHECKS if signed else "not_a_server_error,status_code_conformance,content_type_conformance"),
        *("--phases", phases, "-n", str(examples), "--seed", "1", "--generation-database", "none", "--no-color"),
        *("--suppress-health-check", "all", "--report-ndjson-path", str(report)),
    ]
    environment = os.environ | {"SCHEMATHESIS_HOOKS": "tests.integration.receiver.signing_hooks", "PYTHONPATH": str(Path.cwd())}
    if signed:
        at = str(int(line.context.clock().timestamp()))
        environment |= {"SIGN_WITH": SECRET, "SIGN_AS_STRIPE_WITH": STRIPE_SECRET, "SIGN_AT": at, "READ_WITH": TOKEN}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[done.stdout.find("FAILURES") :][:6_000] + done.stderr[-2_000:]
    lines = [json.loads(text) for text in report.read_text(encoding="utf-8").splitlines()]
    return sum(
        len(found.get("recorder", {}).get("cases", {})) for each in lines for found in each.values() if isinstance(found, dict)
    )


def test_a_short_look_finds_nothing(tmp_path: Path) -> None:
    with receiving(tmp_path / "signed", UNHINDERED) as line:
        prospect(line)
        assert look(line, tmp_path, 3, "examples,fuzzing", signed=True) > 20


@pytest.mark.soak
def test_a_long_look_finds_nothing_signed_or_not(tmp_path: Path) -> None:
    cases = 0
    for signed in (True, False):
        with receiving(tmp_path / str(signed), UNHINDERED) as line:
            prospect(line)
            cases += look(line, tmp_path, 80, "examples,coverage,fuzzing,stateful", signed=signed)
    print(f"{cases:,} cases")
    assert cases >= 2_000
