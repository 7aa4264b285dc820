"""Who and what a report names: one record for each, whatever it is called."""

import pytest
from tests.analyse.told import entities

from reportedly.event import EntityKind


def records(body):
    """Give the mentions of each record by its name, and its kind's first letter: 'p:Anna Keller'."""
    found = {}
    for each in entities(body):
        found.setdefault(each.id, (f"{each.kind.value[0]}:{each.name}", []))[1].append(each.span.text)
    return dict(found.values())


def aliases(body):
    return {each.name: each.aliases for each in entities(body) if each.aliases}


def descriptions(body):
    return {each.name: each.descriptions for each in entities(body) if each.descriptions}


def test_a_surname_is_the_person_named_in_full():
    found = [
        each
        for each in entities("Anna Keller left. President Keller spoke on Monday.")
        if each.kind is EntityKind.PERSON
    ]
    assert {each.name for each in found} == {"Anna Keller"}
    assert len({each.id for each in found}) == 1
    assert [each.span.text for each in found] == ["Anna Keller", "Keller"]


def test_every_mention_is_its_own_words():
    body = "Mr. Jonas Weber’s aide met Weber."
    for entity in entities(body):
        assert entity.span.check(body)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            "Anna Keller met Peter Keller in the park.",
            {"p:Anna Keller": ["Anna Keller"], "p:Peter Keller": ["Peter Keller"]},
        ),
        (
            "Recep Tayyip Erdogan spoke. Tayyip Erdogan left.",
            {"p:Recep Tayyip Erdogan": ["Recep Tayyip Erdogan", "Tayyip Erdogan"]},
        ),
        ("Donald J. Trump spoke. Donald Trump left.", {"p:Donald J. Trump": ["Donald J. Trump", "Donald Trump"]}),
        (
            "President Bashar al-Assad fled. Assad is in Moscow.",
            {"p:Bashar al-Assad": ["Bashar al-Assad", "Assad"]},
        ),
        (
            "President Bashar al-Assad followed his late father, Hafez al-Assad. Assad fled.",
            {"p:Bashar al-Assad": ["Bashar al-Assad", "Assad"], "p:Hafez al-Assad": ["Hafez al-Assad"]},
        ),
        (
            "Bashar al-Assad fled with his wife Asma al-Assad on Sunday.",
            {"p:Bashar al-Assad": ["Bashar al-Assad"], "p:Asma al-Assad": ["Asma al-Assad"]},
        ),
        (
            "Bashar al-Assad fled. His brother, Maher al-Assad, led the Fourth Division.",
            {"p:Bashar al-Assad": ["Bashar al-Assad"], "p:Maher al-Assad": ["Maher al-Assad"]},
        ),
        (
            "Volodymyr Zelensky spoke to reporters. President Zelenskyy left.",
            {"p:Volodymyr Zelensky": ["Volodymyr Zelensky", "Zelenskyy"]},
        ),
        (
            "Mohammed Karimov spoke. Muhammad Karimov left.",
            {"p:Mohammed Karimov": ["Mohammed Karimov", "Muhammad Karimov"]},
        ),
        (
            "Anton Weller spoke to reporters. Mr. Weller said the port was open.",
            {"p:Anton Weller": ["Anton Weller", "Weller"]},
        ),
        (
            "Peter Berg and Anna Berg stood. Mrs. Berg won.",
            {"p:Peter Berg": ["Peter Berg"], "p:Anna Berg": ["Anna Berg", "Berg"]},
        ),
        ("Then-President Luc Moreau signed it. Moreau left.", {"p:Luc Moreau": ["Luc Moreau", "Moreau"]}),
        ("Ex-President Luc Moreau was charged.", {"p:Luc Moreau": ["Luc Moreau"]}),
        (
            "Luc Ferrand of the Bosphorus Observer said so.",
            {"p:Luc Ferrand": ["Luc Ferrand"], "o:Bosphorus Observer": ["Bosphorus Observer"]},
        ),
    ],
)
def test_one_record_for_each_person(body, wanted):
    found = records(body)
    assert {name: found.get(name) for name in wanted} == wanted
    assert sum(name.startswith("p:") for name in found) == sum(name.startswith("p:") for name in wanted)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("The Taliban took the valley.", {"g:Taliban": ["Taliban"]}),
        ("Hezbollah fired rockets at Haifa. Hizbollah denied it.", {"g:Hezbollah": ["Hezbollah", "Hizbollah"]}),
        ("The Houthis hit a tanker. Ansar Allah said so.", {"g:Ansar Allah": ["Houthis", "Ansar Allah"]}),
        ("Fighters of al-Shabaab fled. Al Shabab denied it.", {"g:al-Shabaab": ["al-Shabaab", "Al Shabab"]}),
        (
            "Hayat Tahrir al-Sham (HTS) took Hama. HTS moved on.",
            {"g:Hayat Tahrir al-Sham": ["Hayat Tahrir al-Sham", "HTS", "HTS"]},
        ),
        ("HTS took Hama, in Syria.", {"g:HTS": ["HTS"]}),
        ("Islamic State fighters left Raqqa. ISIS claimed it.", {"g:Islamic State": ["Islamic State", "ISIS"]}),
        ("ISWAP attacked a base in Nigeria.", {"g:ISWAP": ["ISWAP"]}),
        ("JNIM attacked a post in Mali.", {"g:JNIM": ["JNIM"]}),
        ("The PKK left its camps in Iraq.", {"g:PKK": ["PKK"]}),
        ("Wagner mercenaries left Bamako for Russia.", {"g:Wagner": ["Wagner"]}),
        ("M23 rebels seized Goma.", {"g:M23": ["M23"]}),
        (
            "The Kachin Independence Army seized a town in Myanmar.",
            {"g:Kachin Independence Army": ["Kachin Independence Army"]},
        ),
        ("The RSF shelled El Fasher in Sudan.", {"g:RSF": ["RSF"]}),
        (
            "The ELN held talks in Bogota. Colombia's army waited.",
            {"g:ELN": ["ELN"], "o:Colombia's army": ["Colombia's army"]},
        ),
        ("The Lord's Resistance Army crossed into Congo.", {"g:Lord's Resistance Army": ["Lord's Resistance Army"]}),
        ("Kata'ib Hezbollah fired drones.", {"g:Kata'ib Hezbollah": ["Kata'ib Hezbollah"]}),
        ("The Sinaloa Cartel fought in Culiacan.", {"g:Sinaloa Cartel": ["Sinaloa Cartel"]}),
        ("Boko Haram freed the girls.", {"g:Boko Haram": ["Boko Haram"]}),
        ("The Arakan Army took a base.", {"g:Arakan Army": ["Arakan Army"]}),
    ],
)
def test_armed_groups_are_groups(body, wanted):
    found = records(body)
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            "Russia's defence ministry said so. The Russian Defense Ministry said more. The Defence Ministry fell silent.",
            {
                "o:Russia's defence ministry": [
                    "Russia's defence ministry",
                    "Russian Defense Ministry",
                    "Defence Ministry",
                ]
            },
        ),
        ("The Kremlin denied it.", {"o:Kremlin": ["Kremlin"]}),
        ("The White House denied it.", {"o:White House": ["White House"]}),
        ("Moscow said so on Monday. Russia is pulling back its forces.", {"o:Russia": ["Moscow", "Russia"]}),
        ("The Syrian army left Hama.", {"o:Syrian army": ["Syrian army"]}),
        (
            "The Israeli military said it struck Gaza. The IDF said more.",
            {"o:Israeli military": ["Israeli military"], "o:IDF": ["IDF"]},
        ),
        (
            "The United Nations sent aid. The U.N. said so. The UN left.",
            {"o:United Nations": ["United Nations", "U.N.", "UN"]},
        ),
        ("NATO sent ships to the Baltic.", {"o:NATO": ["NATO"]}),
        ("The IAEA inspected the plant.", {"o:IAEA": ["IAEA"]}),
        ("The OPCW sent a team to Syria.", {"o:OPCW": ["OPCW"]}),
        ("The European Union lifted sanctions. The EU said so.", {"o:European Union": ["European Union", "EU"]}),
        ("ECOWAS sent troops to Niger.", {"o:ECOWAS": ["ECOWAS"]}),
        (
            "U.S. Central Command said it struck Yemen. CENTCOM said more.",
            {"o:U.S. Central Command": ["U.S. Central Command", "CENTCOM"]},
        ),
        (
            "The People's Liberation Army sailed past Taiwan. The PLA said so.",
            {"o:People's Liberation Army": ["People's Liberation Army", "PLA"]},
        ),
        ("Ukraine's parliament voted for the law.", {"o:Ukraine's parliament": ["Ukraine's parliament"]}),
        ("The Shin Bet held two men.", {"o:Shin Bet": ["Shin Bet"]}),
        ("The images came from Orbline, a satellite company.", {"o:Orbline": ["Orbline"]}),
        ("The shipping company Nordhav sold two ferries.", {"o:Nordhav": ["Nordhav"]}),
    ],
)
def test_bodies_are_organisations(body, wanted):
    found = records(body)
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Rebel chief Karim Haddad, better known as Abu Samir, spoke to reporters.", {"Karim Haddad": ("Abu Samir",)}),
        ("Karim Haddad - also known as Abu Samir - spoke.", {"Karim Haddad": ("Abu Samir",)}),
        ("Karim Haddad, known by his nom de guerre Abu Samir, spoke.", {"Karim Haddad": ("Abu Samir",)}),
        ("Karim Haddad, who is known by the nom de guerre Abu Samir, spoke.", {"Karim Haddad": ("Abu Samir",)}),
        ("Karim Haddad (also known as Abu Samir) spoke.", {"Karim Haddad": ("Abu Samir",)}),
        ("Karim Haddad, formerly known as Abu Samir, spoke.", {"Karim Haddad": ("Abu Samir",)}),
        ("Karim Haddad, whose nom de guerre is Abu Samir, spoke.", {"Karim Haddad": ("Abu Samir",)}),
        ("Karim Haddad, alias Abu Samir, was killed.", {"Karim Haddad": ("Abu Samir",)}),
        ("Karim Haddad, widely known as Abu Samir, was killed.", {"Karim Haddad": ("Abu Samir",)}),
        ("Karim Haddad, known to his followers as Abu Samir, was killed.", {"Karim Haddad": ("Abu Samir",)}),
        (
            "The leader, Abu Samir al-Khalidi, whose real name is Karim Haddad, spoke.",
            {"Abu Samir al-Khalidi": ("Karim Haddad",)},
        ),
        (
            "Syrian rebel leader Ahmad al-Sharaa - better known as Abu Mohammed al-Golani - spoke.",
            {"Ahmad al-Sharaa": ("Abu Mohammed al-Golani",)},
        ),
        ('Joaquín "El Chapo" Guzmán escaped.', {"Joaquín Guzmán": ("El Chapo",)}),
        ("The Rapid Support Forces (RSF) denied it.", {"Rapid Support Forces": ("RSF",)}),
        ("The RSF (Rapid Support Forces) denied it.", {"Rapid Support Forces": ("RSF",)}),
        ("The Kurdistan Workers' Party, or PKK, denied it.", {"Kurdistan Workers' Party": ("PKK",)}),
        ("The National Ports Agency (NPA) said so. The NPA left.", {"National Ports Agency": ("NPA",)}),
        ("The National Ports Agency, known by its acronym NPA, said so.", {"National Ports Agency": ("NPA",)}),
        ("Moscow and Russia said so.", {}),
        ("Karim Haddad, known as a tough fighter, spoke.", {}),
        ("Senator Andy Kim (D-NJ) spoke.", {}),
        ("Anna Keller, born in Aleppo, spoke.", {}),
    ],
)
def test_stated_aliases_are_kept(body, wanted):
    found = aliases(body)
    assert {name: names for name, names in found.items() if name != "Russia"} == wanted


