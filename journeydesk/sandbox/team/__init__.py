"""The fictional team Ostrelle: its base, its prospects and a year of their story, the same for the same seed and day."""
