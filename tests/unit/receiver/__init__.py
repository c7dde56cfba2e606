"""The receiver’s parts by themselves."""
