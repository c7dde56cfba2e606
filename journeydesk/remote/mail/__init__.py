"""Mail servers: sending (SMTP), reading back (IMAP), signing in by password or OAuth."""
