"""The planning review of a customer: its roadmap, how its use goes, and which texts its stage calls for."""
