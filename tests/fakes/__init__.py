"""Stand-ins where no real thing can run."""
