"""What the shelf keeps, and what it lets go of."""

import pytest

from reportedly.errors import UnknownResource
from reportedly.serve.shelf import Shelf


def test_what_is_asked_again_is_worked_out_once_and_leaves_no_lock_behind(library):
    shelf = Shelf(library)
    assert shelf.papers() is shelf.papers()
    with pytest.raises(UnknownResource):
        shelf.papers("no day")
    assert shelf._making == {}
