"""The pages of `docs/` say what the code does: each table is held against its source, and each citation finds its section."""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from journeydesk.config import REMOTE_VARIABLES, default_settings
from journeydesk.domain.automation.registry import AUTOMATIONS
from journeydesk.domain.catalogue import TABLES
from journeydesk.domain.journeys.events import EVENT_TYPES
from journeydesk.domain.journeys.sharing import is_shared
from journeydesk.domain.mail.templates import TITLES
from journeydesk.domain.rules.registry import PROSPECT_RULES, TEAM_RULES
from journeydesk.domain.rules.rule import Rule
from journeydesk.domain.score import score
from journeydesk.domain.settings.read import team_settings
from journeydesk.remote.airtable.limits import LIMITS
from journeydesk.remote.airtable.service import PLANS
from journeydesk.ui.keys.actions import Action, Scope
from tests.documentation import ROOT, code, section, table, text_of, titles

PAGES = sorted(page.stem for page in (ROOT / "docs").glob("*.md"))
ELSEWHERE = frozenset({"journey", "moves", "upgrades.mail", *(f"mail.{template}" for template in TITLES)})
"""Parts of the settings that have tables of their own."""

NAMED_ONLY = frozenset({"alerts.on", "alerts.fortune_500"})
"""Lists of names that the page does not repeat: the rules have their own table, the companies are a team's to replace."""

RULES: tuple[Rule[Any], ...] = (*PROSPECT_RULES, *TEAM_RULES)


# The rules


