"""Conflict review: what was, mine and theirs side by side, decided by a key."""
