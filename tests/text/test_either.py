"""One pattern for many words."""

import re

from reportedly.text.either import either

WORDS = ["port", "ports", "port of call", "naval base", "base", "St. Anne", "a-b", "a"]
TEXT = "The Ports and the port of call, the naval bases; a base at St. Anne, St- Anne, a-b, A, porta"


def test_it_matches_what_the_words_told_one_after_the_other_do_longest_first():
    told = "|".join(map(re.escape, sorted(WORDS, key=lambda word: (-len(word), word))))
    for form in (r"(?<!\w)(?:{})(?!\w)", r"\b({})s?\b", "{}"):
        one, other = (re.compile(form.format(way), re.IGNORECASE) for way in (either(WORDS), f"(?:{told})"))
        assert [each.span() for each in one.finditer(TEXT)] == [each.span() for each in other.finditer(TEXT)]


def test_one_word_and_none_are_patterns_too():
    assert (either(["a.b"]), either([])) == (r"a\.b", "")
