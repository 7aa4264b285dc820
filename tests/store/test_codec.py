"""Nouns come back from a collection's JSON as they went in, whatever their texts hold."""

import json

import pytest

from reportedly import read_text
from reportedly.report import Report
from reportedly.span import Field, Span
from reportedly.store.codec import pack, put_before, unpack


@pytest.mark.parametrize("text", ["a", "\x00", "half \ud800 of one", "\ufffd", "“ü”"])
@pytest.mark.parametrize("field", Field)
def test_any_text_comes_back(text, field):
    span = Span(start=0, end=len(text), text=text, field=field)
    assert unpack(Span, pack(span)) == span


def test_a_report_comes_back_from_its_record_and_its_body():
    report = read_text("BEIRA, 3 March - Two people were hurt, police said.", title="Two hurt", published="2025-03-04")
    assert unpack(Report, put_before(pack(report, without="body"), body=json.dumps(report.body))) == report


def test_a_record_that_lacks_a_field_is_refused():
    with pytest.raises((KeyError, ValueError)):
        unpack(Span, '{"start":1,"end":2}')


def test_what_a_record_has_itself_holds():
    assert unpack(Span, put_before('{"text":"own"}', start="0", end="3", text='"other"')).text == "own"
