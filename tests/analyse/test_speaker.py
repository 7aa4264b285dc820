"""Who the sources are: kind, name, number, anonymity, and who 'he' is."""

import pytest
from tests.analyse.said import only, said

from reportedly.attribution import Anonymity, Basis, SpeakerKind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Four Georgian officials said the train had left.", SpeakerKind.ANONYMOUS),
        ("The Kremlin said the train had left.", SpeakerKind.ORGANISATION),
        ("Kyiv said the train had left.", SpeakerKind.ORGANISATION),
        ("Poland's foreign ministry said the train had left.", SpeakerKind.ORGANISATION),
        ("Satellite images show that the train has left.", SpeakerKind.IMAGERY),
        ("A leaked memo said the train had left.", SpeakerKind.DOCUMENT),
        ("A Reuters photographer said the train had left.", SpeakerKind.REPORTER),
        ("The New York Times reported that the train had left.", SpeakerKind.OUTLET),
        ("Anna Kowalska, a retired teacher, said the train had left.", SpeakerKind.PERSON),
        ("The train had left, according to Greek military and Western intelligence sources.", SpeakerKind.ANONYMOUS),
    ],
)
def test_what_sort_of_source_it_is(body, kind):
    assert only(body).speaker.kind is kind


@pytest.mark.parametrize(
    ("source", "count"),
    [("Four officials", 4), ("A diplomat", 1), ("Sources", None)],
)
def test_how_many_speak(source, count):
    assert only(f"{source} said the depot was empty.").speaker.count == count


def test_a_share_of_a_group_is_counted_and_is_of_the_group():
    speaker = only("Two of the residents said the depot was empty.").speaker
    assert (speaker.role, speaker.count) == ("residents", 2)


def test_a_name_beside_a_role_is_the_speaker():
    speaker = only("The council's spokesman, Ivan Horak, said the depot was empty.").speaker
    assert (speaker.kind, speaker.name, speaker.role) == (SpeakerKind.PERSON, "Ivan Horak", "spokesman")
    assert speaker.affiliation == "council"


def test_a_person_has_name_and_role():
    speaker = only("Anna Kowalska, a retired teacher, said the school was shut.").speaker
    assert (speaker.name, speaker.role, speaker.anonymity) == ("Anna Kowalska", "retired teacher", Anonymity.NAMED)


def test_a_surname_and_a_pronoun_are_the_person_introduced():
    first, second, third = said(
        'The school was shut, Anna Kowalska said. Kowalska said the pupils had left. "They took the bus," she added.'
    )
    assert first.speaker_id == second.speaker_id == third.speaker_id
    assert third.speaker.name == "Anna Kowalska"


def test_the_official_is_the_one_introduced_and_stays_unnamed():
    first, second = said(
        "A senior rebel official told AFP the crossing was open. The official said guards had been paid."
    )
    assert first.speaker_id == second.speaker_id
    assert second.speaker.name is None
    assert (second.speaker.role, second.speaker.count, second.speaker.party) == ("senior rebel official", 1, "rebel")


def test_officials_of_another_side_are_others():
    first, second = said("Two Turkish officials said the crossing was open. The Iraqi officials said it was closed.")
    assert first.speaker_id != second.speaker_id


@pytest.mark.parametrize(
    "body",
    [
        "A diplomat, who spoke on condition of anonymity because of the secrecy of the talks, said a deal was near.",
        "A diplomat said a deal was near. The diplomat spoke on condition of anonymity due to the secrecy of the talks.",
    ],
)
def test_who_asks_not_to_be_named_withholds_and_says_why(body):
    speaker = said(body)[0].speaker
    assert speaker.anonymity is Anonymity.WITHHELD
    assert speaker.anonymity_reason == "the secrecy of the talks"


@pytest.mark.parametrize(
    ("body", "via"),
    [
        ("A pilot told Reuters the runway was cratered.", "Reuters"),
        ("A pilot said in an interview with Le Monde that the runway was cratered.", "Le Monde"),
        ("A pilot told reporters the runway was cratered.", None),
        ("A pilot told him the runway was cratered.", None),
    ],
)
def test_whom_the_source_told(body, via):
    assert only(body).via == via


@pytest.mark.parametrize(
    ("body", "basis"),
    [
        ("A Reuters journalist saw tanks at the gate.", Basis.OBSERVATION),
        ("Reuters saw tanks at the gate.", Basis.OBSERVATION),
        ("Satellite photos show tanks at the gate.", Basis.IMAGERY),
        ("Shipping data showed that the tanker had turned.", Basis.DATA),
        ("Ivo Marek, an analyst in Prague, said the tanker had turned.", Basis.ANALYSIS),
        ("The tanker has reportedly turned.", Basis.HEARSAY),
        ("The minister said the tanker had turned.", Basis.STATEMENT),
    ],
)
def test_how_the_speaker_would_know(body, basis):
    assert only(body).basis is basis


