"""The prospect list's columns, and how a view lays them out."""
