"""What happens by itself: each automation a pure function of a prospect's facts, listed in `registry`."""
