"""What each tier costs and holds, which of our things need one, and what becomes of a payment link."""
