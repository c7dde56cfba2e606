"""The commands of planning reviews and milestones."""
