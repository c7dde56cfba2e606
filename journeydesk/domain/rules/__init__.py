"""The alert rules: each a small pure function of facts, settings and the time (SPEC section 6)."""
