"""The page of money: totals with the rate table, the grace period, and which prospect a Stripe customer is."""
