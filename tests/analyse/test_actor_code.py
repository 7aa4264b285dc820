"""The codes of those who act: state or kind of body, then part."""

import pytest

from reportedly.analyse.actor_code import code_of


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russia", "RUS"),
        ("Moscow", "RUSGOV"),
        ("Kremlin", "RUSGOV"),
        ("the Kremlin", "RUSGOV"),
        ("Ankara", "TURGOV"),
        ("White House", "USAGOV"),
        ("Downing Street", "GBRGOV"),
        ("Russian forces", "RUSMIL"),
        ("Russian military", "RUSMIL"),
        ("Ukrainian troops", "UKRMIL"),
        ("Syrian rebels", "SYRREB"),
        ("Syrian security officials", "SYRGOV"),
        ("Russia's defence ministry", "RUSMIL"),
        ("Turkish Foreign Ministry", "TURGOV"),
        ("Sudan's army", "SDNMIL"),
        ("Israeli police", "ISRCOP"),
        ("Iranian parliament", "IRNLEG"),
        ("U.S. soldiers", "USAMIL"),
        ("US warplanes", "USAMIL"),
        ("South Korea's navy", "KORMIL"),
        ("Congolese government", "CODGOV"),
        ("Hezbollah", "LBNREB"),
        ("Hezbollah fighters", "LBNREB"),
        ("Rapid Support Forces", "SDNREB"),
        ("Hayat Tahrir al-Sham", "SYRREB"),
        ("Houthis", "YEMREB"),
        ("Wagner Group", "RUSUAF"),
        ("Jalisco New Generation Cartel", "MEXCRM"),
        ("IDF", "ISRMIL"),
        ("CENTCOM", "USAMIL"),
        ("NATO", "IGO"),
        ("United Nations", "IGO"),
        ("Red Cross", "NGO"),
        ("FSB", "RUSSPY"),
        ("rebels", "REB"),
        ("security forces", "COP"),
        ("government", "GOV"),
        ("protesters", "CVL"),
        ("multinational relief force", "MIL"),
        ("storm", None),
        ("Anna Keller", None),
        ("Nordhav", None),
    ],
)
def test_the_words_tell_state_and_part(name, code):
    assert code_of(name) == code


def test_a_short_form_counts_with_its_state():
    assert code_of("HTS", frozenset({"SYR"})) == "SYRREB"
    assert code_of("ADF") is None
    assert code_of("ADF", frozenset({"COD"})) == "CODREB"
