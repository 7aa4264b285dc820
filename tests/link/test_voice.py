from tests.link.factory import reading

from reportedly.link.align import Match
from reportedly.link.digest import Digest
from reportedly.link.direction import tell_direction
from reportedly.link.voice import count_own_voice, looseness

OWN = "Two miners told us that the shaft had flooded. We saw no pump at the gate. The owner did not answer us."
RETOLD = (
    "Two miners told the paper, which did not see any pump at the gate, that the shaft had flooded. "
    "The owner of the pit gave no answer to its questions at all."
)


def digest(name, body):
    return Digest(reading(name, body).report)


def test_own_voice_counts_outside_quotations_and_not_in_names():
    assert count_own_voice(digest("a", OWN), (0, 1, 2)) == 3
    assert count_own_voice(digest("a", '"We saw it," said a US miner. "It was near us."'), (0, 1)) == 0


def test_who_says_we_is_the_likelier_origin_where_no_sign_tells():
    matches = [Match((0,), (0,), 0.6), Match((2,), (1,), 0.5)]
    assert tell_direction(digest("a", OWN), digest("b", RETOLD), matches).lean == 0
    turned = [Match(match.others, match.ones, match.score) for match in matches]
    assert tell_direction(digest("b", RETOLD), digest("a", OWN), turned).lean == 1


def test_translation_joins_its_nouns_loosely():
    close, loose = (
        "The city's mayor shut the city's gates today. ",
        "The mayor of the city shut the gates of the city today. ",
    )
    assert looseness(digest("a", loose * 20)) - looseness(digest("b", close * 20)) > 3
    assert looseness(digest("a", close)) is None
