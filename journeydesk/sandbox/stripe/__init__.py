"""A stand-in for Stripe's API, as far as a sales tool reads it: lists, objects, events, and Checkout Sessions to create."""
