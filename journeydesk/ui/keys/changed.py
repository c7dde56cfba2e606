"""The keys that a person has changed on this computer, by the names of their actions. `keyboard.py` alone writes them."""

CHANGED: dict[str, tuple[str, ...]] = {}
