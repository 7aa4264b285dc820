"""Find where an outlet or a source says what it does not know, and where a retelling leaves that out."""

from __future__ import annotations

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.lexicon import Hit, find_phrases
from reportedly.link.passage import Pairing, Passage, Reach, share_held
from reportedly.link.weight import weigh

_TABLE = "variation_caveats.tsv"
_CHECKS = "variation_checks.tsv"
CONCEDING = frozenset({"but", "although", "though"})  # their clauses limit what they are joined to
_JOINING = CONCEDING | {"and", "which", "while"}
WITHHELD = frozenset(
    {"anonymity", "named", "identified", "authorised", "authorized", "permitted"}
)  # why somebody is not named
_SILENT = frozenset({"not", "nothing", "never", "t"})
_NOT = frozenset("not no never neither nor cannot nobody none unable impossible without t".split())
_SHOWN = frozenset("evidence proof sign signs indication indications trace traces".split())
_SHOWING = _SHOWN | frozenset("hint hints suggest suggests suggesting suggested show shows shown showing prove".split())
_HELD = 0.5  # share of what nobody showed that must be told still
_BEFORE = 6  # words in front of a word of checking among which the denial stands
_BEHIND = 2
_LONG = 40  # words of a sentence that is told whole


def find_caveats(passage: Passage) -> list[Hit]:
    """List the caveats of a passage outside quotations, in reading order."""
    listed = [hit for hit in find_phrases(passage, _TABLE) if not passage.tokens[hit.reach[0]].quoted]
    held = {place for hit in listed for place in range(*hit.reach)}
    more = [hit for check in find_phrases(passage, _CHECKS) if (hit := _denied(passage, check, held))]
    return sorted(listed + more)


def _denied(passage: Passage, check: Hit, held: set[int]) -> Hit | None:
    """Give a word of checking with the denial beside it, if there is one in its clause."""
    first, last = check.reach
    if passage.forms[last - 1] == "out" and passage.forms[last : last + 1] and passage.forms[last].endswith("ing"):
        return None  # 'did not rule out leaving' is no word of what is known
    if passage.tokens[first].quoted or not held.isdisjoint(range(first, last)):
        return None
    start, end = passage.clause(check.reach)
    places = range(max(start, first - _BEFORE), min(end, last + _BEHIND))
    denials = [place for place in places if passage.forms[place] in _NOT]
    if not denials:
        return None
    reach = min(first, denials[0]), max(last, denials[-1] + 1)
    return Hit(reach, " ".join(passage.forms[slice(*reach)]), check.field, check.grade)


def find_lost_caveats(pairing: Pairing) -> list[Variation]:
    """Say which caveat is gone from sentences that are told still."""
    ones, twos = find_caveats(pairing.origin), find_caveats(pairing.derivative)
    if len(ones) <= len(twos) or not pairing.derivative.tokens:
        return []
    lost = [hit for hit in ones if not _told(hit, pairing)]
    if len(lost) <= len(twos):
        return []
    hit = lost[-1]
    if _is_denied(pairing, hit):
        note = f"“{hit.phrase}” is gone: what nobody showed is told as not being so."
        return [
            pairing.tell(
                VariationKind.HEDGE_DROPPED, pairing.origin.clause(hit.reach), _all(pairing), Drift.STRONGER, note
            )
        ]
    silent = [sum(not _SILENT.isdisjoint(hit.phrase.split()) for hit in hits) for hits in (ones, twos)]
    if _denials(pairing.derivative) > max(0, _denials(pairing.origin) - silent[0] + silent[1]):
        return []  # 'has not commented', 'has said nothing'
    note = f"“{hit.phrase}” is gone: the origin says what it does not know."
    reach = pairing.origin.clause(hit.reach)
    # A clause that is gone as a whole stands nowhere, like a sentence that is.
    there = None if pairing.origin.forms[reach[0]] in _JOINING else _kept(pairing, reach)
    return [pairing.tell(VariationKind.CAVEAT_DROPPED, reach, there, Drift.STRONGER, note)]


def _denials(passage: Passage) -> int:
    """Count the words by which a verb is denied outside quotations."""
    return sum(token.form in _SILENT for token in passage.tokens if not token.quoted)


def _told(hit: Hit, pairing: Pairing) -> bool:
    """Tell whether the derivative speaks of the same check, whatever it says of it."""
    keys = {weigh(form).key for form in hit.phrase.split() if weigh(form).content}
    shown = not _SHOWN.isdisjoint(hit.phrase.split()) and not _SHOWING.isdisjoint(pairing.derivative.forms)
    return shown or bool(keys & pairing.derivative.keys)


def _is_denied(pairing: Pairing, hit: Hit) -> bool:
    """Tell whether the derivative denies outright that of which the origin says only that nothing shows it."""
    if _SHOWN.isdisjoint(hit.phrase.split()) or _NOT.isdisjoint(pairing.derivative.forms):
        return False
    behind = hit.reach[1], max(pairing.origin.clause(hit.reach)[1], hit.reach[1] + 1)
    return share_held(pairing.origin, behind, pairing.derivative) >= _HELD


def _all(pairing: Pairing) -> Reach:
    """Give the derivative's words as a whole."""
    return 0, len(pairing.derivative.tokens)


def _kept(pairing: Pairing, reach: Reach) -> Reach:
    """Give the sentence that the derivative kept, or of a long one what it kept of the rest."""
    if len(pairing.derivative.bounds) == 1 and len(pairing.derivative.tokens) <= _LONG:
        return _all(pairing)
    lost = {token.key for token in pairing.origin.tokens[slice(*reach)]}
    rest = {token.key for token in pairing.origin.tokens if token.content} - lost
    places = [i for i, token in enumerate(pairing.derivative.tokens) if token.key in rest]
    return (places[0], places[-1] + 1) if places else _all(pairing)
