"""Figures of money that several reports show: amounts, what is expected, what recurs."""
