"""Time zone and currency at the first set-up: of the computer, of the team where it has them, of nobody's second start."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.context import Context
from journeydesk.services.sync.mapping.applying import MappingDraft, apply_mapping
from journeydesk.services.sync.mapping.kept import keep_draft, kept_draft
from journeydesk.services.workspace.region import Region, is_first_of_team, region_of_computer, take_region
from tests.integration.sync.test_shared_map import Team, teamed


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    with teamed(tmp_path) as started:
        yield started


def first(team: Team, context: Context) -> bool:
    return is_first_of_team(context, team.access, team.draft(context))


def values(context: Context) -> tuple[str, str]:
    return context.settings.time_zone.key, context.settings.currency


def test_the_first_computer_gives_the_team_its_region(team: Team) -> None:
    lagos, auckland = team.computer("lagos"), team.computer("auckland")
    assert first(team, lagos)
    team.set_up(lagos)
    sentence = take_region(lagos, Region("Africa/Lagos", "NGN"))
    assert sentence == "The team's time zone is Africa/Lagos (as on this computer), its currency NGN (as on this computer)."
    assert not first(team, lagos)
    team.sync(lagos)
    assert not first(team, auckland)
    team.set_up(auckland)
    team.sync(auckland)
    assert values(lagos) == values(auckland) == ("Africa/Lagos", "NGN")


def test_what_the_computer_does_not_say_stays_the_default(team: Team) -> None:
    context = team.computer("plain")
    assert take_region(context, Region("", "")) == (
        "The team's time zone is Europe/Berlin (the default), its currency EUR (the default)."
    )
    assert context.overrides == {}


def test_a_workspace_in_use_keeps_what_it_has(team: Team) -> None:
    context = team.computer("used")
    create_prospect(context, {"company": "Piedra Azul"})
    assert not first(team, context)


def test_a_draft_kept_from_before_a_colleague_is_not_first(team: Team) -> None:
    early, late = team.computer("early"), team.computer("late")
    kept = team.draft(late)
    team.set_up(early)
    team.sync(early)
    assert kept.shared is None
    assert not is_first_of_team(late, team.access, kept)


def test_settings_without_a_map_are_the_teams_too(team: Team) -> None:
    early, late = team.computer("early"), team.computer("late")
    team.set_up(early)
    team.sync(early)
    draft = team.draft(late)
    draft.shared = None
    assert not is_first_of_team(late, team.access, draft)


def test_a_kept_draft_still_knows_the_teams_map(team: Team) -> None:
    early, late = team.computer("early"), team.computer("late")
    team.set_up(early)
    team.sync(early)
    draft = team.draft(late)
    assert draft.shared is not None
    keep_draft(late, team.access.base, draft)
    restored = kept_draft(late, team.access.base)
    assert isinstance(restored, MappingDraft)
    assert restored.shared == draft.shared
    table = restored.table("tasks").slug
    restored.match_again(table)
    assert restored.choices[table].fields == draft.choices[table].fields
    apply_mapping(late, team.access, restored, True)
    assert team.sync(late).problems == ()


@pytest.mark.parametrize(
    ("environment", "link", "region"),
    [
        ({"TZ": ":Asia/Kolkata", "LANG": "en_IN.UTF-8"}, "", Region("Asia/Kolkata", "INR")),
        ({"LANG": "es_ES@euro", "LC_MONETARY": "de_CH.UTF-8"}, "zoneinfo/Europe/Zurich", Region("Europe/Zurich", "CHF")),
        ({"LC_ALL": "fr_SN", "LANG": "en_US"}, "zoneinfo/Africa/Dakar", Region("Africa/Dakar", "XOF")),
        ({"TZ": "CET-1CEST", "LANG": "C.UTF-8"}, "zoneinfo/No/Where", Region("", "")),
        ({"TZ": "../etc/passwd", "LANG": "en_XX"}, "", Region("", "")),
    ],
)
def test_the_computer_is_read(tmp_path: Path, environment: dict[str, str], link: str, region: Region) -> None:
    local_time = tmp_path / "localtime"
    if link:
        local_time.symlink_to(f"/usr/share/{link}")
    assert region_of_computer(environment, local_time) == region


def test_what_the_system_says_otherwise_fills_gaps_only(tmp_path: Path) -> None:
    otherwise = Region("Asia/Tokyo", "JPY")
    assert region_of_computer({}, tmp_path / "none", otherwise) == otherwise
    assert region_of_computer({"TZ": "Asia/Seoul", "LANG": "ko_KR"}, tmp_path, otherwise) == Region("Asia/Seoul", "KRW")
    assert region_of_computer({}, tmp_path, Region("Nowhere", "kr")) == Region("", "")
