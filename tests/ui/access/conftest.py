"""The same walks as for the sizes: what they find is shared."""

from tests.ui.sizes.conftest import team, walked

__all__ = ["team", "walked"]
