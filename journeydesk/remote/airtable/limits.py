"""What the service is called and what it allows (APIS 1.2, 1.3, 1.5)."""

from journeydesk.sync.ports import RemoteLimits

NAME = "Airtable"
ADDRESS = "https://api.airtable.com"
LIMITS = RemoteLimits(batch=10, page=100, per_second=5.0, penalty_seconds=30.0)
