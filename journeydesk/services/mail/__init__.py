"""Mail: the account of this computer, what is due, sending, reading back, and who wants none."""
