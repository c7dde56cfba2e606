"""Make.com: teams, scenarios, their log, and running one."""
