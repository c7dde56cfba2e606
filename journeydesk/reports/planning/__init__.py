"""The pages of a customer's planning review: roadmap, use, notes, money, as they are on screen."""
