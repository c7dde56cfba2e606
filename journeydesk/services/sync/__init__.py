"""Connecting the remote, checking it, one pass of sync with everything that is connected, the pill's words."""
