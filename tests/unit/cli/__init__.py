"""The commands’ parts by themselves."""
