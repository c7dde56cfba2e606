"""The page on which a team changes its journeys: a draft, who would move by it, and saving it as one step."""
