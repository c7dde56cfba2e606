"""Which two prospects are the same somebody, and how sure is that?"""
