"""The mirror of Stripe and what it says of money."""
