"""Delegates: how one row or card is painted."""
