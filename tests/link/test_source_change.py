"""Where the same is laid to somebody else."""

import pytest
from tests.link.factory import reading

from reportedly.attribution import (
    Anonymity,
    Attribution,
    Basis,
    Certainty,
    CueClass,
    Polarity,
    Speaker,
    SpeakerKind,
    Stance,
)
from reportedly.link.passage import Pairing, Passage
from reportedly.link.source_change import find_source_changes
from reportedly.span import Span

CONTENT = "the quarry road was shut by a fallen crane"


def told_by(source, **speaker):
    body = f"{source.capitalize()} said {CONTENT}."
    known = {"kind": SpeakerKind.ANONYMOUS, "anonymity": Anonymity.UNNAMED, **speaker}
    start = body.index(CONTENT)
    saying = Attribution(
        id="att", source=Span.of(body, 0, len(source)), cue=Span.of(body, len(source), start),
        content=(Span.of(body, start, len(body) - 1),), direct=False,
        speaker=Speaker(**{**dict.fromkeys(("name", "role", "affiliation", "count", "party", "anonymity_reason")), **known}),
        speaker_id="spk", via=None, cue_class=CueClass.SAY, basis=Basis.STATEMENT, certainty=Certainty.CERTAIN,
        certainty_span=None, basis_span=None, negation_span=None, polarity=Polarity.AFFIRMED, stance=Stance.ASSERTS, verification=None, parent=None,
    )  # fmt: skip
    read = reading(source, body)
    return type(read)(**{name: getattr(read, name) for name in read.__slots__} | {"attributions": (saying,)})


def found(one, two):
    passages = (Passage(read.report.body, ((0, len(read.report.body)),)) for read in (one, two))
    return [(variation.kind.value, variation.note) for variation in find_source_changes(Pairing(*passages), one, two)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (told_by("two drivers", count=2), told_by("the quarry owner", count=1)),
        (told_by("two drivers", count=2), told_by("three drivers", count=3)),
        (told_by("a driver"), told_by("driver Ilka Brandt", kind=SpeakerKind.PERSON, name="Ilka Brandt", anonymity=Anonymity.NAMED)),
    ],
)  # fmt: skip
def test_another_source_is_told(one, two):
    assert [kind for kind, _ in found(one, two)] == ["attribution_changed"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (told_by("two drivers", count=2), told_by("the drivers")),
        (told_by("he"), told_by("driver Ilka Brandt", kind=SpeakerKind.PERSON, name="Ilka Brandt", anonymity=Anonymity.NAMED)),
        (told_by("pictures", kind=SpeakerKind.IMAGERY), told_by("a driver")),
    ],
)  # fmt: skip
def test_same_or_unclear_source_is_silent(one, two):
    assert found(one, two) == []


def test_less_told_of_an_unnamed_source_is_a_detail_dropped():
    assert [kind for kind, _ in found(told_by("a driver in Oslo"), told_by("a driver"))] == ["detail_dropped"]
