"""What the service is called and what it allows (docs/services.md, "Airtable: listing" and
docs/services.md, "Airtable: writing" and docs/services.md, "Airtable: limits")."""

from journeydesk.sync.ports import RemoteLimits

NAME = "Airtable"
ADDRESS = "https://api.airtable.com"
LIMITS = RemoteLimits(batch=10, page=100, per_second=5.0, penalty_seconds=30.0)
