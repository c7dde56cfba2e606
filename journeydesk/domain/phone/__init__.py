"""A phone that may open this workspace's page: how it is paired, and what it is called."""
