"""The settings: what this workspace talks to, how it looks, what the team has agreed on."""
