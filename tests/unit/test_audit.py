"""`make audit`: the list has every pin, and what could not be asked never counts as sound."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", ROOT / ".ci" / "audit.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_list_has_every_pin_with_its_hashes(audit: ModuleType) -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    bill = json.loads(audit.bill_of_materials(pins, "1.2.3"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == "1.2.3"
    listed = {(each["name"], each["version"]) for each in bill["components"]}
    assert listed == {
        tuple(line.split(" ")[0].split("==")) for line in pins.splitlines() if "==" in line and line[0] not in "# "
    }
    assert sum(len(each["hashes"]) for each in bill["components"]) == pins.count("--hash=sha256:")


def test_what_only_another_system_installs_is_audited_too(audit: ModuleType) -> None:
    pins = "pywin32-ctypes==0.2.3 ; sys_platform == 'win32' \\\n    --hash=sha256:" + "a" * 64 + "\n"
    assert audit.requirements(pins) == f"pywin32-ctypes==0.2.3 --hash=sha256:{'a' * 64}\n"


@pytest.mark.parametrize(
    ("packages", "strict", "status", "words"),
    [
        ([{"name": "a", "version": "1", "vulns": []}], True, 0, "Known weaknesses: 0 in 1 packages"),
        (
            [{"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}],
            False,
            1,
            "a 1: PYSEC-1, mended in 2",
        ),
        ([{"name": "a", "skip_reason": "not found"}], False, 0, "NOT AUDITED: 1 packages"),
        ([{"name": "a", "skip_reason": "not found"}], True, 3, "NOT AUDITED: 1 packages"),
    ],
)
def test_what_could_not_be_asked_is_said(
    audit: ModuleType, packages: list[dict[str, object]], strict: bool, status: int, words: str
) -> None:
    found, said = audit.verdict({"dependencies": packages}, strict)
    assert found == status
    assert words in said
