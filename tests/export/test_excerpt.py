from reportedly.export.excerpt import excerpt
from reportedly.reading import Sentence

from . import factory

BODY = "The ferry left at dawn. A clerk said it was late. Nobody waved."
REPORT = factory.report("x", BODY)
SENTENCES = (Sentence(start=0, end=23), Sentence(start=24, end=49), Sentence(start=50, end=63))


def kept(*words):
    return [BODY[start:end] for start, end in excerpt(REPORT, [factory.span(BODY, w) for w in words], SENTENCES)]


def test_the_sentences_that_claims_rest_on_are_kept_whole():
    assert kept("it was late") == ["A clerk said it was late."]


def test_nothing_is_kept_of_a_report_that_no_claim_rests_on():
    assert kept() == []


def test_where_every_sentence_is_quoted_the_words_alone_are_kept():
    assert kept("The ferry left", "it was late", "Nobody waved") == ["The ferry left", "it was late", "Nobody waved"]
