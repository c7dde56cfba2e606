"""The weekly acquisition report."""
