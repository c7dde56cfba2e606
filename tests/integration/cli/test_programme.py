"""Commands on what the programme costs and aims at, and every report of money by command."""

from pathlib import Path

import pytest

from tests.integration.cli.conftest import CommandLine


def test_spend_is_entered_listed_and_taken_away(line: CommandLine) -> None:
    assert line.outputs("spend")[0].strip() == "Nothing was entered yet."
    words, _ = line.outputs("spend", "set", "2026-04", "LinkedIn", "300")
    assert words.strip() == "LinkedIn in 2026-04: 300. Undo takes it back."
    line.outputs("spend", "set", "2026-04", "Fair", "1200.50")
    assert line.json("spend", "list")["spend"] == {"2026-04": {"LinkedIn": "300.0", "Fair": "1200.5"}}
    assert "2026-04  Fair  €1200.5" in line.outputs("spend", "list")[0]
    line.outputs("spend", "remove", "2026-04", "Fair")
    assert line.json("spend", "list")["spend"] == {"2026-04": {"LinkedIn": "300.0"}}


def test_goals_are_listed_and_set(line: CommandLine) -> None:
    assert "retention: must 80 %, target 85 %" in line.outputs("goals")[0]
    facts = line.json("goals", "set", "retention", "70", "90")
    assert facts == {"measure": "retention", "must": 0.7, "target": 0.9}
    assert "acquisition_cost: must 500, target 300" in line.outputs("goals", "list")[0]


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("pipeline", "2026-W20"),
        ("onboarding", "2026-W20"),
        ("revenue", "2026-04"),
        ("satisfaction", "2026-04"),
        ("pmf", "2026-04"),
        ("gated", "2026-04"),
        ("email", "2026-04"),
        ("kpi", "2026-05-18"),
    ],
)
def test_each_report_is_written_with_its_csv(line: CommandLine, tmp_path: Path, name: str, period: str) -> None:
    target = tmp_path / f"{name}.pdf"
    line.outputs("report", name, "--period", period, "--output", str(target))
    assert target.read_bytes().startswith(b"%PDF-")
    assert target.with_suffix(".csv").read_text(encoding="utf-8-sig").startswith("Part,Name,Value,Target,Change,State")
