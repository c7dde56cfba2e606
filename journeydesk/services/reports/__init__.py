"""Reports that are written by themselves."""
