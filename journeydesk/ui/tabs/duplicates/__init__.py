"""Possible duplicates: pairs with their score and reasons, side by side, merged and taken apart."""
