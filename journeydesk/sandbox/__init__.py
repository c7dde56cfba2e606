"""Local stand-ins for Airtable and Stripe over real HTTP, with a seeded fictional team."""
