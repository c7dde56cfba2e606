"""The facts that rules and automations judge by: events, and facts of prospects and of the team."""
