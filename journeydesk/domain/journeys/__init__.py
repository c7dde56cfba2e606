"""Events, stages, and the fold of one into the other."""
