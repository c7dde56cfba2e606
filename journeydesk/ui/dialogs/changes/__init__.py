"""What was done last, and taking it back."""
