"""Names beside nouns: whom 'the firm Deepwatch' and 'their employer, Dougal Pike' name."""

import pytest
from tests.analyse.said import said

from reportedly.attribution import SpeakerKind


@pytest.mark.parametrize(
    ("body", "kind", "name"),
    [
        ("The mine's operator, Cobre Alto, said it was safe.", SpeakerKind.ORGANISATION, "Cobre Alto"),
        (
            "The regulator, the Market Conduct Office, said it was safe.",
            SpeakerKind.ORGANISATION,
            "Market Conduct Office",
        ),
        ("It was safe, the state news agency SilkPress said on Monday.", SpeakerKind.OUTLET, "SilkPress"),
        ("It was safe, according to their employer, Dougal Pike.", SpeakerKind.PERSON, "Dougal Pike"),
        ("Their leader, Giles Pope, said it was safe.", SpeakerKind.PERSON, "Giles Pope"),
        (
            "The club's owner, the American billionaire Chuck Landry, said it was over.",
            SpeakerKind.PERSON,
            "Chuck Landry",
        ),
        ("The mayor of Harne, Luc Ferrand, said it was safe.", SpeakerKind.PERSON, "Luc Ferrand"),
        ('"It was safe," said Per Lund, who lives there.', SpeakerKind.PERSON, "Per Lund"),
        ("Turbine maker Corvin said it was safe.", SpeakerKind.ORGANISATION, "Corvin"),
        ("The trade body Wine Merchants UK said it was safe.", SpeakerKind.ORGANISATION, "Wine Merchants UK"),
        ("The social network Mondal said it was safe.", SpeakerKind.ORGANISATION, "Mondal"),
        ("Her Labour opposite number, Raj Bhatt, said it was safe.", SpeakerKind.PERSON, "Raj Bhatt"),
        ("Outside court, Leland's wife, Carla, said he would appeal.", SpeakerKind.PERSON, "Carla"),
        ("The ferry's operator said it was safe.", SpeakerKind.ORGANISATION, "ferry's operator"),
        ("The crane operator said it was safe.", SpeakerKind.ANONYMOUS, None),
        ("A 26-year-old ferry operator said it was safe.", SpeakerKind.ANONYMOUS, None),
        (
            "The envoy of its Harne mission, Cmdr. Petra Kos, said on radio that it was safe.",
            SpeakerKind.PERSON,
            "Petra Kos",
        ),
        ("The Minister of the Treasury, Mr Omar Noori, announced a levy on Sunday.", SpeakerKind.PERSON, "Omar Noori"),
        ("Belmar Rail, whose lawyer was in court, said it was safe.", SpeakerKind.ORGANISATION, "Belmar Rail"),
        ("“It is over,” said Olga Lind, head of the Pilots’ Guild.", SpeakerKind.PERSON, "Olga Lind"),
        ("A whistleblower, @gulfhulls, said it was safe.", SpeakerKind.PERSON, "@gulfhulls"),
        ("Poland's General Staff said it was safe.", SpeakerKind.ORGANISATION, "General Staff"),
        ("A frame taken on Sunday shows a crater.", SpeakerKind.IMAGERY, None),
    ],
)
def test_who_bears_the_name(body, kind, name):
    speaker = said(body)[0].speaker
    assert (speaker.kind, speaker.name) == (kind, name)


def test_one_of_a_group_has_the_name_beside_it():
    *_, one = said("Analysts at Protea Bank expect a fall. One of the analysts, Lerato Dube, said it would be steep.")
    assert (one.speaker.name, one.speaker.role, one.speaker.affiliation) == ("Lerato Dube", "analyst", "Protea Bank")


def test_a_mayor_whom_a_spokeswoman_speaks_for_is_not_she():
    one = said("A spokeswoman for another Democrat, Mayor Joanne Tully of Grand Harbor, declined to comment.")[0]
    assert one.speaker.name is None


def test_an_officer_leading_something_has_the_name_behind():
    one = said("The officer leading the inquiry, Inspector Petra Kos, said the road was icy.")[0]
    assert one.speaker.name == "Petra Kos"
