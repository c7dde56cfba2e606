"""Who we talk to: Airtable and Stripe, each in a folder, over answers with an end."""
