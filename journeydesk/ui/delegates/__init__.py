"""How one row of a list, one card and one alert are painted."""
