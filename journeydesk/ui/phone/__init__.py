"""Pairing a phone at the computer: the picture, the number to compare, and the phones that may come in."""
