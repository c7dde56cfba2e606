"""What the team shares beside its records: settings, automation runs, scores set by hand."""
