"""What a speaker does with the content."""

import pytest
from tests.analyse.framed import framed

from reportedly.analyse.stance import judge_stance
from reportedly.attribution import CueClass, Stance


@pytest.mark.parametrize(
    ("marked", "cue_class", "stance"),
    [
        ("The envoy [said] {the fleet was not leaving}.", CueClass.SAY, Stance.ASSERTS),
        ("The envoy [denied] {leaving}.", CueClass.DENY, Stance.DENIES),
        ("The envoy [did not deny] {leaving}.", CueClass.DENY, Stance.ASSERTS),
        ('The envoy [disagreed]: {"It was leaving."}', CueClass.DENY, Stance.ASSERTS),
        ('{"That is not true,"} the envoy [said].', CueClass.SAY, Stance.DENIES),
        ("The envoy said no, [calling] {the report nonsense}.", CueClass.SAY, Stance.DENIES),
        ("The envoy [asked] {whether the fleet was leaving}.", CueClass.ASK, Stance.ASKS),
        ("The envoy [would not say] {whether the fleet was leaving}.", CueClass.OTHER, Stance.DECLINES),
        ("The envoy [declined to discuss] {the fleet}.", CueClass.OTHER, Stance.DECLINES),
        ('{"We do not comment on ships,"} the envoy [said].', CueClass.SAY, Stance.DECLINES),
        ('{"No comment,"} the envoy [said].', CueClass.SAY, Stance.DECLINES),
    ],
)
def test_a_denial_is_no_statement_that_something_is_not_so(marked, cue_class, stance):
    assert judge_stance(framed(marked, cue_class)[0]) is stance
