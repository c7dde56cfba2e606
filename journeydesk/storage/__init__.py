"""What is kept: the encrypted local database, its search, history, undo and upgrades."""
