"""Airtable as a remote of sync: requests, walks of a table, the change feed, the bases of a token."""
