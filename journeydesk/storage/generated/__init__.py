"""What was generated and is kept for a while, and the log of asking for it."""
