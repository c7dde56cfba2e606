"""The set-up: the step of the mapping, Stripe."""
