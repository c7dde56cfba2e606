"""Who we talk to: Airtable, Stripe and the other services."""
