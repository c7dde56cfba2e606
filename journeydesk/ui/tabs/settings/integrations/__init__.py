"""Integrations: what the program talks to, each service with its state and its last checks."""
