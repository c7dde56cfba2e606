"""Satisfaction of a month: who would recommend, how the product fits, who should be called."""