def test_those_who_speak_for_a_group_are_speakers_with_its_role_and_its_reasons():
    group, one, another = said(
        "Three port officials, who asked not to be named because they feared for their jobs, said the quay was shut. "
        "One of the officials said it was mined. Another said it was not."
    )
    assert len({a.speaker_id for a in (group, one, another)}) == 3
    assert [a.speaker.count for a in (group, one, another)] == [3, 1, 1]
    assert [a.speaker.role for a in (group, one, another)] == ["port officials", "port official", "port official"]
    assert {a.speaker.anonymity_reason for a in (group, one, another)} == {"they feared for their jobs"}


def test_those_joined_are_counted_together():
    assert only("Two pilots and a shipping agent said the quay was shut.").speaker.count == 3


def test_a_speaker_named_later_has_that_name_from_the_start():
    first, second = said('A UN envoy said talks had failed. "It is over," the envoy, Bertil Okonjo, told reporters.')
    assert first.speaker_id == second.speaker_id
    assert (first.speaker.name, first.speaker.role) == ("Bertil Okonjo", "envoy")


def test_she_is_whom_the_sentence_before_is_about():
    (one,) = said("President Ana Torres met farmers on Monday. She said prices would be capped.")
    assert (one.speaker.name, one.speaker.role) == ("Ana Torres", "President")


def test_of_two_with_one_surname_the_title_tells_which():
    wife, husband = said("Mrs Okafor said the gun was sold. Mr Okafor denied that it was his.")
    assert wife.speaker_id != husband.speaker_id


def test_the_officials_of_the_title_are_those_of_the_body():
    title, body = said("Two port officials said the quay was shut.", title="Quay is shut, officials say")
    assert title.speaker_id == body.speaker_id


def test_a_body_that_is_not_named_has_a_role_and_no_name():
    speaker = only("An aid group said the camp was empty.").speaker
    assert (speaker.kind, speaker.name, speaker.role) == (SpeakerKind.ORGANISATION, None, "aid group")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (
            "Norway's Nordhav, which stopped its ferries in May, said it had no plan to return.",
            SpeakerKind.ORGANISATION,
        ),
        ("A Reuters witness in Oslo saw two planes landing.", SpeakerKind.REPORTER),
    ],
)
def test_firms_and_an_outlets_own_witness_are_told_from_people(body, kind):
    assert said(body)[0].speaker.kind is kind


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Tarn Foods will cut jobs. The company said demand had fallen.", "Tarn Foods"),
        ("Novara Health withdrew a pill. The drugmaker said nobody was hurt.", "Novara Health"),
        ("The World Seed Federation met on Monday. The WSF said stocks were low.", "World Seed Federation"),
        ("Tom Reed was walking home. The 34-year-old said that he had heard a crack.", "Tom Reed"),
        ("Captain Bo Lind steered the ferry. The Swede said that he saw nothing.", "Bo Lind"),
        ("Dr Petra Lom runs the clinic. The physician said beds were full.", "Petra Lom"),
        ("Ana and Leo Pell lost their house. The couple said they would rebuild.", "Ana and Leo Pell"),
        ("Jan Roe left. His agent, Ivo Marek, said no. Roe waited. His agent said that talks went on.", "Ivo Marek"),
        ("Marta Ruiz is the mayor of Olvera. The mayor said taps would be shut.", "Marta Ruiz"),
    ],
)
def test_a_noun_brings_in_again_whom_it_describes(body, name):
    assert said(body)[-1].speaker.name == name


@pytest.mark.parametrize(
    "body",
    [
        "Tarn Foods will cut jobs. The council said it was sorry.",
        "Tom Reed was walking home. The mayor said the wall had been checked.",
        "Tom Reed owns the bus. The driver said that the brakes had failed.",
    ],
)
def test_a_noun_that_another_may_bear_is_not_whom_was_told_of_last(body):
    assert said(body)[-1].speaker.name not in ("Tarn Foods", "Tom Reed")


def test_nobody_speaks_of_himself_by_name():
    quoted = said('Ivo Marek met Karl Brandt on Monday. Brandt smiled. "Brandt is a liar," he said.')
    assert quoted[-1].speaker.name == "Ivo Marek"


def test_who_says_i_in_a_quotation_is_who_is_quoted():
    speakers = {a.speaker.name for a in said('"I believe that the quay is mined," Ivo Marek told the council.')}
    assert speakers == {"Ivo Marek"}


def test_a_surname_in_the_title_is_the_one_that_the_body_tells_in_full():
    title, body = said("Anna Kowalska, a teacher, said the school was shut.", title="School is shut, says Kowalska")
    assert title.speaker == body.speaker
    assert title.speaker_id == body.speaker_id


def test_the_one_whom_the_opening_told_of_is_named_with_an_age():
    first, second = said("A former pilot told a jury that he was asleep. Ivo Lind, 54, denies that he was drunk.")
    assert first.speaker == second.speaker
    assert (first.speaker.name, first.speaker.role) == ("Ivo Lind", "former pilot")


