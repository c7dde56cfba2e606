"""Filters in words and their days."""
