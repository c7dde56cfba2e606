"""The weekly engagement report: who uses the product, how much, and where it fails."""
