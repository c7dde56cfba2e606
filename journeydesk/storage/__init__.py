"""What is kept: the encrypted local database; every room below answers one question about it."""
