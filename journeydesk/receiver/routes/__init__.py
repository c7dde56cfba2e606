"""The routes, a module each for who uses them."""
