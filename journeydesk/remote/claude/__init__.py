"""Claude: one question, one answer, ten seconds."""
