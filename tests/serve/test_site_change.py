"""What changed at a site between two days is told, and being told for the first time is not coming."""

from reportedly.attribution import Basis, Certainty
from reportedly.picture import Condition, SiteState, StateRow
from reportedly.serve.site_change import compare_states


def row(what, state, number=None):
    return StateRow(
        what=what,
        state=state,
        min=number,
        max=number,
        day=None,
        age_days=None,
        since=(),
        claims=(),
        basis=Basis.STATEMENT,
        certainty=Certainty.CERTAIN,
        origins=1,
        origins_possible=1,
        opposed=False,
        evidence=(),
    )


def state(day, *rows):
    return SiteState(place="Hornik", known_as=(), day=day, rows=rows)


def test_each_thing_is_told_by_what_became_of_it_whichever_day_is_named_first():
    gone, here = Condition.ABSENT, Condition.PRESENT
    before = [row("jet", gone), row("tank", here), row("lorry", here, 2), row("tent", here), row("pump", here)]
    after = [
        row("jet", Condition.ARRIVED),
        row("tank", Condition.LEFT),
        row("lorry", here, 5),
        row("tent", Condition.LAST_SEEN),
        row("ship", here),
        row("mast", Condition.NOT_REPORTED),
    ]
    told = compare_states(state("2025-03-05", *after), state("2025-03-01", *before))
    assert (told.before, told.after) == ("2025-03-01", "2025-03-05")
    assert [(thing.what, thing.change.value) for thing in told.things] == [
        ("jet", "came"),
        ("tank", "left"),
        ("lorry", "number"),
        ("ship", "first_told"),
        ("pump", "no_longer_told"),
        ("tent", "same"),
    ]
