"""Each sort of change between two sentences that say the same."""

import pytest

from reportedly.link.compound_change import find_compound_changes
from reportedly.link.contrast_change import find_contrast_changes
from reportedly.link.cue_change import find_attribution_losses, find_cue_changes
from reportedly.link.detail_change import find_detail_changes
from reportedly.link.hedge_change import find_hedge_changes
from reportedly.link.item_change import find_lost_items
from reportedly.link.omission import find_lost_asides
from reportedly.link.passage import Pairing, Passage
from reportedly.link.place_change import find_place_changes
from reportedly.link.polarity_change import find_polarity_changes
from reportedly.link.qualifier_change import find_qualifier_changes
from reportedly.link.quantity_change import find_quantity_changes
from reportedly.link.quotation_change import find_quotation_changes
from reportedly.link.rival_change import find_rival_changes
from reportedly.link.tail_change import find_lost_tails
from reportedly.link.tense_change import find_tense_changes
from reportedly.text.sentence import split_sentences


def pairing(one, two):
    return Pairing(Passage(one, split_sentences(one)), Passage(two, split_sentences(two)))


def kinds(find, one, two):
    return [variation.kind.value for variation in find(pairing(one, two))]


@pytest.mark.parametrize(
    ("find", "one", "two", "kind"),
    [
        (find_hedge_changes, "The convoy may cross the river today.", "The convoy will cross the river today.", "hedge_dropped"),
        (find_hedge_changes, "The truce that ended in May may be over.", "The truce that ended in May is over.", "hedge_dropped"),
        (find_hedge_changes, "Pictures show what look like six lorries.", "Pictures show six lorries.", "hedge_dropped"),
        (find_cue_changes, "The mayor said the mine was safe.", "The mayor insisted the mine was safe.", "cue_changed"),
        (find_quantity_changes, "He saw at least 90 men in uniform.", "He saw 90 uniformed men.", "quantity_changed"),
        (find_lost_asides, "A ferry took four miners, one of them gravely burned, to Oslo.", "A ferry took four miners to Oslo.", "detail_dropped"),
        (find_hedge_changes, "The dam will hold.", "The dam will probably hold.", "hedge_added"),
        (find_hedge_changes, "The guard may have fled the post.", "The guard has probably fled the post.", "hedge_strengthened"),
        (find_cue_changes, "The mayor claimed the mine was safe.", "The mayor confirmed the mine was safe.", "cue_changed"),
        (find_attribution_losses, "The mine was safe, the mayor said.", "The mine was safe.", "attribution_dropped"),
        (find_attribution_losses, "The mine was safe.", "The mine was safe, the mayor said.", "attribution_added"),
        (find_quantity_changes, "At least 12 miners were hurt.", "At least 14 miners were hurt.", "quantity_changed"),
        (find_quantity_changes, "At least 12 miners were hurt.", "Twelve miners were hurt.", "quantity_changed"),
        (find_quantity_changes, "About 300 miners left.", "More than 300 miners left.", "quantity_changed"),
        (find_quantity_changes, "Between 20 and 30 miners left.", "At least 30 miners left.", "quantity_changed"),
        (find_quantity_changes, "At least 17 miners died.", "At least 14 miners died, fewer than an earlier toll of 17.", "quantity_changed"),
        (find_hedge_changes, "The dam will probably hold.", "The dam will almost certainly hold.", "hedge_strengthened"),
        (find_tense_changes, "The post was run with the navy.", "Guards said the post is run with the navy.", "tense_changed"),
        (find_tense_changes, "The group has huts which were guarded by miners.", "The group has huts which are a place of miners and guards.", "tense_changed"),
        (find_polarity_changes, "The army is not leaving the fort.", "The army is leaving the fort.", "polarity_changed"),
        (find_contrast_changes, "An official close to the council spoke.", "An official affiliated with the council spoke.", "attribution_changed"),
        (find_contrast_changes, "The fighters took the hill.", "The terrorists took the hill.", "detail_changed"),
        (find_detail_changes, "The tank stood behind the school.", "The tank stood opposite the school.", "detail_changed"),
        (find_hedge_changes, "We have reason to believe the dam will hold.", "The dam will hold.", "hedge_dropped"),
        (find_hedge_changes, "The dam could perhaps hold.", "The dam will probably hold.", "hedge_strengthened"),
        (find_hedge_changes, 'The cargo "almost certainly" held fuses.', "The cargo possibly held fuses.", "hedge_weakened"),
        (find_lost_asides, "The ferry sank, but divers could not be sure of the cause.", "The ferry sank.", "caveat_dropped"),
        (find_lost_asides, "The ferry was mined, the navy said, without offering any evidence.", "The ferry was mined, the navy said.", "caveat_dropped"),
        (find_lost_tails, "The choir will sing in Aldmoor on Sunday, which its old conductor has advised against.", "The choir is going to sing in Aldmoor on Sunday.", "detail_dropped"),
        (find_compound_changes, "A 41-second clip is going round.", "A 51-second clip is going round.", "quantity_changed"),
        (find_quantity_changes, "At least one ferry sank in the storm.", "Several ferries sank in the storm.", "quantity_changed"),
        (find_contrast_changes, "A Belgian-linked tug was seen.", "A Belgian tug was seen.", "detail_changed"),
        (find_place_changes, "They met 40 km west of the ford at noon.", "They met 40 km from the ford at noon.", "detail_dropped"),
        (find_polarity_changes, "The pump failed to start in the cold.", "The pump started in the cold.", "polarity_changed"),
        (find_hedge_changes, "There were signs that the dam had cracked.", "The dam had cracked.", "hedge_dropped"),
        (find_polarity_changes, "The lock is no longer usable.", "The lock is usable.", "polarity_changed"),
        (find_tense_changes, "The mayor threatened to leave the league.", "The mayor left the league.", "tense_changed"),
        (find_lost_asides, "A new lock is being weighed, the mayor said, but no decision has been taken.", "A new lock is being weighed, the mayor said.", "caveat_dropped"),
        (find_lost_asides, "Fog was seen, but police have not said whether it mattered.", "Fog was seen.", "caveat_dropped"),
        (find_tense_changes, "The navy will send two tugs.", "The navy has sent two tugs.", "tense_changed"),
        (find_tense_changes, "The firm plans to buy four boats.", "The firm bought four boats.", "tense_changed"),
        (find_tense_changes, "The mayor plans to move forty families to the school.", "Forty families have been taken to the school.", "tense_changed"),
        (find_tense_changes, "The plan would bar ships from the canal.", "The plan bars ships from the canal.", "tense_changed"),
        (find_tense_changes, "The firm is prepared to lend four boats.", "The firm will lend four boats.", "tense_changed"),
        (find_polarity_changes, "Inspectors found no cracks in the dam.", "Inspectors found cracks in the dam.", "polarity_changed"),
        (find_tense_changes, "The firm has pledged to release four boats.", "The firm has released four boats.", "tense_changed"),
        (find_tense_changes, "The canal, dug in May, has yet to open.", "The canal, dug in May, has been opened.", "tense_changed"),
        (find_contrast_changes, "The firm is weighing a delay of the canal.", "The firm has decided to delay the canal.", "detail_changed"),
        (find_hedge_changes, "The lock is unlikely to open in May.", "The lock may not open in May.", "hedge_weakened"),
        (find_lost_tails, "Divers can mend the lock, though this has rarely been tried.", "Divers can mend the lock.", "caveat_dropped"),
        (find_lost_tails, "Two barges sailed for Mirren, although neither was seen after passing Aldmoor.", "Two barges sailed for Mirren.", "caveat_dropped"),
        (find_lost_tails, "The army has not commented, and Radio Mirren could not verify the toll.", "The army has not commented.", "caveat_dropped"),
        (find_polarity_changes, "Police said no one has been detained.", "Police said two men have been detained.", "polarity_changed"),
        (find_quantity_changes, "Nine miners died, most of them from smoke.", "Nine miners died, all of them from smoke.", "quantity_changed"),
        (find_quantity_changes, "The firm gave up part of its dock and sold most of its barges in May.", "The firm gave up part of its dock and in May sold its barges.", "quantity_changed"),
        (find_hedge_changes, "The board must decide in May whether to close the lock.", "The board will close the lock.", "hedge_dropped"),
        (find_hedge_changes, "The crew heard what sounded like a blast below.", "The crew heard a blast below.", "hedge_dropped"),
        (find_hedge_changes, "It sank in what would be the worst loss of the year.", "It sank in the worst loss of the year.", "hedge_dropped"),
        (find_lost_asides, "He had seen no proof that the barge was mined.", "He said the barge was not mined.", "hedge_dropped"),
        (find_hedge_changes, "The lock was unlikely to open in May.", "It is possible that the lock opens in May.", "hedge_strengthened"),
        (find_tense_changes, "The crew will next sail for the coal port of Mirren, and would leave at dawn.", "Half the crew have begun to leave for the coal port of Mirren.", "tense_changed"),
        (find_tense_changes, "Nine clerks had been told they would lose their posts in May.", "Nine clerks were dismissed from their posts.", "tense_changed"),
        (find_lost_items, "The crew had no flares and no life rafts, he said.", "The crew had no flares, he said.", "detail_dropped"),
        (find_lost_tails, '"The lock may be old," she went on, "but we are in no position to tell."', '"The lock may be old," she went on.', "caveat_dropped"),
        (find_quantity_changes, "Nine tugs lay at the quay, down from 14 on Sept. 3.", "Nine tugs lay at the quay; on 3 September there had been 19.", "quantity_changed"),
        (find_hedge_changes, "What the crew took to be mines drifted past the lock.", "Mines drifted past the lock.", "hedge_dropped"),
        (find_cue_changes, "The clerk said the lock was sound.", "The clerk maintained that the lock was sound.", "cue_changed"),
        (find_quantity_changes, "The lock was shut for most of four days in May.", "The lock was shut for four days in May.", "quantity_changed"),
        (find_rival_changes, "One deckhand lost a thumb.", "One deckhand lost a hand.", "detail_changed"),
        (find_compound_changes, "They closed a 12-mile stretch of the canal.", "They closed the stretch of the canal, 21 miles long.", "quantity_changed"),
        (find_tense_changes, "A fourth barge was to join them at dawn.", "A fourth barge has joined them.", "tense_changed"),
        (find_hedge_changes, "The clerk called it a probable theft.", "The clerk called it a theft.", "hedge_dropped"),
        (find_rival_changes, "A shell fell east of the mill.", "A shell came down to the west of the mill.", "place_changed"),
        (find_polarity_changes, "None of the crew had been vaccinated.", "The crew had been vaccinated.", "polarity_changed"),
    ],
)  # fmt: skip
def test_change_is_told(find, one, two, kind):
    assert kinds(find, one, two) == [kind]


