"""A stand-in for Claude: one message in, one streamed answer out."""
