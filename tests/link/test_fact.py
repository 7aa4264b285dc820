"""Short reports that say in words of their own nothing but what another says."""

from tests.link.factory import report

from reportedly.lineage import DERIVED
from reportedly.link import Digest
from reportedly.link.verify import judge

SOURCE = """\
Engineers drained the lock at Mirren on Tuesday after a barge of the Tolva Shipping Company struck its gate, the canal board said.
"The gate can be mended in nine days," said Edda Kolm, the board's chief engineer, at the lock.
About 40 vessels were waiting above Mirren on Wednesday, said Oren Vasse, who keeps the lock at Hale.
The helmsman, who was taken to the clinic at Brask, had been on watch for 17 hours, a deckhand said.
Tolva Shipping denied that any of its crews worked so long.
The canal carries a third of the region's grain, and the mills at Brask have flour for two weeks.
The board will meet on Friday to decide who pays for the pumps.
"""
REWORDED = """\
Nobody sails through Mirren for now. Since Tuesday there is no water in the chamber, all because some Tolva skipper rammed it.
Nine days, and not one less, is what Edda Kolm reckons it will take her people to mend the thing.
Look upstream and you can count them, some 40 vessels by the tally of Oren Vasse over at Hale.
Was he asleep at the wheel? The helmsman now lies in Brask, and his watch had begun 17 hours earlier, or so a deckhand tells it.
And Tolva? Its crews never work like that, it insists.
"""
OWN = REWORDED
for theirs, ours in (("Edda Kolm", "Runa Thiel"), ("Oren Vasse", "Pia Lund"), ("40", "55"), ("Hale", "Sorrel")):
    OWN = OWN.replace(theirs, ours)


def verdict(body, source=SOURCE):
    return judge(Digest(report("a", source)), Digest(report("b", body)))


def test_short_report_with_no_facts_but_anothers_is_made_from_it():
    assert verdict(REWORDED).kind in DERIVED


def test_short_report_with_names_and_figures_of_its_own_is_not():
    assert verdict(OWN).kind not in DERIVED


def test_short_report_that_tells_the_same_backwards_is_not():
    assert verdict("\n".join(reversed(REWORDED.splitlines()))).kind not in DERIVED


def test_facts_alone_tie_nothing_where_the_sentences_say_other_things():
    list_of_names = "Edda Kolm met Oren Vasse at Mirren, Hale and Brask over Tolva on Tuesday and Friday. They sang.\n"
    assert verdict(list_of_names).kind not in DERIVED


def test_capital_that_opens_a_sentence_or_a_quotation_names_nothing():
    plain = Digest(report("a", 'Engineers came. "Pumps failed," they told Mirren. Forty and 9 were there.'))
    named = Digest(report("b", "They told Mirren of 9."))
    assert plain.facts == named.facts
    assert len(named.facts) == 2
