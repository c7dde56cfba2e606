"""Upgrades: what is offered to a prospect, the payment link, how it is seen to be paid, and talking to sales instead."""
