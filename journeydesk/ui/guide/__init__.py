"""The user's guide, offline, in a window of its own: the README's guide and the changes for users, with contents and a search."""
