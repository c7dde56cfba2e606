"""What happens by itself: each a small pure function of a prospect's facts (SPEC section 7)."""