@pytest.mark.parametrize(
    ("find", "one", "two"),
    [
        (find_quantity_changes, "The tug was held on the order of a court.", "The tug was held by order of a court."),
        (find_qualifier_changes, "The barges, some of them empty, sank.", "The barges, of which some were empty, sank."),
        (find_qualifier_changes, "He was not allowed to brief the press.", "He was not allowed to speak to the press."),
        (find_compound_changes, "They closed a 12-mile stretch of the canal.", "They left, and 21 miles on met a tug."),
        (find_compound_changes, "A 12-mile stretch of canal was shut.", "The stretch of canal that was shut is 12 miles long."),
        (find_tense_changes, "A short was to blame.", "A short was blamed."),
        (find_cue_changes, "They had to leave, he said.", "They were warned to leave, he said."),
        (find_hedge_changes, "The dam apparently held.", "Seemingly the dam held."),
        (find_hedge_changes, "Smoke could be seen over the dam.", "Smoke was seen over the dam."),
        (find_hedge_changes, "The dam held in May.", "The dam held that month, in May."),
        (find_cue_changes, "The mayor said the mine was safe.", "The mayor stated that the mine was safe."),
        (find_attribution_losses, "The mine was safe, the mayor said.", "According to the mayor, the mine was safe."),
        (find_quantity_changes, "The boat lay 13 km (8 miles) off.", "The boat lay 13 kilometres, or eight miles, off."),
        (find_quantity_changes, "It came on Dec. 9 with two guns.", "It came on December 9 with 2 guns."),
        (find_tense_changes, "The mayor said talks were going on.", "The mayor says that talks are going on."),
        (find_tense_changes, "The maps were drawn by Hill, a firm.", "The maps came from Hill, a firm."),
        (find_quantity_changes, "Nearly 300 miners left.", "Some 300 miners left."),
        (find_cue_changes, "They had been told to leave.", "They had to leave, he claimed."),
        (find_quotation_changes, '"We saw the boat come and we ran."', '"We saw [it] come … and we ran," he said.'),
        (find_polarity_changes, "The army is not leaving.", "The army is not planning on leaving."),
        (find_quotation_changes, "“It’s a matter for us,” he said.", "'It's a matter for us', he said."),
        (find_quotation_changes, '"We saw it come and we ran for our lives."', '"We saw it come," he said.'),
        (find_detail_changes, "The tank stood near the school.", "The tank stood close to the school."),
        (find_hedge_changes, "The singer appeared on the stage.", "The singer was on the stage."),
        (find_hedge_changes, "I believe the dam held.", "The dam is believed to have held."),
        (find_hedge_changes, "Smokers are more likely to fall ill.", "Smokers fall ill more often."),
        (find_lost_asides, "The cause could not be established.", "It was impossible to establish the cause."),
        (find_lost_asides, "The mayor did not rule out leaving.", "The mayor may leave."),
        (find_tense_changes, "The plan will bar ships from the canal.", "The plan would bar ships from the canal."),
        (find_polarity_changes, "No cracks were found in the dam.", "Nobody found cracks in the dam."),
        (find_polarity_changes, "The firm left two letters unanswered.", "The firm did not answer two letters."),
        (find_polarity_changes, "Not more than 15 men came.", "At most 15 men came."),
        (find_contrast_changes, "They want to withdraw the guns.", "They want to pull back the guns."),
        (find_lost_asides, "The mayor has not commented in public.", "The mayor has said nothing publicly."),
        (find_lost_tails, "Divers can mend the lock, which has rarely been tried.", "Divers can mend the lock. It was seldom attempted."),
        (find_hedge_changes, "The miners were weak but able to walk.", "Both could walk, but the miners were weak."),
        (find_polarity_changes, "He has not been seen in public since Friday.", "He was last seen in public on Friday."),
        (find_quantity_changes, "Some 140 or so guests left.", "Roughly 140 guests left."),
        (find_polarity_changes, "The army has yet to comment.", "The army has not commented so far."),
        (find_tense_changes, "The army has yet to comment.", "The army has not commented so far."),
        (find_polarity_changes, "Two drivers asked not to be named.", "Two drivers spoke on condition of anonymity."),
        (find_polarity_changes, "The lock is too narrow for the tug.", "The tug cannot pass the narrow lock."),
        (find_contrast_changes, "The firm plans to buy a dock.", "The firm intends to buy a dock."),
        (find_lost_asides, "It is not known how many miners left.", "How many miners left is unclear."),
        (find_hedge_changes, "Two suspicious cars were seen.", "Two suspect cars were seen."),
        (find_hedge_changes, "The office expects rain on Sunday.", "Rain is expected on Sunday, the office said."),
        (find_quantity_changes, "The province was split by a river.", "The province was cut in two by a river."),
        (find_detail_changes, "They landed late in April.", "They landed toward the end of April."),
        (find_lost_tails, "The rule is old, but both towns have flouted it.", "The rule is old, yet both towns have ignored it."),
        (find_hedge_changes, "The board must decide in May whether to close the lock.", "In May the board is to decide on closing the lock."),
        (find_lost_items, "The crew had no flares and no life rafts.", "The crew had no flares and lacked rafts."),
        (find_lost_items, "The mayor saw the lock and a clerk.", "The mayor saw the lock. An official stood by."),
        (find_quantity_changes, "Talks on a truce will be held in Oslo.", "Negotiations about a truce will be held in Oslo."),
        (find_hedge_changes, "Divers saw what appeared to be a crack.", "Divers saw an apparent crack."),
        (find_hedge_changes, "The firm is weighing a new lock.", "A new lock is under consideration at the firm."),
        (find_lost_asides, "Divers found no evidence that the lock leaks.", "Divers found no sign of a leak in the lock."),
        (find_lost_tails, "He will sing at six, or after 7 pm if it rains.", "He will sing at six."),
    ],
)  # fmt: skip
def test_same_claim_in_other_words_is_silent(find, one, two):
    assert kinds(find, one, two) == []
