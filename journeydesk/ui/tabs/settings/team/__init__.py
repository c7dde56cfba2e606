"""The page of the team: reps, time zone, working days, targets."""
