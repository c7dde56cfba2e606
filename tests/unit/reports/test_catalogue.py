"""The catalogue: every report by its name, and no other."""

import subprocess
import sys

import pytest

from journeydesk.cli.run import build_parser
from journeydesk.domain.errors import UserError
from journeydesk.reports.catalogue import NAMES, catalogue, find


def test_every_name_leads_to_its_spec() -> None:
    assert [spec.name for spec in catalogue()] == list(NAMES)
    assert [find(name.upper()).name for name in NAMES] == list(NAMES)


def test_groups_of_the_picker_are_together() -> None:
    groups = [spec.cadence.group for spec in catalogue()]
    assert groups == sorted(groups, key=groups.index)
    assert all(spec.title and spec.heading and spec.icon for spec in catalogue())


def test_another_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError, match=rf"There is no report “horoscope”\. Available: {NAMES[0]}, "):
        find("horoscope")


def test_the_names_are_known_without_any_figures() -> None:
    code = "import sys, journeydesk.reports.catalogue as c; c.NAMES; print([m for m in sys.modules if 'acquisition' in m])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"


def test_the_command_offers_only_what_is_built(capsys: pytest.CaptureFixture[str]) -> None:
    parser = build_parser(*[lambda _: 0] * 4)
    with pytest.raises(SystemExit):
        parser.parse_args(["report", "--help"])
    listed = capsys.readouterr().out.split("\n  NAME ", 1)[1].split("\n\n", 1)[0]
    assert listed.split() == list(NAMES)
    arguments = parser.parse_args(["report", "acquisition", "--period", "2026-W46"])
    assert (arguments.name, arguments.period, arguments.output) == ("acquisition", "2026-W46", None)
