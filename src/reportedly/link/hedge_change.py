"""Find hedges that a retelling dropped, added, weakened or strengthened."""

from __future__ import annotations

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.lexicon import Hit, find_phrases
from reportedly.link.nearness import share_told
from reportedly.link.passage import Pairing, Passage, Reach, find_counterpart, share_held
from reportedly.link.spot import find_spot

_TABLE = "variation_hedges.tsv"
_MODES = "variation_modes.tsv"
_BOOSTER = 4  # the grade of words that claim more than the plain statement
_COMPARED = {("likely", "less"), ("likely", "more"), ("likely", "as"), ("possible", "as"), ("possible", "not")}
_SEEMING = frozenset({"appear", "appeared", "appears", "possible"})
_SEEN = frozenset("on before in at for with by behind under next during to and outside alongside".split())
_NEAR = 5  # words behind a hedge in which stands what it hedges
_HELD_SOLE = 0.12  # the same where the other side hedges nothing
_HELD_TOLD = 0.45  # the same where it may be said in other words
_HELD = 0.35  # share of the hedged clause that the other side must say too, or the hedge went with its matter
_ABILITY = frozenset("seen heard felt reached found not".split())  # 'could be seen' limits nothing

_DOUBTS = frozenset({"unlikely", "improbable", "doubtful", "not"})
_OPEN = frozenset({"excluded", "ruled", "certain"})  # 'not ruled out' doubts nothing
_WOULD_BE = "what would be"
_WEIGHING = frozenset("whether considering weighing mulling contemplating".split())
_UNDECIDED = frozenset(
    "whether if consider considers considered considering weigh weighs weighed weighing mull mulls mulled mulling"
    " contemplate contemplates contemplated contemplating examine examines examined examining debate debates debating"
    " discuss discusses discussed discussing decide decides deciding decision review reviews reviewing study studies"
    " studying option options looking thinking discussion discussions"
    " consideration deliberate"
    " deliberating ponder pondering mooted".split()
)


def find_hedge_changes(pairing: Pairing) -> list[Variation]:
    """List what happened to the hedges outside quotations."""
    lost, gained = _hedges(pairing.origin), _hedges(pairing.derivative)
    found = []
    for hedge, other in _pair_off(pairing, lost, gained):
        lost.remove(hedge)
        gained.remove(other)
        if hedge.grade != other.grade:
            found.append(_graded(pairing, hedge, other))
    if len(lost) == len(gained) == 1 and lost[0].grade < _BOOSTER > gained[0].grade:
        if lost[0].grade != gained[0].grade:
            found.append(_graded(pairing, lost[0], gained[0]))
        return found
    return found + _dropped(pairing, lost) + _added(pairing, gained)


def _pair_off(pairing: Pairing, lost: list[Hit], gained: list[Hit]) -> list[tuple[Hit, Hit]]:
    """Pair the hedges of the two sides: the same words first, then those of one matter, then those equally sure."""
    ranked = []
    for i, hedge in enumerate(lost):
        reach = find_counterpart(pairing.origin, hedge.reach, pairing.derivative)
        for j, other in enumerate(gained):
            alike = _governed(pairing.origin, hedge) & _governed(pairing.derivative, other)
            here = bool(alike) or reach[0] <= other.reach[0] < reach[1]
            same, equal = hedge.phrase == other.phrase, hedge.grade == other.grade
            if here or equal:
                ranked.append((not (same and here), not alike, not (here and equal), not here, i, j))
    pairs: list[tuple[Hit, Hit]] = []
    used: set[tuple[str, int]] = set()
    for *_, i, j in sorted(ranked):
        if not used & {("lost", i), ("gained", j)}:
            used |= {("lost", i), ("gained", j)}
            pairs.append((lost[i], gained[j]))
    return pairs


def _governed(passage: Passage, hedge: Hit) -> frozenset[int]:
    """Give the keys of the content words that follow a hedge."""
    behind = passage.tokens[hedge.reach[1] : hedge.reach[1] + _NEAR]
    return frozenset(token.key for token in behind if token.content)


def _there(one: Passage, hedge: Hit, other: Passage) -> Reach:
    """Give the words of `other` that say what `hedge` limits in `one`."""
    return find_spot(one, hedge.reach, other)


def _hedges(passage: Passage) -> list[Hit]:
    """List the hedges of a passage in its own voice or its sources', not in quotations."""
    found: list[Hit] = []
    for hit in find_phrases(passage, _TABLE):
        if not _limits(passage, hit):
            continue
        last = found[-1] if found else None
        if last and hit.reach[0] - last.reach[1] <= 1 and max(last.grade, hit.grade) < _BOOSTER:  # 'could perhaps'
            reach = last.reach[0], hit.reach[1]
            found[-1] = Hit(reach, " ".join(passage.forms[slice(*reach)]), hit.field, min(last.grade, hit.grade))
        else:
            found.append(hit)
    return found


