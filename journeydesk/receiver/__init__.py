"""Who talks to us: other programs by HTTP, phones, agents. Nothing of it is imported before somebody switches it on."""
