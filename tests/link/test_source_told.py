"""Sources and cues that changed, as the readings of both reports tell them."""

import pytest
from tests.link.factory import report

from reportedly.analyse import Tagger, analyse
from reportedly.link.passage import Pairing, Passage
from reportedly.link.source_change import find_source_changes
from reportedly.text.sentence import split_sentences

MINED = "The bridge was mined overnight"
SAFE = "the mine was safe"


def kinds(one, two):
    read = [analyse(report(name, text), tagger=Tagger.RULES) for name, text in (("one", one), ("two", two))]
    pairing = Pairing(*(Passage(text, split_sentences(text)) for text in (one, two)))
    return [variation.kind.value for variation in find_source_changes(pairing, *read)]


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        (f"{MINED}, a border guard said.", f"{MINED}, border guards said.", "attribution_changed"),
        (f"{MINED}, three sources said.", f"{MINED}, a source said.", "attribution_changed"),
        (f"{MINED}, a retired general said.", f"{MINED}, a general said.", "attribution_changed"),
        (f"{MINED}, an aide to the governor said.", f"{MINED}, the governor said.", "attribution_changed"),
        (f"{MINED}, a Ukrainian official said.", f"{MINED}, a Russian official said.", "attribution_changed"),
        (f"{MINED}, district officials said.", f"{MINED}, provincial officials said.", "attribution_changed"),
        (f"{MINED}, said Olga Brandt, a district engineer.", f"{MINED}, a district engineer said.", "attribution_changed"),
        (f"{MINED}, a security official said.", f"{MINED}, the security service said.", "attribution_changed"),
        (f"{MINED}, a mechanic said.", f"{MINED}.", "attribution_dropped"),
        (f"{MINED}.", f"{MINED}, a mechanic said.", "attribution_added"),
        (f"The manager said {SAFE}.", f"The manager conceded that {SAFE}.", "cue_changed"),
        (f"The manager said {SAFE}.", f"The manager revealed that {SAFE}.", "cue_changed"),
        (f"The manager hinted that {SAFE}.", f"The manager said {SAFE}.", "cue_changed"),
        ("Guards turned the miners back, two drivers told us.", "Guards turned the miners back and asked for a list.", "attribution_dropped"),
        ("The firm denied the leak was old.", "The firm would neither confirm nor deny that the leak was old.", "cue_changed"),
        ("A nurse said she heard shots at the ford.", "A nurse heard shots at the ford.", "attribution_dropped"),
        ("The clerk denied having seen the letter.", "The clerk acknowledged that he had seen the letter.", "polarity_changed"),
        ("The firm declined to confirm the number of barges.", "The firm confirmed the number of barges.", "polarity_changed"),
        ("The league will press for a new lock, a diplomat said.", "The league will press for a new lock.", "attribution_dropped"),
        (f"{MINED}, a navy officer said.", f"{MINED}, a navy spokesman said.", "attribution_changed"),
        ("The firm rejected that account.", "The firm did not dispute this.", "cue_changed"),
        ("Our correspondent saw nine barges leave the lock at noon.", "Nine barges left the lock at noon.", "attribution_dropped"),
        (f"{MINED}, a guard was quoted as saying by Radio Mirren.", f"{MINED}, a guard said.", "attribution_changed"),
        ('The clerk said the firm "keeps no list". The lock was old, he claimed.', 'The clerk said that the lock was old and that the firm "keeps no list".', "cue_changed"),
        ("The firm did not respond to questions.", "The firm refused to answer questions.", "cue_changed"),
    ],
)  # fmt: skip
def test_change_is_told(one, two, kind):
    assert kinds(one, two) == [kind]


def test_lost_source_is_told_with_the_whole_sentence():
    plain = "Shortly after dawn the salvage crew (five divers) reached the wreck, but found its safe empty."
    texts = f"{plain[:-1]}, a port pilot said.", plain
    read = [analyse(report(name, text), tagger=Tagger.RULES) for name, text in zip("ab", texts, strict=True)]
    pairing = Pairing(*(Passage(text, split_sentences(text)) for text in texts))
    told = [variation.derivative.text for variation in find_source_changes(pairing, *read)]
    assert told == [plain[:-1]]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (f"{MINED}, a spokesman for the army said.", f"{MINED}, the army said."),
        ("The port police stopped the tug and ordered it to drop anchor.", "Stopped by the port police, the tug was told to drop anchor."),
        (f"{MINED}, an official of the port said.", f"{MINED}, the spokesman said."),
        (
            f"{MINED}, said a guard, who was not authorised to speak.",
            f"{MINED}, a guard said. He did not have permission to speak.",
        ),
        (f"{MINED}, a lawyer for the firm said.", f"{MINED}, an attorney for the firm said."),
        (f"{MINED}, said Olga Brandt, a district engineer.", f"{MINED}, according to district engineer Olga Brandt."),
        (f"{MINED}, records show.", "According to records, the bridge was mined overnight."),
        (f"The manager said {SAFE}.", f"The manager explained that {SAFE}."),
        (f"Officials of the port said {SAFE}.", f"Port officials put it that {SAFE}."),
    ],
)  # fmt: skip
def test_same_source_in_other_words_is_silent(one, two):
    assert kinds(one, two) == []
