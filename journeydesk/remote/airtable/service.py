"""What the service is called, where it is, what its tokens look like and which plans it sells (docs/services.md, "Airtable:
limits")."""

import re

NAME = "Airtable"
ADDRESS = "https://api.airtable.com"

TOKEN = re.compile(r"pat[!-~]{10,}")
"""What a personal token looks like."""

PLANS: dict[str, int | None] = {"Free": 1_000, "Team": 100_000, "Business": None, "Enterprise Scale": None}
"""Calls per workspace and month; None is without a limit."""

DEFAULT_PLAN = "Team"

PAGE = "https://airtable.com/{base}/{table}/{record}"
"""Where a record is shown in a browser."""
