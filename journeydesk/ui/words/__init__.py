"""How figures, days, alerts and cards are said on screen."""
