"""How much one request to Airtable may carry, and how fast they may come (docs/services.md, "Airtable: listing",
docs/services.md, "Airtable: writing" and docs/services.md, "Airtable: limits")."""

from journeydesk.sync.ports import RemoteLimits

LIMITS = RemoteLimits(batch=10, page=100, per_second=5.0, penalty_seconds=30.0)