def test_an_alias_is_the_same_one_further_on():
    body = (
        "Ahmad al-Sharaa, better known as Abu Mohammed al-Golani, took Damascus. Golani spoke on Monday. "
        "Jolani left. Sharaa met Anna Keller."
    )
    found = records(body)["p:Ahmad al-Sharaa"]
    assert found == ["Ahmad al-Sharaa", "Abu Mohammed al-Golani", "Golani", "Jolani", "Sharaa"]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Former President Hafez Mansour died.", {"Hafez Mansour": ("Former President",)}),
        ("Then-President Luc Moreau signed it.", {"Luc Moreau": ("Then-President",)}),
        ("Russian President Vladimir Putin spoke.", {"Vladimir Putin": ("Russian President",)}),
        ("Anna Keller, a geopolitical analyst, spoke.", {"Anna Keller": ("geopolitical analyst",)}),
        ("The former mayor of Lyon, Luc Moreau, spoke.", {"Luc Moreau": ("former mayor of Lyon",)}),
        ("Assad's brother Maher fled.", {"Maher": ("Assad's brother",)}),
        ("Mr. Luc Moreau spoke.", {}),
        ("On Monday Luc Moreau spoke.", {}),
        ("Luc Moreau, the late president's son, spoke.", {"Luc Moreau": ("late president's son",)}),
        ("Ousted prime minister Luc Moreau was held.", {"Luc Moreau": ("Ousted prime minister",)}),
    ],
)
def test_what_someone_is_called_is_kept_as_told(body, wanted):
    assert {name: told for name, told in descriptions(body).items() if name in wanted or not wanted} == wanted


