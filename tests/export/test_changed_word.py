import pytest

from reportedly.export.changed_word import find_changed_words
from reportedly.span import Span


def marked(text, other):
    return [text[start:end] for _, start, end in find_changed_words(text, [Span.of(text, 0, len(text))], other)]


@pytest.mark.parametrize(
    ("text", "other", "found"),
    [
        ("The lock could open in May.", "In May the lock will open.", ["could"]),
        ("The ferry was perhaps late.", "The ferry was late.", ["perhaps"]),
        ("Two or three lorries left.", "Lorries left.", ["Two or three"]),
        ("It lay ten metres down.", "It lay ten meters down.", []),
        ("It lay on the quay.", "It lay quay.", []),
    ],
)
def test_words_that_the_other_side_lacks_are_marked(text, other, found):
    assert marked(text, other) == found


def test_only_words_inside_the_changed_clause_count():
    text = "He left, and nobody saw him."
    assert find_changed_words(text, [Span.of(text, 0, 7)], "She stayed.") == [("word", 0, 7)]
    assert find_changed_words(text, [Span.of(text, 0, 7), Span.of(text, 3, 7)], "He stayed.") == [("word", 3, 7)]
