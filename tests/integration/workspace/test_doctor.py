"""The checks of this computer: each on its own."""

from journeydesk.services.workspace.doctor import Check, look


def test_a_check_that_breaks_does_not_stop_the_others() -> None:
    def broken() -> Check:
        raise ZeroDivisionError("by zero")

    first, second = look([("first", broken), ("second", lambda: Check("second", True, "well"))])
    assert (first.ok, first.fix) == (False, "ZeroDivisionError: by zero")
    assert second.ok
