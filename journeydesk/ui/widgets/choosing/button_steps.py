"""Going from button to button in a row by key."""

from PySide6.QtWidgets import QButtonGroup


def step_to(group: QButtonGroup, by: int) -> bool:
    """Clicks the button so many places from the checked one, where there is one; buttons are numbered from 0 in their row."""
    place = group.checkedId() + by
    inside = 0 <= place < len(group.buttons())
    if inside:
        button = group.button(place)
        button.setFocus()
        button.click()
    return inside
