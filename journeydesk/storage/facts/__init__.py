"""What the rules and automations are told: events, and facts of prospects and of the team."""
