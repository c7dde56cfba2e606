"""What a person can do: one function per action, each one transaction, each undoable."""
