"""Find where what will be, or must be, or somebody would be ready to do, is told as done or sure, or the reverse."""

from __future__ import annotations

from typing import NamedTuple

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.cue_change import find_cues
from reportedly.link.lexicon import Hit, find_phrases
from reportedly.link.passage import Pairing, Passage, share_held
from reportedly.link.saying import around
from reportedly.link.spot import find_spot
from reportedly.link.verb_form import bases_of, is_past

_TABLE = "variation_modes.tsv"
_REACH = 4  # words behind a mode among which the verb stands
_BEFORE = 4  # words in front of a verb among which its mode stands
_AUXILIARIES = frozenset("is are was were has have had did does do been being be".split())
_NO_VERB = frozenset(
    "the a an this that these those its their his her our my of in on at for by with from no any".split()
)
_SKIPPED = _AUXILIARIES | frozenset("not also now then soon again already next".split())
_PLAIN, _DUE = "plain", "due"
_STRENGTH = {"pending": 0, "must": 0, "plan": 1, _DUE: 1, "ready": 1, "future": 2, _PLAIN: 3}
_HELD = 0.4  # share of the words round the verb that the other side must say too
_NEAR = 6
_ROOT = 5  # letters that two verbs of one root share: 'block', 'blockade'
_AHEAD = frozenset({"future", "plan", "ready"})
_DENIED = frozenset("not never t no".split())
_PERFECT = frozenset({"has", "have", "having"})
_DONE = 3  # words behind 'has' among which what was done stands
_PASSIVE = frozenset({"was", "were"})
_HELD_SURELY = 0.5  # the same where it has several, or may tell of an earlier time
_HELD_OTHER = 0.2  # share of a clause that the other side must say where it has another verb


class Moded(NamedTuple):
    """A verb with the mode that it stands in."""

    place: int
    key: int
    mode: str
    words: str
    bases: frozenset[str]


def find_mode_changes(pairing: Pairing) -> list[Variation]:
    """List the first verb whose mode became another: 'would bar' became 'bars'."""
    for one, two, turned in ((pairing.origin, pairing.derivative, False), (pairing.derivative, pairing.origin, True)):
        for verb in _moded(one):
            other = _same_verb(two, verb)
            if other is None or other.mode == verb.mode or (turned and other.mode != _PLAIN):
                continue
            if share_held(one, (max(0, verb.place - _NEAR), verb.place + _NEAR), two) < _HELD:
                continue
            if _DUE in (verb.mode, other.mode) and (turned or not _is_done(two, other)):
                continue
            denied = not _DENIED.isdisjoint(two.forms[max(0, other.place - _BEFORE) : other.place])
            if denied and verb.mode == "pending":
                continue  # 'has yet to comment', 'has not commented'
            old, new = (other, verb) if turned else (verb, other)
            return [_tell(pairing, old, new)]
    done = _done(pairing)
    return [_tell(pairing, *done)] if done else []


def _is_done(passage: Passage, verb: Moded) -> bool:
    """Tell whether a verb is told as done by now: 'has joined', where 'was to join' says no more than the plan."""
    before = passage.forms[max(0, verb.place - _DONE) : verb.place]
    return verb.mode == _PLAIN and not _PERFECT.isdisjoint(before)


def _done(pairing: Pairing) -> tuple[Moded, Moded] | None:
    """Give what is still ahead in the origin and told as done, by another verb, in the derivative."""
    ahead = [verb for verb in _moded(pairing.origin) if verb.mode in _AHEAD]
    if find_phrases(pairing.derivative, _TABLE):
        return None
    least = _HELD_OTHER if len(ahead) == 1 else _HELD_SURELY
    for verb in ahead:
        clause = pairing.origin.clause((verb.place, verb.place + 1))
        held = share_held(pairing.origin, clause, pairing.derivative)
        helping = _PERFECT | _PASSIVE if held >= _HELD_SURELY else _PERFECT
        if held >= least and (done := _find_done(pairing, verb, helping)):
            return verb, done
    return None


