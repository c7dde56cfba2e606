"""What happened with a prospect, newest first."""
