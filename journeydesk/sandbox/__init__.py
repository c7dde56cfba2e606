"""Local stand-ins for Airtable, Stripe, Make, Claude and mail over real HTTP, with a seeded fictional team."""
