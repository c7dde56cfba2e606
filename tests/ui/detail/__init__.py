"""What stands beside the list about one prospect."""
