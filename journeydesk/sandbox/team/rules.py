"""The rules that the team works by: the product's defaults, as an untouched workspace has them."""

import tomllib
from functools import cache
from pathlib import Path

import journeydesk
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.read import team_settings


@cache
def default_rules() -> TeamSettings:
    """The settings file's defaults, from the installed package or from the source tree."""
    package = Path(journeydesk.__file__).parent
    shipped = package / "_resources" / "journeydesk.toml"
    path = shipped if shipped.exists() else package.parent / "resources" / "journeydesk.toml"
    return team_settings(tomllib.loads(path.read_text(encoding="utf-8")))
