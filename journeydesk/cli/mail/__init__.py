"""Mail by command: the account, the queue, the templates."""
