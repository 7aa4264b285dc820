"""What stands in quotation marks."""

from itertools import pairwise

import pytest

from reportedly.text.quotation import find_quotations, outermost, overlapping


def quoted(text):
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We stay,” she said. “For now.”", ["“We stay,”", "“For now.”"]),
        ("''No,'' he said, ''it's late.''", ["''No,''", "''it's late.''"]),
        ("The crews' boats and the dockers' cranes stood still.", []),
        ("“He told the guards’ chief ‘go’,” she said.", ["“He told the guards’ chief ‘go’,”", "‘go’"]),
        ('A 6" pipe burst, "badly", he said.', ['"badly"']),
        ('A word is left "open', ['"open']),
    ],
)
def test_pairs_marks_and_passes_apostrophes_over(text, found):
    assert quoted(text) == found


def test_a_quotation_left_open_goes_on_in_the_next_paragraph_that_opens_with_a_mark():
    text = '"First part.\n\n"Second part.\n"Last part," she said.'
    assert [(q.continues, q.closed) for q in find_quotations(text)] == [(False, False), (True, False), (True, True)]


def test_a_quotation_left_open_goes_on_behind_a_line_of_spaces():
    assert [q.continues for q in find_quotations('"First part.\n  \n"Last part," she said.')] == [False, True]


def test_a_quotation_left_open_ends_with_its_paragraph():
    assert quoted('He said "no.\nThe rest is not "speech".') == ['"no.', '"speech"']


def test_a_quotation_inside_another_counts_its_depth():
    assert [q.depth for q in find_quotations("“She cried ‘wait’ twice.”")] == [0, 1]


@pytest.mark.parametrize("text", ["", '"' * 999, "”" * 50, "\n\n", "''''''", "«»“”", 'نعم "لا'])
def test_any_text_is_read_and_what_is_outermost_never_overlaps(text):
    found = outermost(find_quotations(text))
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_overlapping_gives_those_that_share_a_character():
    found = outermost(find_quotations('"One" and "two" and "three".'))
    assert [q.start for q in overlapping(found, 4, 11)] == [0, 10]
    assert not overlapping(found, 5, 10)
