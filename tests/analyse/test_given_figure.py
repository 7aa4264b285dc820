"""'gave the toll as 12' says how many; what else is given says nothing."""

from __future__ import annotations

from tests.analyse.said import only, said


def test_a_figure_is_given_as_a_number() -> None:
    told = only("The coastguard gave the distance as 12 miles.")
    assert (told.cue.text if told.cue else None, [part.text for part in told.content]) == (
        "gave",
        ["the distance as 12 miles"],
    )


def test_what_else_is_given_is_no_statement() -> None:
    assert not said("The harbour master gave the keys to Ada Lind.")
    assert not said("The singer gave the concerts as part of 12 events.")
