"""Messages: the templates, what goes by itself, the queue, and who gets no mail."""
