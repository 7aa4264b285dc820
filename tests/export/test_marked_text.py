from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.marked_text import Act, Mark, mark_text, paragraphs


def written(pieces):
    signs = {Act.OPEN: "[", Act.CLOSE: "]"}
    return "".join(piece.text or signs[piece.act] for piece in pieces)


def mark(start, end, key="m"):
    return Mark(start=start, end=end, id=f"{key}{start}-{end}", tone="for")


def test_marks_inside_one_another_nest():
    assert written(mark_text("abcdef", [mark(0, 6), mark(2, 4)])) == "[ab[cd]ef]"


def test_marks_that_cross_are_closed_and_opened_again():
    pieces = mark_text("abcdef", [mark(0, 4), mark(2, 6)])
    assert written(pieces) == "[ab[cd]][ef]"
    assert [piece.edge for piece in pieces if piece.act is Act.OPEN] == [True, True, False]
    assert [piece.mark.start for piece in pieces if piece.act is Act.CLOSE and piece.edge] == [0, 2]


def test_marks_are_cut_to_the_part_asked_for():
    pieces = mark_text("abcdef", [mark(0, 6)], 2, 4)
    assert written(pieces) == "[cd]"
    assert not any(piece.edge for piece in pieces if piece.act is Act.OPEN)


def test_each_line_with_words_is_a_paragraph():
    text = "one\n\n  \ntwo"
    assert [text[start:end] for start, end in paragraphs(text)] == ["one", "two"]


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8),
)
def test_any_marks_nest_and_keep_every_character(text, bounds):
    marks = [mark(start, min(end, len(text)), str(n)) for n, (start, end) in enumerate(bounds)]
    pieces = mark_text(text, marks)
    assert "".join(piece.text for piece in pieces) == text
    stack = []
    for piece in pieces:
        if piece.act is Act.OPEN:
            stack.append(piece.mark)
        elif piece.act is Act.CLOSE:
            assert stack.pop() == piece.mark
    assert stack == []


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=6))
def test_every_mark_opens_once_with_its_id(bounds):
    text = "x" * 20
    marks = {mark(start, end) for start, end in bounds}
    firsts = [p.mark for p in mark_text(text, marks) if p.act is Act.OPEN and p.edge]
    assert sorted(m.id for m in firsts) == sorted(m.id for m in marks if m.start < m.end)
