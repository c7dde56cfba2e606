"""A stand-in for Make.com's API, version 2: teams, scenarios, their log, and running one."""
