"""Bases that others made: what Journeydesk meets where nobody knew of its catalogue."""
