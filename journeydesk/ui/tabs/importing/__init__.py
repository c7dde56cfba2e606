"""Bringing in a file: how it is read, which column is which field, where each row ends, and cells put right in place."""
