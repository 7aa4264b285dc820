"""Whether what is said is said to be so, or not to be so."""

import pytest
from tests.analyse.framed import framed
from tests.analyse.said import only

from reportedly.analyse.polarity import judge_polarity
from reportedly.attribution import CueClass, Polarity


@pytest.mark.parametrize(
    ("body", "polarity"),
    [
        ("The envoy said the fleet was leaving.", Polarity.AFFIRMED),
        ("The envoy said the fleet was not leaving.", Polarity.NEGATED),
        ("The envoy said the fleet had no plans to leave.", Polarity.NEGATED),
        ("The envoy said the fleet was no longer there.", Polarity.NEGATED),
        ("The envoy said that ships which had not left were safe.", Polarity.AFFIRMED),
        ("The envoy denied that the fleet was leaving.", Polarity.NEGATED),
    ],
)
def test_only_the_main_statement_is_negated(body, polarity):
    assert only(body).polarity is polarity


def negation(marked, cue_class=CueClass.SAY):
    """Give the words that negate; None where the content is affirmed."""
    polarity, span = judge_polarity(*framed(marked, cue_class))
    assert (polarity is Polarity.NEGATED) == (span is not None)
    return span.text if span else None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("the fleet failed to leave", "failed"),
        ("the fleet did not fail to leave", None),
        ("nobody had been hurt", "nobody"),
        ("no one had been hurt", "no one"),
        ("not all ships had left", "not"),
        ("neither ship had left", "neither"),
        ("the fleet was not only leaving but selling its ships", None),
        ("the fleet was no longer there", "no longer"),
        ("under no circumstances would the fleet leave", "under no circumstances"),
        ("there was no evidence that the fleet had left", "no"),
        ("she did not think that the fleet would leave", "not"),
        ("they would not confirm or deny it", None),  # that is silence
        ("they had ruled out a leak", "ruled out"),
        ("they could not rule out a leak", None),
        ("no fewer than nine ships had left", None),
        ("the report was nonsense", "nonsense"),
        ('"not for sale"', "not"),
    ],
)
def test_the_words_that_negate_are_kept(content, words):
    assert negation(f"The envoy [said] {{{content}}}.") == words


@pytest.mark.parametrize(
    ("marked", "cue_class", "words"),
    [
        ("The envoy [denied] {leaving}.", CueClass.DENY, "denied"),
        ("The envoy [denied] {the accusation}.", CueClass.DENY, "denied"),
        ("The envoy [denied] {that she had not been told}.", CueClass.DENY, None),
        ("The envoy [did not deny] {that she had been told}.", CueClass.DENY, None),
        ('The envoy [disagreed]: {"It was leaving."}', CueClass.DENY, None),
        ("The envoy [refused] {to leave}.", CueClass.OTHER, "refused"),
        ("The envoy [does not believe] {that they left}.", CueClass.BELIEVE, "not"),
    ],
)
def test_a_cue_turns_round_what_it_denies(marked, cue_class, words):
    assert negation(marked, cue_class) == words