def _values(tree: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    """Each value with its key; a table of points or a task is one value where the page says it as one."""
    for name, value in tree.items():
        key = f"{before}{name}"
        if key in ELSEWHERE | NAMED_ONLY:
            continue
        if isinstance(value, Mapping) and value and key not in _on_the_page():
            yield from _values(value, f"{key}.")
        else:
            yield key, value


def _on_the_page() -> dict[str, object]:
    return {code(row[0]): tomllib.loads(f"value = {code(row[1])}")["value"] for row in table("rules", "Defaults")}


def test_every_default_stands_on_the_page_with_its_value() -> None:
    assert dict(_values(default_settings())) == _on_the_page()


def test_every_stage_stands_on_the_page_with_its_limit() -> None:
    shipped = [
        (journey["name"], f"{number} {stage['name']}", str(stage.get("limit_days", "")), "end" if stage.get("end") else "")
        for journey in default_settings()["journey"]
        for number, stage in enumerate(journey["stage"], 1)
    ]
    assert table("rules", "Journeys") == shipped


def test_every_event_type_has_a_line_with_what_it_moves() -> None:
    settings, moves = team_settings(default_settings()), default_settings()["moves"]
    lines = {code(row[0]): row[1:] for row in table("rules", "Event types")}
    assert lines.keys() == EVENT_TYPES
    for event, (moved, shared) in lines.items():
        if event in moves:
            targets = "; ".join(f"{journey} → {stage}" for journey, stage in moves[event].items())
            assert (event, moved) == (event, targets or "nothing")
        assert (event, shared == "always") == (event, is_shared(settings, event))


def test_every_rule_has_its_row() -> None:
    rows = {row[0]: row for row in table("rules", "Alert rules")}
    assert rows.keys() == {rule.name for rule in RULES}
    for rule in RULES:
        _, priority, when, action, numbers, _ = rows[rule.name]
        assert (rule.name, priority, action) == (rule.name, rule.priority, rule.advice.title)
        assert (rule.name, set(rule.settings) - set(re.findall("`([^`]+)`", numbers))) == (rule.name, set())
        assert (rule.name, "*time*" in when) == (rule.name, rule.by == "time")


def test_every_automation_has_its_row_in_running_order() -> None:
    assert [row[0] for row in table("rules", "Automations")] == [automation.name for automation in AUTOMATIONS]


def test_every_synced_table_has_its_row() -> None:
    assert [(row[0], code(row[1])) for row in table("rules", "Records")] == [(spec.name, spec.slug) for spec in TABLES]


def test_the_parts_of_the_score_stand_on_the_page_with_their_most() -> None:
    parts = [(reason.label, str(reason.possible)) for reason in score(team_settings(default_settings()), {}, None).reasons]
    assert [(row[0], row[2]) for row in table("rules", "Lead score")] == parts


# Storage and services


def test_every_pragma_stands_on_the_page_with_its_value() -> None:
    source = (ROOT / "journeydesk/storage/engine/driver.py").read_text(encoding="utf-8")
    pragmas = re.findall(r'^    \("(\w+)", "(\w+)", ', source, re.MULTILINE)
    assert [(code(row[0]), row[1]) for row in table("storage", "Connections")] == pragmas


def test_every_plan_of_airtable_stands_on_the_page_with_its_calls() -> None:
    limits = " ".join(section("services", "Airtable: limits").split())
    assert [plan for plan, calls in PLANS.items() if (f"{plan} {calls:,}" if calls else plan) not in limits] == []


def test_the_limits_of_airtable_stand_on_the_page() -> None:
    written = " ".join((section("services", "Airtable: listing") + section("services", "Airtable: limits")).split())
    assert f"A page has at most {LIMITS.page} records, a write at most {LIMITS.batch} " in written
    assert f"then 429 for {LIMITS.penalty_seconds:.0f} s" in written


# The interface


def test_every_shortcut_stands_on_the_page() -> None:
    written = [(row[0], code(row[1]), row[2]) for row in table("interface", "Shortcuts")]
    assert written == [
        (action.words, action.label, action.scope.value) for action in Action if action.scope is not Scope.FIELDS
    ]


def test_every_variable_of_the_environment_stands_on_the_page() -> None:
    read = set(re.findall(r'get\("([A-Z_]+)"\)', (ROOT / "journeydesk/config.py").read_text(encoding="utf-8")))
    written = set(re.findall(r"`JOURNEYDESK_([A-Z_]+)`", section("interface", "Commands")))
    remote = {f"{REMOTE_VARIABLES}_{name}" for name in ("URL", "TOKEN", "BASE")}
    assert written == {name.removeprefix("JOURNEYDESK_") for name in read} | remote | {"HOME", "WORKSPACE"}


# The picture


def _picture() -> tuple[set[str], set[tuple[str, str]]]:
    block = re.search(r"```mermaid\ngraph TD\n(.*?)```", text_of("architecture"), re.DOTALL)
    assert block is not None
    edges, nodes = set(), set()
    for line in block[1].splitlines():
        names = [name.strip() for name in line.split("-->")]
        nodes |= set(names)
        if len(names) == 2:
            edges.add((names[0], names[1]))
    return nodes, edges


def _contracts() -> list[dict[str, Any]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = project["tool"]["importlinter"]["contracts"]
    return found


def _layers() -> dict[str, int]:
    (contract,) = (one for one in _contracts() if one["type"] == "layers")
    return {name: place for place, layer in enumerate(contract["layers"]) for name in layer.split(" | ")}


def _imports() -> set[tuple[str, str]]:
    """Which package of ours imports which."""
    found = set()
    for file in (ROOT / "journeydesk").rglob("*.py"):
        package = file.relative_to(ROOT / "journeydesk").with_suffix("").parts[0]
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "journeydesk":
                parts = node.module.split(".")[1:]
                found |= {(package, name) for name in (parts[:1] or [alias.name for alias in node.names])}
    return {(one, other) for one, other in found if other != one and not other.startswith("__")}


def _reachable(edges: set[tuple[str, str]]) -> dict[str, set[str]]:
    below: dict[str, set[str]] = defaultdict(set)
    for name in reversed(_layers()):
        for one, other in edges:
            if one == name:
                below[name] |= {other} | below[other]
    return below


def test_the_picture_shows_every_layer_of_the_contract() -> None:
    assert _picture()[0] == set(_layers())


def test_every_arrow_of_the_picture_goes_down_a_layer() -> None:
    layers, (_, edges) = _layers(), _picture()
    assert [edge for edge in edges if layers[edge[0]] >= layers[edge[1]]] == []


def test_every_arrow_of_the_picture_is_an_import() -> None:
    assert _picture()[1] - _imports() == set()


def test_every_import_runs_along_arrows_of_the_picture() -> None:
    below = _reachable(_picture()[1])
    assert [(one, other) for one, other in sorted(_imports()) if other not in below[one]] == []


def test_no_arrow_of_the_picture_is_a_forbidden_import() -> None:
    for contract in (one for one in _contracts() if one["type"] == "forbidden"):
        ours = {name.removeprefix("journeydesk.") for name in contract["forbidden_modules"] if name.startswith("journeydesk.")}
        sources = {name.removeprefix("journeydesk.") for name in contract["source_modules"]}
        assert {(one, other) for one, other in _picture()[1] if one in sources and other in ours} == set()


# The pages among themselves


def test_the_index_lists_every_page() -> None:
    listed = re.findall(r"^\| \[(\w+)\.md\]", text_of("README"), re.MULTILINE)
    assert sorted([*listed, "README"]) == PAGES


@pytest.mark.parametrize("page", PAGES)
def test_the_titles_of_a_page_are_unique(page: str) -> None:
    assert [name for name, same in groupby(sorted(titles(page))) if len(list(same)) > 1] == []


def _named_files(text: str) -> set[str]:
    ours = "journeydesk|resources|migrations|tests|docs"
    layers = "background|cli|domain|gallery|receiver|remote|reports|sandbox|services|storage|sync|ui"
    return set(re.findall(rf"`((?:{ours}|{layers})/[\w./-]*[\w/])`", text))


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", *(f"docs/{page}.md" for page in PAGES)])
def test_every_file_that_a_page_names_is_there(page: str) -> None:
    named = _named_files((ROOT / page).read_text(encoding="utf-8"))
    places = (ROOT, ROOT / "journeydesk")
    assert sorted(name for name in named if not any((place / name).exists() for place in places)) == []


def test_the_rooms_of_storage_are_those_on_the_page() -> None:
    written = [code(row[0]).rstrip("/") for row in table("storage", "Rooms")]
    rooms = [folder.name for folder in (ROOT / "journeydesk/storage").iterdir() if (folder / "__init__.py").exists()]
    assert sorted(written) == sorted(rooms)


@pytest.mark.parametrize("layer", ["domain", "services", "storage", "."])
def test_the_map_names_every_room(layer: str) -> None:
    named = _named_files((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    rooms = [folder for folder in (ROOT / "journeydesk" / layer).iterdir() if len(list(folder.glob("*.py"))) > 1]
    assert [str(room) for room in rooms if f"{room.relative_to(ROOT)}/" not in named and not _parts_are(room, named)] == []


def _parts_are(room: Path, named: set[str]) -> bool:
    """Whether the map names the rooms of a folder instead of the folder."""
    return any(name.startswith(f"{room.relative_to(ROOT)}/") for name in named)


def test_every_module_that_the_map_names_is_in_its_folder() -> None:
    lost = []
    for line in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines():
        cells = line.split("|")
        if line.startswith("| `") and len(cells) == 4:
            folders = [ROOT / name for name in re.findall(r"`([\w/.]+)`", cells[1])]
            for name in re.findall(r"`([\w/.]+)`", cells[2]):
                places = [place / f"{name}{ending}" for place in (*folders, ROOT) for ending in ("", ".py")]
                if not any(place.exists() for place in places):
                    lost.append(name)
    assert lost == []


# Citations

CITATION = re.compile(r'docs/(\w+)\.md`?(?:,\s+(?:#\s+)?(?:"([^"]+)"|rows? (\d+)))?')


def _citing() -> list[Path]:
    folders = ("journeydesk", "tests", "migrations", "resources", "docs")
    files = [file for folder in folders for file in (ROOT / folder).rglob("*") if file.suffix in (".py", ".md", ".c", ".toml")]
    return [*files, ROOT / "CONTRIBUTING.md", ROOT / "README.md", ROOT / "pyproject.toml", ROOT / "Makefile"]


def test_every_citation_finds_its_section() -> None:
    rows = {row[0] for row in table("sync", "Fault matrix")}
    lost = []
    for file in _citing():
        for page, title, row in CITATION.findall(file.read_text(encoding="utf-8")):
            words = re.sub(r"\s+(?:#\s+)?", " ", title)
            if page not in PAGES or (title and words not in titles(page)) or (row and row not in rows):
                lost.append((str(file.relative_to(ROOT)), page, words or row))
    assert lost == []


FORMER = re.compile(r"\b(?:SPEC|SYNC|UX|APIS|DESIGN)(?:\.md)? (?:sections? |rows? )?\d|\bSYNC's fault matrix|\bDESIGN-TOKENS\b")
"""How pages that are not in this repository were cited."""


def test_nothing_cites_a_page_that_is_not_here() -> None:
    citing = [file for file in _citing() if file != Path(__file__)]
    assert [str(file.relative_to(ROOT)) for file in citing if FORMER.search(file.read_text(encoding="utf-8"))] == []
