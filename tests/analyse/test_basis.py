"""How a source would know: from what it is, from what its cue does, and from what it says of itself."""

import pytest
from tests.analyse.said import said

from reportedly.attribution import Basis


@pytest.mark.parametrize(
    ("body", "basis", "words"),
    [
        ("The mayor said the dam was safe.", Basis.STATEMENT, None),
        ("Residents said they had seen two tanks.", Basis.OBSERVATION, "they had seen"),
        ('"We heard three shots," said Ada Lind, a baker.', Basis.OBSERVATION, "We heard"),
        ('"There was a bang," said Ada Lind, who lives opposite.', Basis.OBSERVATION, None),
        ("Passengers described the train shaking.", Basis.OBSERVATION, "Passengers"),
        ("Residents said there had been an explosion at dawn.", Basis.OBSERVATION, "Residents"),
        ("Fishermen said two patrol boats had turned them away.", Basis.OBSERVATION, "Fishermen"),
        ("Residents said the boats would be repaired.", Basis.STATEMENT, None),
        ("Residents said the council had promised new pumps.", Basis.STATEMENT, None),
        ("Smoke could be seen rising over the port.", Basis.OBSERVATION, "could be seen"),
        ("Witnesses said the lorry did not brake.", Basis.OBSERVATION, "Witnesses"),
        ("Two tanks could be seen on the bridge.", Basis.OBSERVATION, "could be seen"),
        ("Residents reported hearing explosions.", Basis.OBSERVATION, "reported"),
        ("The mayor said he had heard that the dam was leaking.", Basis.HEARSAY, "he had heard that"),
        ("The mayor said residents had told him that the dam was leaking.", Basis.HEARSAY, "had told him"),
        ('"They told us the dam was leaking," said Ada Lind, a baker.', Basis.HEARSAY, "told us"),
        ('"They told us the dam was safe. It never was," said Ada Lind, a baker.', Basis.STATEMENT, None),
        ("The mayor said he had told them that the dam was leaking.", Basis.STATEMENT, None),
        ("The coach is reportedly leaving.", Basis.HEARSAY, "reportedly"),
        ("An economist said rates would rise.", Basis.ANALYSIS, "An economist"),
        ("The rate will fall, said Ada Lind, an oceanologist.", Basis.ANALYSIS, None),
        ("An economist asked why rates had risen.", Basis.STATEMENT, None),
        ("Ada Lind, who studies rivers at Norport University, said the dam would hold.", Basis.ANALYSIS, None),
        ("Ada Lind, who ran the fort and now teaches at Harne, doubts that it will hold.", Basis.ANALYSIS, None),
        ("Ada Lind, a retired rear admiral, said the ship had gone.", Basis.ANALYSIS, None),
        ("Ada Lind, a retired Navy officer, said it was a fake.", Basis.ANALYSIS, None),
        ("Ada Lind, a retired nurse, said the ship had gone.", Basis.STATEMENT, None),
        ("Ada Lind, head of shipping at the Oslo brokerage Fjell, said rates would fall.", Basis.ANALYSIS, None),
        ("Ada Lind, a spokeswoman for the think tank Forward, said it would move.", Basis.STATEMENT, None),
        ("The physicist said she had not slept.", Basis.STATEMENT, None),
        ("The economist offered to resign.", Basis.STATEMENT, None),
        ("The officer said that she had seen no sign of it.", Basis.STATEMENT, None),
        ('"I have seen worse winters," said Ada Lind, a baker.', Basis.STATEMENT, None),
        ("A miner said that his boss had boasted of the haul.", Basis.HEARSAY, None),
        ("Villagers said police had told them to stay indoors.", Basis.HEARSAY, None),
        ("A miner said that his boss would tell the crew.", Basis.STATEMENT, None),
        ("A spokesman said the minister had told parliament everything.", Basis.STATEMENT, None),
        ("The officer said members had been told by email to keep silent.", Basis.STATEMENT, None),
        ("The officer said he had been told of the leak.", Basis.HEARSAY, "he had been told"),
        ('"I won\'t speculate," said Ada Lind, a judge.', Basis.NO_COMMENT, "I won't speculate"),
        ("The lawyer said he had nothing to add.", Basis.NO_COMMENT, "he had nothing to add"),
        ("The driver replied that he could not remember.", Basis.NO_COMMENT, None),
        ("The driver said he could not remember the road being so wet.", Basis.STATEMENT, None),
        ("The mayor refused to give any names.", Basis.NO_COMMENT, None),
        ("Satellite images showed two ships at the pier.", Basis.IMAGERY, "Satellite images"),
        ("The firm was insolvent, court filings show.", Basis.DOCUMENT, "court filings"),
        ("The firm said in a filing that it was insolvent.", Basis.DOCUMENT, "in a filing"),
        ("The firm said in a letter that it was insolvent.", Basis.STATEMENT, None),
        ("Ship-tracking data show that the tanker turned north.", Basis.DATA, "Ship-tracking data"),
        ("River gauges show the water a metre above its level at dawn.", Basis.DATA, "River gauges"),
        ("Local media reported that the ferry had sunk.", Basis.MEDIA, "Local media"),
        ("The Norport Sentry first reported that the ferry had sunk.", Basis.MEDIA, "The Norport Sentry"),
        ("The Valley Courier said it stood by its story.", Basis.STATEMENT, None),
        ("The firm declined to comment.", Basis.NO_COMMENT, "declined to comment"),
        ('"We do not comment on rumours," a spokesman said.', Basis.NO_COMMENT, "We do not comment"),
        ("The mayor could not be reached.", Basis.NO_COMMENT, "could not be reached"),
        ("Police could not confirm whether the mayor was safe.", Basis.NO_COMMENT, None),
        ("AFP could not verify when the film was made.", Basis.UNKNOWN, None),
        ("It was not clear whether the truce would hold.", Basis.UNKNOWN, None),
    ],
)
def test_how_the_source_would_know(body, basis, words):
    one = said(body)[0]
    assert one.basis is basis
    if words is not None:
        assert one.basis_span is not None
        assert one.basis_span.text == words


@pytest.mark.parametrize(
    "body", ["The mayor said he had told his staff to leave.", "Workers said they had been told not to speak."]
)
def test_an_order_passes_nothing_on(body):
    assert said(body)[0].basis is Basis.STATEMENT


@pytest.mark.parametrize(
    ("body", "basis"),
    [
        ("The Institute for Frontier Studies assessed that the village had fallen.", Basis.ANALYSIS),
        ("The Institute for Frontier Studies said that it would move.", Basis.STATEMENT),
        ("Rita Salcedo, a pollster, confirmed that she had written it.", Basis.STATEMENT),
        ("He said he had not heard from her.", Basis.STATEMENT),
        ('"My cousin at the port says they wait there," said Ada Lind, a guard.', Basis.HEARSAY),
        ("The evacuee recalled that it was dark.", Basis.OBSERVATION),
        ("It is believed that a meeting will be held.", Basis.STATEMENT),
    ],
)
def test_what_is_judged_seen_and_told(body, basis):
    assert basis in [one.basis for one in said(body) if one.parent is None]
