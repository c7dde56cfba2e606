"""Local stand-ins for Airtable, Stripe and Make over real HTTP, with a seeded fictional team."""
