"""What Journeydesk is made of, as a CycloneDX list, and which of it has known weaknesses: `make audit`.

The list needs no network. Weaknesses are asked of PyPI's advisories by pip-audit; what could not be asked is said, never passed over.
Exit status: 0 nothing known, 1 a weakness, 3 not everything could be asked and STRICT is set.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?:\s*;[^\\]*)?\s*\\?$", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def components(constraints: str) -> list[tuple[str, str, list[str]]]:
    """Name, version and hashes of everything pinned."""
    pins = list(_PIN.finditer(constraints))
    ends = [*(pin.start() for pin in pins[1:]), len(constraints)]
    return [(pin[1], pin[2], _HASH.findall(constraints[pin.end() : end])) for pin, end in zip(pins, ends, strict=True)]


def requirements(constraints: str) -> str:
    """Every pin for every system: pip-audit passes over one whose marker is not this system's."""
    pins = components(constraints)
    return "".join(
        f"{name}=={version} {' '.join(f'--hash=sha256:{each}' for each in hashes)}\n" for name, version, hashes in pins
    )


def bill_of_materials(constraints: str, version: str) -> str:
    """The list in CycloneDX 1.6, the same for the same pins."""
    from cyclonedx.model import HashAlgorithm, HashType
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.output.json import JsonV1Dot6
    from packageurl import PackageURL

    bom = Bom()
    bom.metadata.component = Component(name="journeydesk", version=version, type=ComponentType.APPLICATION)
    for name, pinned, hashes in components(constraints):
        component = Component(
            name=name,
            version=pinned,
            purl=PackageURL("pypi", name=name.lower(), version=pinned),
            bom_ref=f"{name}@{pinned}",
            # A pin has one hash for each file that may be installed; which is taken depends on the computer.
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=each) for each in sorted(hashes)],
        )
        bom.components.add(component)
        bom.register_dependency(bom.metadata.component, [component])
    return str(JsonV1Dot6(bom).output_as_string(indent=2))


def verdict(report: dict[str, list[dict[str, object]]], strict: bool) -> tuple[int, str]:
    """What pip-audit's answer means: the exit status and the words."""
    weak, unasked, asked = [], [], 0
    for package in report["dependencies"]:
        if "skip_reason" in package:
            unasked.append(str(package["name"]))
            continue
        asked += 1
        for known in package["vulns"]:  # type: ignore[attr-defined]
            fixes = ", ".join(known["fix_versions"]) or "no version yet"
            weak.append(f"{package['name']} {package['version']}: {known['id']}, mended in {fixes}")
    words = [f"Known weaknesses: {len(weak)} in {asked} packages that PyPI's advisories answered for.", *weak]
    if unasked:
        words.append(
            f"NOT AUDITED: {len(unasked)} packages, among them {unasked[0]}: the advisories of pypi.org do not answer for them here "
            "(a mirror has none). Before a release run it where pypi.org can be reached, as STRICT=1 make audit, which fails on this."
        )
    return 1 if weak else 3 if unasked and strict else 0, "\n".join(words)


def main() -> int:
    """Writes the list and asks."""
    constraints = (_ROOT / "constraints.txt").read_text(encoding="utf-8")
    sys.path.insert(0, str(_ROOT))
    from journeydesk import __version__

    target = _ROOT / "build" / "journeydesk.cdx.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(bill_of_materials(constraints, __version__), encoding="utf-8")
    print(f"{len(components(constraints))} components: {target}")  # noqa: T201 - a command
    pins = target.with_name("audited-pins.txt")
    pins.write_text(requirements(constraints), encoding="utf-8")
    strict = bool(os.environ.get("STRICT"))
    program = [sys.executable, "-m", "pip_audit", "-r", str(pins), "--disable-pip", "--no-deps", "--require-hashes"]
    options = ["--progress-spinner", "off", "--timeout", "10", "-f", "json"]
    done = subprocess.run([*program, *options], capture_output=True, text=True, check=False)
    try:
        status, words = verdict(json.loads(done.stdout), strict)
    except ValueError:
        reason = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        status, words = 3 if strict else 0, f"NOT AUDITED: pip-audit could not ask for advisories ({reason})."
    print(words)  # noqa: T201 - a command
    return status


if __name__ == "__main__":
    raise SystemExit(main())
