"""Figures and their pages: the same numbers for the screen and for the PDF."""
