"""Joining what the tagger found with what the rules read: whose words stand, and what only the rules found."""

import pytest
from tests.analyse.said import report

from reportedly.analyse import attributions
from reportedly.analyse.attributions import find_attributions
from reportedly.analyse.parse import parse
from reportedly.analyse.tag_path import Tagged
from reportedly.analyse.tagger import observe


def joined(monkeypatch, body, *found):
    """Give the attributions of one sentence of which the tagger found (source, cue, content), as its words."""
    one = report(body)
    (passage,) = passages = parse(one)

    def words(text):
        start = body.index(text)
        inside = [token.i for token in passage.doc if start <= token.idx < start + len(text)]
        return inside[0], inside[-1] + 1

    tagged = [Tagged(words(source), words(cue), (words(content),), 1.0) for source, cue, content in found]
    monkeypatch.setattr(attributions, "tag", lambda *_: tagged)
    return {one.cue.text: one for one in find_attributions(one, passages, [observe(passage.doc)])}


def test_the_tagger_says_how_far_the_words_reach(monkeypatch):
    body = "The mayor said on Monday the bridge would reopen."
    said = joined(monkeypatch, body, ("The mayor", "said on Monday", "the bridge would reopen"))
    assert list(said) == ["said on Monday"]
    assert said["said on Monday"].content[0].text == "the bridge would reopen"


def test_silence_about_nothing_told_keeps_the_rules_words(monkeypatch):
    body = "The ministry did not respond to a request for comment."
    (one,) = joined(monkeypatch, body, ("The ministry", "did not respond to", "a request for comment")).values()
    assert one.basis == "no_comment"
    assert one.content == ()


def test_a_hedge_over_the_cue_leaves_who_shows_what_to_the_rules(monkeypatch):
    body = "The images appear to show two ships at the pier."
    (one,) = joined(monkeypatch, body, ("The images", "appear", "to show two ships at the pier")).values()
    assert (one.source.text, one.content[0].text) == ("The images", "two ships at the pier")
    assert one.basis == "imagery"
    assert one.certainty_span.text == "appear"


@pytest.mark.parametrize("cue", ["quoted", "saying"])
def test_who_is_quoted_as_saying_is_the_source_and_who_quotes_the_way(monkeypatch, cue):
    body = "Interfax quoted the mayor as saying that the pier would close."
    (one,) = joined(monkeypatch, body, ("Interfax", cue, "that the pier would close")).values()
    assert one.source.text == "the mayor"
    assert one.via == "Interfax"


@pytest.mark.parametrize(
    ("inner", "cue"),
    [("the ministry had denied that it failed", "had denied"), ("the ministry plans to appeal", "plans")],
)
def test_what_a_third_party_said_or_means_stays_inside_anothers_words(monkeypatch, inner, cue):
    said = joined(monkeypatch, f"The lawyer said {inner}.", ("The lawyer", "said", inner))
    assert set(said) == {"said", cue}
    assert said[cue].parent == said["said"].id


@pytest.mark.parametrize(
    "inner", ["the ministry would call for calm", "the ministry had voters to tell that it failed"]
)
def test_what_a_third_party_does_is_left_in_anothers_words(monkeypatch, inner):
    assert set(joined(monkeypatch, f"The lawyer said {inner}.", ("The lawyer", "said", inner))) == {"said"}


def test_a_clause_that_only_the_rules_found_is_left_out_but_for_what_is_seen(monkeypatch):
    assert joined(monkeypatch, "The mayor said the bridge would reopen.") == {}
    assert set(joined(monkeypatch, "Nine boats were back in port, a reporter counted.")) == {"counted"}


@pytest.mark.parametrize(
    ("cue", "sure", "told"), [("told", 0.5, 1), ("told", 0.3, 0), ("haunts", 0.8, 1), ("haunts", 0.6, 0)]
)
def test_the_tagger_must_be_surer_of_a_cue_that_no_lexicon_lists(monkeypatch, cue, sure, told):
    body = f"The mayor {cue} the old bridge."
    one = report(body)
    (passage,) = passages = parse(one)
    tagged = [Tagged((0, 2), (2, 3), ((3, 6),), sure)]
    monkeypatch.setattr(attributions, "tag", lambda *_: tagged)
    found = [each for each in find_attributions(one, passages, [observe(passage.doc)]) if each.cue.text == cue]
    assert len(found) == told, passage.doc


@pytest.mark.parametrize(
    ("found", "whole"),
    [("Sen.", "Sen. Bernie Sanders"), ("A report by", "A report by the auditor"), ("The mayor,", "The mayor")],
)
def test_a_source_broken_off_is_made_whole(monkeypatch, found, whole):
    body = f"{whole}{',' if found.endswith(',') else ''} said on Monday the bridge would reopen."
    said = joined(monkeypatch, body, (found, "said on Monday", "the bridge would reopen"))
    assert said["said on Monday"].source.text == whole
