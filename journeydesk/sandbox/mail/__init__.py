"""A mail provider: one mailbox, a server that takes mails and answers some of them, one to read it by, and signing in by OAuth."""
