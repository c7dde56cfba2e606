"""What is to be done, on screen: lines, the list with its keys, and the field that takes plain words."""
