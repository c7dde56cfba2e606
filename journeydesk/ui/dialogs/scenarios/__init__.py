"""Make's scenarios: choosing one, what it is told, running it and following it."""
