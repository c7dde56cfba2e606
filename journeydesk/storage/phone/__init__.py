"""What is kept of paired phones, of the pairing under way, and of what each phone has sent."""
