"""Every key of the window: what it does and where it works stands in `actions`, and is looked up from there."""