@pytest.mark.parametrize(
    "body",
    [
        "Cyclone Marwen hit Beira on Monday.",
        "Hurricane Ian hit Florida.",
        "The force left the town on Monday.",
        "Who would have said so?",
        "Bridging equipment was sent north.",
        "It would model the ice.",
        "The security council of the town met.",
    ],
)
def test_what_is_no_name_is_left_out(body):
    assert [each.name for each in entities(body) if each.kind is not EntityKind.FACILITY] == []


def test_a_person_may_have_an_army():
    found = records("President Bashar al-Assad fled on Sunday. Assad's military left Hama. Assad's army was gone.")
    assert found["p:Bashar al-Assad"] == ["Bashar al-Assad", "Assad", "Assad"]


def test_what_has_an_article_is_no_person():
    body = "Yoruk Isik, an analyst who runs the Bosphorus Observer, said that Russia was sending planes."
    assert records(body)["o:Bosphorus Observer"] == ["Bosphorus Observer"]


def test_two_bodies_with_the_same_letters_are_two():
    body = "The National Ports Agency (NPA) met the Northern Pilots Association (NPA) on Monday."
    assert {"o:National Ports Agency", "o:Northern Pilots Association"} <= set(records(body))


def test_a_namesake_of_a_group_is_a_person():
    found = records("Richard Wagner wrote operas. Wagner died in Venice.")
    assert found == {"p:Richard Wagner": ["Richard Wagner", "Wagner"]}


def test_an_acronym_that_many_go_by_needs_its_state():
    assert "g:ADF" not in records("The ADF said its ships had left Sydney.")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Two Antonov AN-124 cargo planes landed.", "asset"),
        ("The planes stood at Hmeimim airbase in Syria.", "facility"),
    ],
)
def test_things_have_their_kind(body, kind):
    assert kind in {each.kind.value for each in entities(body)}
