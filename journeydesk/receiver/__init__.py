"""Who talks to us: the HTTP receiver; empty until it is built."""
