"""Make.com: its client and its runs against the stand-in, over real sockets."""
