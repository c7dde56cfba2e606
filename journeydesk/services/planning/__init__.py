"""The planning review of a customer: what it shows, what is done in it, and its pages."""
