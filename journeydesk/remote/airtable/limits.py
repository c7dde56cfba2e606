"""What the service is called and what it allows (docs/services.md, "Airtable: listing" and
docs/services.md, "Airtable: writing" and docs/services.md, "Airtable: limits")."""

import re

from journeydesk.sync.ports import RemoteLimits

NAME = "Airtable"
ADDRESS = "https://api.airtable.com"
LIMITS = RemoteLimits(batch=10, page=100, per_second=5.0, penalty_seconds=30.0)

TOKEN = re.compile(r"pat[!-~]{10,}")
"""What a personal token looks like."""

PLANS: dict[str, int | None] = {"Free": 1_000, "Team": 100_000, "Business": None, "Enterprise Scale": None}
"""Calls per workspace and month; None is without a limit."""

DEFAULT_PLAN = "Team"
