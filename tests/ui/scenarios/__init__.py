"""Make.com in the window: setting it up, choosing a scenario, running and following it."""
