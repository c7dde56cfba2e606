"""The step "Match your base": which of their tables, fields and options are ours."""
