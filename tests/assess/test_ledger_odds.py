"""A claim bears on a question where all signs together make it likely, on the side where it is likeliest."""

from reportedly.assess.ledger_odds import CONSTANT, sides
from reportedly.assess.ledger_sign import told_of
from reportedly.data import read_table
from reportedly.picture import Side


def test_what_says_so_is_likelier_to_speak_for_it_than_what_denies_it():
    said, denied = sides({"says for": 1.0, "hit is": 1.0}), sides({"says against": 1.0, "denied is": 1.0})
    assert said[Side.FOR] > said[Side.AGAINST]
    assert denied[Side.AGAINST] > denied[Side.FOR]


def test_what_has_no_word_of_it_most_likely_bears_on_nothing():
    assert sum(sides({"silent": 1.0, "cover none": 1.0}).values()) < 0.2


def test_how_much_of_a_question_is_told_counts_words_that_are_like_its_own():
    question = "Is the navy leaving the port?"
    assert told_of(question, "The fleet sailed from the harbour") > told_of(question, "The mayor won the vote")


def test_every_sign_has_a_weight_and_there_is_a_constant():
    names = [row["sign"] for row in read_table("ledger_weights.tsv")]
    assert CONSTANT in names
    assert len(set(names)) == len(names)
