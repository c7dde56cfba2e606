"""The list of keys, in its dialog and on its page of the settings: found by a word or by pressing them, changed in place."""
