"""Whether the file is sound, its copies, and what can be saved from a damaged one."""
