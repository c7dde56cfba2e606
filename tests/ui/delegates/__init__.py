"""What the delegates of list, inbox and board paint, read back word by word."""
