"""Whatever the text, nothing crashes and every span is exact."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.test_schema import check, spans

from reportedly import analyse_report, compare_reports, link_reports, read_text
from reportedly.errors import UnreadableInput
from reportedly.record import to_record

WORDS = [
    "said",
    "told",
    "“",
    "”",
    '"',
    "'",
    "’",
    "The",
    "officials",
    "Kyiv",
    "two",
    "An-124s",
    "may",
    "not",
    "on Friday",
    "\n\n",
]
WORDS += [
    ",",
    ".",
    "—",
    "\u202e",
    "مرحبا",
    "\u0000",
    "denied",
    "imagery",
    "13 km",
    "north of",
    "Aden",
    "ships",
    "left",
    "that",
    "(",
    ")",
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.booleans())
def test_any_text_gives_a_valid_reading_with_exact_spans(text, as_is):
    try:
        report = read_text(text, as_is=as_is)
    except UnreadableInput:
        assert not as_is or not text.strip(" \n\t\x00") or not text.strip()
        return
    if as_is:
        assert report.body == text.replace("\x00", "")
    record = to_record(analyse_report(report))
    check(record, "reading")
    for span in spans(record):
        source = record["report"]["title"] if span.get("field") == "title" else record["report"]["body"]
        assert source[span["start"] : span["end"]] == span["text"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS)
def test_any_two_texts_can_be_linked_and_compared_in_either_order(first, second):
    try:
        a, b = read_text(first, as_is=True), read_text(second, as_is=True)
    except UnreadableInput:
        return
    if a.id == b.id:
        return
    assert link_reports([a, b]) == link_reports([b, a])
    assert to_record(compare_reports(a, b)) == to_record(compare_reports(b, a))
    check(to_record(compare_reports(a, b)), "comparison")
