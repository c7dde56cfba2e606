"""The team's phone page: plain pages made by the computer, for a phone that it was paired with (docs/receiver.md, "Phone page")."""
