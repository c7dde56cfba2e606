"""What an alert is, how it is snoozed, and when the desktop is notified of it; when one is raised stands in `domain.rules`."""
