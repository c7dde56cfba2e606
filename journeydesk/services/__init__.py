"""What a person can do (commands) and ask (queries): the only door for the window, the commands and the background."""
