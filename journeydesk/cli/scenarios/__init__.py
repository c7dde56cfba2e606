"""The command `scenarios`: Make.com's, what they did, and running one."""