@pytest.mark.parametrize("who", ["Its spokesman, Ivo Marek,", "A spokeswoman", "The company's owner"])
def test_whose_somebody_is_is_told_in_full(who):
    body = f"Tarn Foods said that it would close. {who} said that jobs would go."
    assert said(body)[-1].speaker.affiliation == "Tarn Foods"


def test_what_nobody_could_find_out_the_outlet_says():
    (speaker,) = {a.speaker for a in said("It was not clear who fired.", publisher="The Tarn Post")}
    assert (speaker.kind, speaker.name) == (SpeakerKind.OUTLET, "The Tarn Post")


@pytest.mark.parametrize(
    ("words", "role", "affiliation"),
    [
        ("Ashworth Motors chief executive Ada Lind", "chief executive", "Ashworth Motors"),
        ("Norport's part-time striker Ada Lind, a baker,", "part-time striker", "Norport"),
        ("Ada Lind, head of research at Nordhav Capital,", "head of research", "Nordhav Capital"),
        ("Ada Lind, who runs the Tarvas Clinic,", None, "Tarvas Clinic"),
        ("Ada Lind, an analyst at Pell & Stowe,", "analyst", "Pell & Stowe"),
        ("Defence Minister Ada Lind", "Defence Minister", None),
    ],
)
def test_the_body_before_or_behind_a_role_is_told_from_it(words, role, affiliation):
    speaker = only(f"{words} said the depot was empty.").speaker
    assert (speaker.name, speaker.role, speaker.affiliation) == ("Ada Lind", role, affiliation)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Nordhav Water was fined by Ofsluice. The regulator said the river was foul.", "Ofsluice"),
        (
            "Ada Lind, a steward for the United Pipe Workers, was at Nordhav Corp. The union said pay fell.",
            "United Pipe Workers",
        ),
        ("Ada Lind, chief executive of Nordhav Rail, apologised. The operator said the line was shut.", "Nordhav Rail"),
        ("Trellis, a start-up that makes pipes, has closed. The start-up said the depot was empty.", "Trellis"),
        ("The striker Ivo Pell has left Norport Town. The forward said he was tired.", "Ivo Pell"),
    ],
)
def test_a_noun_stands_for_one_of_its_sort(body, name):
    assert said(body)[-1].speaker.name == name


def test_what_belongs_to_a_person_is_no_affiliation():
    first, second = said("Ivo Pell was held on Monday. His lawyer said he was well. The lawyer said he would appeal.")
    assert (first.speaker.affiliation, first.speaker_id) == (None, second.speaker_id)


def test_who_was_told_is_resolved():
    assert said("Ivo Pell was held on Monday. Police told him that the depot was empty.")[-1].via == "Ivo Pell"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Police said 40 homes had been cleared and warned that the hill could slip.", "Police"),
        ("A message said the dam had failed, but the police said that was false and asked people to stay.", "police"),
    ],
)
def test_what_is_said_says_nothing_itself(body, name):
    assert said(body)[-1].speaker.name == name


def test_asked_without_a_source_is_the_outlets_own_question():
    asked, *_ = said("Asked whether he would go, he said that he would.", publisher="The Signalman")
    assert (asked.speaker.kind, asked.speaker.name) == (SpeakerKind.OUTLET, "The Signalman")


@pytest.mark.parametrize(
    ("body", "counts", "role"),
    [
        ("Two of five firefighters said they had no boats. The other three said they had.", [2, 3], "firefighters"),
        ("9 percent said they had no boats.", [None], "percent"),
        ("Her own staff said they had no boats.", [None], "staff"),
    ],
)
def test_shares_and_those_whom_nobody_counts(body, counts, role):
    found = said(body)
    assert [one.speaker.count for one in found] == counts
    assert found[-1].speaker.role == role


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Raj Mehta, Vice President of Construction, said it was ready.", "Vice President of Construction"),
        ("The first officer said it was ready.", "first officer"),
        ("Former Rovers striker Ian Starling said it was over.", "Former striker"),
        ("A Lethmar official said it was over.", "official"),
    ],
)
def test_the_words_of_a_role(body, role):
    assert only(body).speaker.role == role


def test_a_land_is_known_by_its_army():
    body = "Lethmar denied it. Lethmar's army and Lethmar's defence ministry were silent."
    assert said(body)[0].speaker.kind is SpeakerKind.ORGANISATION


def test_a_nameless_reporter_is_not_she():
    *_, reply = said("Grace Adeyemi wept. A reporter asked her if it was over. She replied that it was not.")
    assert reply.speaker.name == "Grace Adeyemi"


def test_a_noun_that_opens_a_sentence_is_no_name():
    assert only("Photographs show a ridge behind the wheel.").speaker.kind is SpeakerKind.IMAGERY
