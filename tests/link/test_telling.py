"""Reports that tell another's facts in words of their own, and those that have facts of their own."""

from tests.link.factory import report

from reportedly.lineage import DERIVED, Relation
from reportedly.link import Digest, link
from reportedly.link.telling import find_telling
from reportedly.link.verify import judge

AGENCY = """\
VESKA, Norland, May 6 (Tarn Wire) - Fourteen barges loaded with gravel broke loose at Veska on Monday, the river board said.
Two bridges, at Hollin and Cray, were struck and closed, said Ada Brunn, the board's engineer.
About 320 residents of Hollin spent the night in the gymnasium, a volunteer said.
Brunn said that repairs at Cray would take until September.
"""
TOLD = """\
The river woke Veska on Monday when 14 barges full of gravel tore free.
The bridges of Hollin and of Cray took the blow, and Ada Brunn has shut both.
In the gymnasium lay three hundred and twenty residents of Hollin.
Cray must wait for its repairs until September, Brunn reckons.
"""
OWN = """\
The quarry at Veska has lost its barges, the foreman Odo Linde told us on Monday.
We counted nine of them on the bank below Stove, and a tenth under the weir.
Mira Falk, who sells bait at Hollin, saw a bridge shake.
Her stall will be shut for the summer.
"""
SOURCE = report("a", AGENCY, publisher="Tarn Wire", published="2026-05-06")


def told(body, **more):
    return judge(Digest(SOURCE), Digest(report("b", body, **more)))


def test_report_with_the_facts_of_an_earlier_one_in_other_words_is_made_from_it():
    verdict = told(TOLD, publisher="Veska Post", published="2026-05-07")
    assert verdict.kind in DERIVED
    assert verdict.ruling.first == 0


def test_report_of_the_same_happening_with_sources_of_its_own_is_not():
    assert told(OWN, publisher="Veska Post", published="2026-05-07").kind not in DERIVED


def test_nothing_is_told_from_a_later_report():
    early = report("b", TOLD, publisher="Veska Post", published="2026-05-05")
    assert judge(Digest(SOURCE), Digest(early)).ruling.first != 0


def test_facts_alone_tell_nothing_where_no_sign_says_which_came_first():
    bare = AGENCY.replace(" (Tarn Wire)", "")
    assert find_telling(Digest(report("a", bare)), Digest(report("b", TOLD))).chance == 0
    assert find_telling(Digest(SOURCE), Digest(report("b", TOLD))).chance > 0.5


def test_number_in_words_and_in_figures_are_one_item():
    first, second = (
        Digest(report("x", text)).statements.told[0]
        for text in ("We saw 320 men.", "Three hundred and twenty men came.")
    )
    assert first.numbers == second.numbers != frozenset()


def test_sentence_of_the_outlets_own_speaker_is_not_led_back():
    body = TOLD + 'Ada Brunn told us the bridges at Hollin and Cray would be repaired. "September at Cray," she said.\n'
    lineage = link([SOURCE, report("b", body, publisher="Veska Post", published="2026-05-07")])
    assert lineage.retellings
    assert not [each for each in lineage.retellings if "told us" in each.sentence.text]


def test_outlets_report_of_another_day_in_other_words_is_no_update():
    verdict = told(TOLD, publisher="Tarn Wire", published="2026-05-09")
    assert verdict.kind not in DERIVED | {Relation.UPDATE}
