"""Files that people bring in and take out."""
