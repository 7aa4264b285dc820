"""Who acts in an event: pronouns and common nouns give the name told before, where it is sure."""

import pytest
from tests.analyse.told import actors


@pytest.mark.parametrize(
    ("body", "actor", "code"),
    [
        ("Moscow withdrew its forces from Hama.", "Moscow", "RUSGOV"),
        ("Russian forces withdrew from Hama.", "Russian forces", "RUSMIL"),
        ("The Russian military withdrew from Hama.", "Russian military", "RUSMIL"),
        ("Hezbollah fighters left Aleppo.", "Hezbollah fighters", "LBNREB"),
        ("NATO deployed ships to the Baltic Sea.", "NATO", "IGO"),
        ("Rebels seized Hama.", "Rebels", "REB"),
        ("Syrian rebels seized Hama.", "Syrian rebels", "SYRREB"),
        ("Police in Cairo arrested 12 people.", "Police", "COP"),
        ("Russian President Vladimir Putin visited Minsk. Putin granted Karim Haddad asylum.", "Putin", "RUSGOV"),
        ("Former president Luc Moreau fled to Spain.", "Luc Moreau", None),
    ],
)
def test_who_acts_has_name_and_code(body, actor, code):
    assert (actor, code) in [told[1:] for told in actors(body)]


@pytest.mark.parametrize(
    ("body", "actor"),
    [
        ("Hayat Tahrir al-Sham is strong. The group seized Homs on Tuesday.", "Hayat Tahrir al-Sham"),
        ("The M23 rebels held talks. The rebels seized Bukavu.", "M23 rebels"),
        ("The Russian defence ministry denied it. The ministry sent ships to Tartus.", "Russian defence ministry"),
        ("The Syrian army waited. The army withdrew from Hama.", "Syrian army"),
        ("Anna Keller resigned on Monday. She fled to Spain.", "Anna Keller"),
        ("Anna Keller met Peter Berg. She fled to Spain.", "Anna Keller"),
        ("Russia said its forces withdrew from Kherson.", "Russia"),
        ("Hamas and Hezbollah met. The rebels seized Bukavu.", "rebels"),
        ("The Syrian army and the Russian army met. The army withdrew from Hama.", "army"),
        ("A force was sent. The force withdrew from Hama.", "force"),
    ],
)
def test_what_stands_for_a_name_gives_it(body, actor):
    assert actor in [told[1] for told in actors(body)]
