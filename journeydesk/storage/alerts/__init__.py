"""The alert inbox: what is pending, what became of each, what asks for attention."""
