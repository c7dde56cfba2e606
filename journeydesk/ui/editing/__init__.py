"""Editing a field where its value stands: in a cell of the list, in the panel beside it."""
