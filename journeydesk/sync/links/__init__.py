"""Links between records: as names in texts, renamed there, cleared by a deletion."""
