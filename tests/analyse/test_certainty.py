"""How sure the content is of itself."""

import pytest
from tests.analyse.framed import framed
from tests.analyse.said import only

from reportedly.analyse.certainty import judge_certainty
from reportedly.analyse.frame import Form
from reportedly.attribution import Certainty, CueClass


@pytest.mark.parametrize(
    ("body", "certainty", "hedge"),
    [
        ("The mayor said the bridge was open.", Certainty.CERTAIN, None),
        ("The mayor said the bridge was probably open.", Certainty.PROBABLE, "probably"),
        ("The photos show what appeared to be a crater.", Certainty.PROBABLE, "appeared"),
        ("The mayor said the bridge might open on Friday.", Certainty.POSSIBLE, "might"),
        ("The mayor said it was unlikely that the bridge would open.", Certainty.IMPROBABLE, "unlikely"),
        ("The mayor urged drivers to stay away.", Certainty.UNSPECIFIED, None),
        ('"Is the bridge open?" the mayor asked.', Certainty.UNSPECIFIED, None),
        ("Lights could be seen on the bridge, a Reuters journalist said.", Certainty.CERTAIN, None),
        ("The mayor said the bridge, which may be sold, was open.", Certainty.CERTAIN, None),
    ],
)
def test_the_hedge_that_bears_on_the_statement_decides(body, certainty, hedge):
    one = only(body)
    assert one.certainty is certainty
    assert (one.certainty_span.text if one.certainty_span else None) == hedge


def judged(marked, cue_class=CueClass.SAY, form=Form.CLAUSE):
    level, span = judge_certainty(*framed(marked, cue_class, form))
    return level, span.text if span else None


@pytest.mark.parametrize(
    ("marked", "certainty", "hedge"),
    [
        ("The mayor [said] {the town was expected to flood}.", Certainty.PROBABLE, "expected"),
        ("The mayor [said] {it appeared the dam had burst}.", Certainty.PROBABLE, "appeared"),
        ("The mayor [said] {the dam must have burst}.", Certainty.PROBABLE, "must"),
        ("The mayor [said] {he could not rule out a leak}.", Certainty.POSSIBLE, "rule out"),
        ("The mayor [said] {there was a chance that the dam would burst}.", Certainty.POSSIBLE, "chance"),
        ("The mayor [said] {the dam would burst if the rain went on}.", Certainty.POSSIBLE, "if"),
        ("The mayor [said] {he doubted that the dam would burst}.", Certainty.IMPROBABLE, "doubted"),
        ("The mayor [said] {he had no doubt that the dam would hold}.", Certainty.CERTAIN, None),
        ("The mayor [said] {it was not clear whether the dam would hold}.", Certainty.UNSPECIFIED, None),
        ("The mayor [said] {drivers must stay away}.", Certainty.UNSPECIFIED, "must"),
        ('{"Stay away,"} the mayor [said].', Certainty.UNSPECIFIED, "Stay"),
        ("The mayor [said] {he hoped to reopen the road}.", Certainty.UNSPECIFIED, "hoped"),
        ("The mayor [said] {the town planned to reopen the road}.", Certainty.CERTAIN, None),
        ("The mayor [said] {that nurses believed the road was open}.", Certainty.CERTAIN, None),
    ],
)
def test_the_statement_is_found_where_nothing_shows_its_main_word(marked, certainty, hedge):
    level, words = judged(marked)
    assert level is certainty
    assert hedge is None or words == hedge


@pytest.mark.parametrize(
    ("marked", "cue_class", "certainty"),
    [
        ("Nurses [believe] {the road is open}.", CueClass.BELIEVE, Certainty.PROBABLE),
        ("Nurses [believe] {the road may be open}.", CueClass.BELIEVE, Certainty.POSSIBLE),
        ("Nurses [doubt] {that the road is open}.", CueClass.BELIEVE, Certainty.IMPROBABLE),
        ("Nurses [know] {that the road is open}.", CueClass.BELIEVE, Certainty.CERTAIN),
        ("Nurses [plan] {to open the road}.", CueClass.BELIEVE, Certainty.CERTAIN),
        ("Nurses [hope] {to open the road}.", CueClass.BELIEVE, Certainty.UNSPECIFIED),
        ("The road [is believed] {to be open}.", CueClass.BELIEVE, Certainty.PROBABLE),
        ("The photos [appear to show] {an open road}.", CueClass.SHOW, Certainty.PROBABLE),
        ("Nurses [told] {drivers to leave the road}.", CueClass.SAY, Certainty.UNSPECIFIED),
    ],
)
def test_the_cue_weakens_what_it_takes(marked, cue_class, certainty):
    assert judged(marked, cue_class)[0] is certainty


@pytest.mark.parametrize("words", ["almost certainly", "virtually certainly", "nearly certainly"])
def test_what_is_almost_certain_is_probable(words):
    one = only(f"The boarders were {words} members of the guard, an official said.")
    assert one.certainty == "probable"
    assert one.certainty_span.text in words
