"""Upgrading a prospect: the tiers side by side, the payment link, the mail with it, the key that makes it."""