def _limits(passage: Passage, hit: Hit) -> bool:
    """Tell whether the word limits a claim here: 'May' the month and 'could be seen' do not."""
    first, last = hit.reach
    beside = [passage.tokens[i].quoted for i in (first - 1, last) if 0 <= i < len(passage.tokens)]
    if passage.tokens[first].quoted and any(beside):
        return False
    before, behind = passage.forms[max(0, first - 1) : first], passage.forms[last : last + 1]
    if hit.phrase == "alleged" and behind == ("that",):
        return False
    if hit.phrase == "may" and passage.tokens[first].capital and before:
        return False
    compared = bool(before) and (hit.phrase, before[0]) in _COMPARED
    if compared or (hit.phrase in _SEEMING and behind and behind[0] in _SEEN):
        return False
    return hit.phrase not in ("could", "might", "may") or not _ABILITY & set(passage.forms[last : last + 2])


def _graded(pairing: Pairing, hedge: Hit, instead: Hit) -> Variation:
    """Say that one hedge stands for another of a different strength."""
    doubted = _doubts(hedge), _doubts(instead)
    # What was thought unlikely and is thought possible is claimed more surely, whatever the words' own strength.
    stronger = instead.grade > hedge.grade if doubted[0] is doubted[1] else doubted[0]
    return pairing.tell(
        VariationKind.HEDGE_STRENGTHENED if stronger else VariationKind.HEDGE_WEAKENED,
        pairing.origin.clause(hedge.reach),
        pairing.derivative.clause(instead.reach),
        Drift.STRONGER if stronger else Drift.WEAKER,
        f"“{hedge.phrase}” became “{instead.phrase}”, which claims {'more' if stronger else 'less'}."
        if doubted[0] is not doubted[1]
        else f"“{hedge.phrase}” became “{instead.phrase}”, which is {'surer' if stronger else 'less sure'}.",
    )


def _doubts(hedge: Hit) -> bool:
    """Tell whether a hedge leans to what it hedges not being so."""
    words = set(hedge.phrase.split())
    return not _DOUBTS.isdisjoint(words) and _OPEN.isdisjoint(words)


def _goes_with(one: Passage, hedge: Hit, other: Passage, lost: bool = False) -> bool:
    """Tell whether the hedge is missing only because its matter is, or is there in a quotation.

    What is `lost` may be told in other words: from words of nearly the same meaning one may not tell what was put in.
    """
    least = _HELD if _hedges(other) else _HELD_SOLE
    clause = one.clause(hedge.reach)
    if share_held(one, clause, other) < least and (not lost or share_told(one, clause, other) < _HELD_TOLD):
        return True
    if hedge.phrase == "could" and any(form in ("able", "unable") for form in other.forms):
        return True  # 'could walk', 'able to walk'
    if hedge.phrase == "suspect" and any(form.startswith("suspic") for form in other.forms):
        return True  # 'suspect cars', 'suspicious cars'
    if not _WEIGHING.isdisjoint(hedge.phrase.split()) and not _UNDECIDED.isdisjoint(other.forms):
        return True  # 'to decide whether to hold it', 'to decide on it'
    if hedge.phrase == _WOULD_BE and "would" in other.forms:
        return True
    if hedge.phrase.startswith("hop") and any(hit.field == "plan" for hit in find_phrases(other, _MODES)):
        return True  # 'hopes to', 'aims to'
    said = (token.form for token in other.tokens if token.form != "may" or not token.capital)  # not the month
    return f" {hedge.phrase} " in f" {' '.join(said)} "


def _dropped(pairing: Pairing, lost: list[Hit]) -> list[Variation]:
    """Say which hedges are gone while what they hedged is still told."""
    found = []
    for hedge in lost:
        clause = pairing.origin.clause(hedge.reach)
        if _goes_with(pairing.origin, hedge, pairing.derivative, lost=True):
            continue
        booster = hedge.grade >= _BOOSTER
        found.append(
            pairing.tell(
                VariationKind.DETAIL_DROPPED if booster else VariationKind.HEDGE_DROPPED,
                clause,
                _there(pairing.origin, hedge, pairing.derivative),
                Drift.WEAKER if booster else Drift.STRONGER,
                f"“{hedge.phrase}” is gone" + ("." if booster else ": what the origin hedges is told as plain fact."),
            )
        )
    return found


def _added(pairing: Pairing, gained: list[Hit]) -> list[Variation]:
    """Say which hedges the retelling put in."""
    found = []
    for hedge in gained:
        clause = pairing.derivative.clause(hedge.reach)
        if _goes_with(pairing.derivative, hedge, pairing.origin):
            continue
        booster = hedge.grade >= _BOOSTER
        found.append(
            pairing.tell(
                VariationKind.DETAIL_ADDED if booster else VariationKind.HEDGE_ADDED,
                _there(pairing.derivative, hedge, pairing.origin),
                clause,
                Drift.STRONGER if booster else Drift.WEAKER,
                f"“{hedge.phrase}” was put in.",
            )
        )
    return found
