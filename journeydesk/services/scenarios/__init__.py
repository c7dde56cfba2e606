"""Make.com: the account, its scenarios, and runs that are followed to their end."""
