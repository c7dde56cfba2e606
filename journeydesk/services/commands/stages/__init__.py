"""Moving prospects between stages, and what a stage asks for."""