def _find_done(pairing: Pairing, verb: Moded, helping: frozenset[str]) -> Moded | None:
    """Give the verb behind one of the `helping` ones, and not in the origin, where the derivative tells of `verb`."""
    first, last = find_spot(pairing.origin, (verb.place, verb.place + 1), pairing.derivative)
    passive = helping >= _PASSIVE  # 'were dismissed' denies nothing
    cues = (cue for cue in find_cues(pairing.derivative) if not (passive and cue.field == "deny"))
    said = {place for cue in cues for place in range(*cue.reach)}
    for place in range(max(0, first - _BEFORE), last):
        if pairing.derivative.forms[place] in helping and not pairing.derivative.tokens[place].quoted:
            behind = range(place + 1, min(place + 1 + _DONE, last))
            at = next((i for i in behind if is_past(pairing.derivative.forms[i])), None)
            if at is not None and at not in said and pairing.derivative.tokens[at].key not in pairing.origin.keys:
                words = pairing.derivative.text((place, at + 1))
                return Moded(at, pairing.derivative.tokens[at].key, _PLAIN, words, frozenset())
    return None


def _tell(pairing: Pairing, old: Moded, new: Moded) -> Variation:
    """Say that a verb's mode is another one."""
    drift = Drift.STRONGER if _STRENGTH[new.mode] > _STRENGTH[old.mode] else Drift.WEAKER
    return pairing.tell(
        VariationKind.TENSE_CHANGED,
        around(pairing.origin, (old.place, old.place + 1)),
        around(pairing.derivative, (new.place, new.place + 1)),
        drift,
        f"“{old.words}” became “{new.words}”.",
    )


def _moded(passage: Passage) -> list[Moded]:
    """List the verbs outside quotations that stand behind a word of mode."""
    found = []
    for hit in find_phrases(passage, _TABLE):
        end = min(hit.reach[1] + _REACH, len(passage.tokens))
        places = [i for i in range(hit.reach[1], end) if passage.forms[i] not in _SKIPPED]
        if places and not passage.tokens[hit.reach[0]].quoted and hit.field in _STRENGTH:
            verb = places[0]
            if passage.tokens[verb].content:
                told = passage.text((hit.reach[0], verb + 1))
                found.append(Moded(verb, passage.tokens[verb].key, hit.field, told, bases_of(passage.forms[verb])))
    return found


def _same_verb(passage: Passage, verb: Moded) -> Moded | None:
    """Give the same verb in the other passage, if it stands there once and in a mode that is known."""
    places = [i for i, t in enumerate(passage.tokens) if t.key == verb.key or _is_one(bases_of(t.form), verb.bases)]
    if len(places) != 1 or passage.tokens[places[0]].quoted:
        return None
    moded = next((other for other in _moded(passage) if other.place == places[0]), None)
    return moded or _plain(passage, places[0], verb)


def _is_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two verbs are one, or of one root, by what their forms may be forms of."""
    return any(
        a == b or (len(min(a, b, key=len)) >= _ROOT and (a.startswith(b) or b.startswith(a)))
        for a in one
        for b in other
    )


def _is_month(passage: Passage, hit: Hit) -> bool:
    """Tell whether 'May' is the month."""
    return hit.phrase == "may" and passage.tokens[hit.reach[0]].capital and hit.reach[0] > 0


def _plain(passage: Passage, place: int, verb: Moded) -> Moded | None:
    """Read a verb that stands in no mode as told plainly; None where it may be a noun or hang on something else."""
    token = passage.tokens[place]
    before = passage.forms[max(0, place - _BEFORE) : place]
    hits = [hit for hit in find_phrases(passage, _TABLE) if not _is_month(passage, hit)]
    if any(place - _BEFORE <= hit.reach[1] - 1 < place for hit in hits) or "to" in before[-2:]:
        return None
    helped = not _AUXILIARIES.isdisjoint(before[-2:])
    inflected = (token.form.endswith("s") or is_past(token.form)) and bool(before) and before[-1] not in _NO_VERB
    if not helped and not (inflected and not token.capital):
        return None
    first = place - 1 if helped and before[-1] in _AUXILIARIES else place
    return Moded(place, token.key, _PLAIN, passage.text((first, place + 1)), verb.bases)
