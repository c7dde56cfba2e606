"""Who talks to us: the HTTP receiver."""
