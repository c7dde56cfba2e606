"""Connecting Airtable: token, base, fields, first sync."""
