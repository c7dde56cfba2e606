"""What a person sees: the window, what its parts share (actions, theme, words, work beside it), and the folders of screens."""
