"""A prospect's fields, one by one: what stands in them, what may be typed into them, and writing them."""
