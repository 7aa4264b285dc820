"""Find what a source says in the one and the outlet says by itself in the other."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reportedly.attribution import Basis, CueClass, SpeakerKind, Stance
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.passage import Pairing, Passage, Reach, find_likest
from reportedly.link.polarity_change import denies
from reportedly.link.saying import Saying, around, is_told_in, reach_of, share, speaks
from reportedly.link.spot import find_spot
from reportedly.text.word import words

_HELD = 0.4  # share of what was laid to a source that must be told still
_COVERED = 0.5  # share of it from which another saying carries it
_WHOLE = 40  # words of a sentence that is told whole where most of it is what was said
_WIDE = 15  # words of a clause beyond which those that hold most of what was said are told
_SELF = frozenset("it its he his she her they their we our i my".split())
_NOBODY = frozenset("nobody no none neither nothing".split())
_TO_HAVE = ("to", "have")  # 'claims to have seen it'
_OWN = frozenset("we our us i my".split())
_WISHES = frozenset({CueClass.BELIEVE, CueClass.SEE})  # whose loss is that of a hedge
_PLAIN_KINDS = frozenset({SpeakerKind.OUTLET, SpeakerKind.REPORTER})


def find_lost_sources(pairing: Pairing, old: Sequence[Saying], new: Sequence[Saying]) -> list[Variation]:
    """Say which of `old` are gone though what they said is told; `new` are all of the derivative's."""
    found = []
    for saying in old:
        seen = saying.first.speaker.kind is SpeakerKind.REPORTER and saying.first.basis is Basis.OBSERVATION
        plain = (saying.first.speaker.kind in _PLAIN_KINDS or saying.first.cue_class in _WISHES) and not seen
        plain = plain or saying.first.stance is Stance.DENIES or _is_nobody(saying)
        there = None if plain else _told_plainly(saying, pairing.derivative, new)
        if there is None or saying.frame is None or saying.source is None:
            continue
        note = f"“{saying.source.text}” is gone: what the origin lays to a source is told as plain fact."
        kind = VariationKind.ATTRIBUTION_DROPPED
        found.append(pairing.tell(kind, saying.whole, there, Drift.STRONGER, note))
    return found


def _is_nobody(saying: Saying) -> bool:
    """Tell whether the source is nobody: 'no one claimed it' is told as 'it was not claimed'."""
    forms = [word.form for word in words(saying.source.text)] if saying.source else []
    return bool(forms) and forms[0] in _NOBODY


def find_lost_denials(pairing: Pairing, old: Sequence[Saying]) -> list[Variation]:
    """Say which of `old` deny what the derivative tells as so, whoever is named there."""
    found = []
    for saying in old:
        if saying.first.stance is not Stance.DENIES or saying.spoken is None or saying.frame is None:
            continue
        there = around(pairing.derivative, find_spot(pairing.origin, saying.spoken, pairing.derivative))
        told = pairing.derivative.tokens[slice(*there)]
        if _held(saying, pairing.derivative) >= _HELD and not any(token.quoted or denies(token.form) for token in told):
            note = f"What “{saying.source.text if saying.source else ''}” denies is told as being so."
            found.append(pairing.tell(VariationKind.POLARITY_CHANGED, saying.frame, there, Drift.STRONGER, note))
    return found


def find_seen(pairing: Pairing, old: Saying, new: Saying) -> list[Variation]:
    """Say where what a source says it saw is told as seen: 'she said she heard shots', 'she heard shots'."""
    if old.first.cue_class is not CueClass.SAY or new.first.cue_class is not CueClass.SEE:
        return []
    spans = [new.source, *new.first.content]
    there = reach_of(new.passage, min(s.start for s in spans if s), max(s.end for s in spans if s))
    if not old.named & new.who or old.whole is None or there is None or new.first.parent:
        return []
    note = f"“{old.first.cue.text if old.first.cue else ''}” is gone: what a source says it saw is told as seen."
    return [pairing.tell(VariationKind.ATTRIBUTION_DROPPED, old.whole, there, Drift.STRONGER, note)]


def find_new_sources(
    pairing: Pairing, new: Sequence[Saying], old: Sequence[Saying], own: Collection[int], everyone: Sequence[Saying]
) -> list[Variation]:
    """Say which sources were put in; who names the origin's outlet, by the words `own`, puts in nobody."""
    found = []
    first_person = any(form in _OWN for form in pairing.origin.forms)
    for saying in new:
        if saying.anaphoric and (old or any(other is not saying for other in everyone)):
            continue  # 'it says', of one who spoke before
        outlet = saying.first.speaker.kind in _PLAIN_KINDS or bool(saying.who & set(own))
        there = None if outlet or first_person else _told_plainly(saying, pairing.origin, old)
        if there is None or saying.frame is None:
            continue
        note = "What the origin tells in its own voice is laid to a source."
        kind = VariationKind.ATTRIBUTION_ADDED
        found.append(pairing.tell(kind, there, saying.frame, Drift.WEAKER, note))
    return found


def _told_plainly(saying: Saying, other: Passage, others: Sequence[Saying]) -> Reach | None:
    """Give where `other` tells what `saying` carries, if nobody is named there who says it."""
    if not speaks(saying) or saying.spoken is None or saying.first.parent:
        return None
    others = [another for another in others if not is_told_in(saying, another)]
    if any(share(saying, another) >= _COVERED or saying.named & another.named for another in others):
        return None
    if _named(saying, other):
        return None
    if _held(saying, other) < _HELD:
        return None
    there = find_likest(saying.passage, saying.spoken, other)
    whole = other.window(there, _WHOLE, _WHOLE)
    if whole[1] - whole[0] <= _WHOLE and _is_of(saying, other, whole):
        return whole
    if there[1] - there[0] > _WIDE:
        there = find_spot(saying.passage, saying.spoken, other)
    if any(other.tokens[place].quoted for place in range(*there)):
        return None
    return around(other, there)


def _is_of(saying: Saying, other: Passage, reach: Reach) -> bool:
    """Tell whether most of what `other` tells in `reach`, outside quotations, is what is said."""
    told = {token.key: token.idf for token in other.tokens[slice(*reach)] if token.content}
    quoted = any(token.quoted for token in other.tokens[slice(*reach)])
    return not quoted and sum(told[key] for key in told.keys() & saying.content.keys()) >= _COVERED * sum(told.values())


def _held(saying: Saying, other: Passage) -> float:
    """Give the share of what is said that `other` tells."""
    whole = sum(saying.content.values())
    return sum(idf for key, idf in saying.content.items() if key in other.keys) / whole if whole else 0.0


def _named(saying: Saying, other: Passage) -> bool:
    """Tell whether `other` names the source all the same; whoever speaks of himself is named by what he says."""
    reach = saying.spoken
    opening = saying.passage.forms[reach[0] : reach[0] + 2] if reach else ()
    led = opening[1:] == ("to",)  # 'ordered it to leave'
    itself = (not _SELF.isdisjoint(opening) and not led) or opening == _TO_HAVE
    if itself or saying.source is None:
        return False
    told = f" {' '.join(word.form for word in words(saying.source.text))} "
    if told in f" {' '.join(other.forms)} " or (saying.named and saying.named <= other.keys):
        return True
    return bool((saying.who - saying.content.keys()) & other.keys)
