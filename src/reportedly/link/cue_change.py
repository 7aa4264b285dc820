"""Find reporting verbs that vouch for more, or for less, than those that they stand for."""

from __future__ import annotations

from reportedly.attribution import CueClass, Polarity, SpeakerKind, Stance
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.lexicon import Hit, find_phrases
from reportedly.link.passage import Pairing, Passage, Reach, find_counterpart, share_held
from reportedly.link.saying import Saying, keys_of, reach_of
from reportedly.link.verb_form import bases_of
from reportedly.text.word import words

_TABLE = "variation_cues.tsv"
_HELPING = frozenset("has have had having did does do was were is are been being be not never t would will to".split())
_LEAST = 3  # letters of a verb that is not 'be' or 'do'
_HELD = 0.4  # share of what was laid to a source that must be told still
_KIN = 0.25  # the same for the clause of a cue that stands for another one
_NEGATED = frozenset({"not", "never", "t"})  # who did not confirm something said nothing
_UNSAID = _NEGATED | {"neither", "nor", "cannot"}  # 'would neither confirm nor deny'
_PASSIVE = frozenset({"be", "been", "being", "was", "were", "is", "are"})
_HEARD = frozenset("told warned asked urged informed assured notified advised alerted".split())
_MOST = 12  # words of a clause that does no more than name a source
_REFUSALS = frozenset(
    "refuse refused refuses refusing decline declined declines declining want wanted wish wished".split()
)
_WOULD_NOT = ("would", "not")
_FEW = 10  # words of a clause of a cue that hardly tells what is said
_REFUSED, _SILENT = "refused", "silent"
# Of what is before everybody's eyes these tell the same.
_PLAIN = ({"say", "show"}, {"say", "see"}, {"show", "see"}, {"show", "reveal"}, {"see", "reveal"}, {"say", "demand"})
_INWARD = frozenset({CueClass.BELIEVE, CueClass.SEE})  # of which hedges tell
_SHOWN = frozenset({"show", "suggest", "see", "say", "reveal"})
_THINGS = frozenset({SpeakerKind.DOCUMENT, SpeakerKind.IMAGERY})
_GRADES = {
    CueClass.SAY: ("say", 0),
    CueClass.SHOW: ("show", 1),
    CueClass.CONFIRM: ("confirm", 2),
    CueClass.CLAIM: ("claim", -1),
    CueClass.ADMIT: ("admit", 2),
    CueClass.DENY: ("deny", 0),
    CueClass.WARN: ("warn", 1),
    CueClass.SUGGEST: ("suggest", -2),
    CueClass.THREATEN: ("threaten", 1),
    CueClass.DEMAND: ("demand", 0),
}
_VOUCHING = frozenset({"admit", "confirm"})
_ALLOWS = "allow"  # 'did not rule out'
_ACTS = frozenset(
    {"deny", _ALLOWS, "demand", "ask", "threaten", "promise", _REFUSED, _SILENT}
)  # these do more than say


def find_cues(passage: Passage) -> list[Hit]:
    """List the reporting verbs of a passage that stand outside quotations."""
    return [
        hit
        for hit in find_phrases(passage, _TABLE)
        if not passage.tokens[hit.reach[0]].quoted and not _is_hearing(passage, hit)
    ]


def _is_hearing(passage: Passage, hit: Hit) -> bool:
    """Tell whether a verb is what was done to someone: 'they had been told to leave', 'residents were warned'."""
    return hit.phrase in _HEARD and bool(_PASSIVE & set(passage.forms[max(0, hit.reach[0] - 2) : hit.reach[0]]))


def find_cue_changes(pairing: Pairing) -> list[Variation]:
    """List the cues that changed class and with it what they vouch for."""
    ones, twos = (
        [
            cue
            for cue in find_cues(passage)
            if not _NEGATED & set(passage.forms[max(0, cue.reach[0] - 2) : cue.reach[0]])
        ]
        for passage in (pairing.origin, pairing.derivative)
    )
    kept = {cue.field for cue in ones} & {cue.field for cue in twos}
    lost = [cue for cue in ones if cue.field not in kept]
    gained = [cue for cue in twos if cue.field not in kept]
    found = []
    for cue in gained:
        old = _counterpart(pairing, cue, lost)
        if old is None:
            continue
        lost.remove(old)
        if cue.grade != old.grade or {cue.field, old.field} & _ACTS:
            found.append(_tell(pairing, old, cue))
    return found


def _counterpart(pairing: Pairing, cue: Hit, lost: list[Hit]) -> Hit | None:
    """Give the origin's cue that `cue` stands for: the one whose clause says the most of the same."""
    kin = share_held(pairing.derivative, pairing.derivative.clause(cue.reach), pairing.origin)
    if kin < _KIN:
        return None
    reach = find_counterpart(pairing.derivative, cue.reach, pairing.origin)
    inside = [old for old in lost if reach[0] <= old.reach[0] < reach[1]]
    return next(iter(inside or (lost if kin >= _HELD else ())), None)


def compare_cues(pairing: Pairing, old: Saying, new: Saying) -> list[Variation]:
    """Say how the cue of one saying stands otherwise to what is said than the cue of the saying that stands for it."""
    one, two = _standing(pairing.origin, old), _standing(pairing.derivative, new)
    if one is None or two is None or one.field == two.field or {one.field, two.field} in _PLAIN:
        return []
    if (one.field, two.field) == ("deny", "say") and new.first.polarity is Polarity.NEGATED:
        return []  # 'denied it', '"That is not true," he said'
    if _turned(one, two):
        return [_tell_turned(pairing, one, two)]
    if _says_so(one.phrase, new) or _says_so(two.phrase, old):
        return []  # '"We ask for calm," she said', 'she asked for calm'
    alike = {one.field, two.field} == {_REFUSED, _SILENT} or _ALLOWS in (one.field, two.field)
    if not alike and not keys_of(two.phrase).keys().isdisjoint([*old.content, *keys_of(one.phrase)]):
        return []  # 'said a fuse was to blame', 'blamed a fuse'
    if {one.field, two.field} & {_SILENT} and not {one.field, two.field} & {_REFUSED, "deny"}:
        return [_broken_silence(pairing, one, two)]
    return [_tell(pairing, _with_said(pairing.origin, old, one), _with_said(pairing.derivative, new, two))]


def _with_said(passage: Passage, saying: Saying, cue: Hit) -> Hit:
    """Widen a cue in a short clause of its own to what is said: 'the lock had burst, he claimed'."""
    first, last = passage.clause(cue.reach)
    whole = saying.whole
    if last - first >= _FEW or whole is None:
        return cue
    return cue._replace(reach=(min(first, whole[0]), max(last, whole[1])))


def _turned(one: Hit, two: Hit) -> bool:
    """Tell whether one vouches for what the other denies or would not speak of: 'denied it', 'acknowledged it'."""
    fields = {one.field, two.field}
    return bool(fields & _VOUCHING) and bool(fields & {"deny", _REFUSED})


def _tell_turned(pairing: Pairing, one: Hit, two: Hit) -> Variation:
    """Say that who denied something, or would not speak of it, vouches for it, or the reverse."""
    drift = Drift.STRONGER if two.field in _VOUCHING else Drift.WEAKER
    reaches = pairing.origin.clause(one.reach), pairing.derivative.clause(two.reach)
    note = f"“{one.phrase}” became “{two.phrase}”: the source says the opposite."
    return pairing.tell(VariationKind.POLARITY_CHANGED, *reaches, drift, note)


def _says_so(cue: str, saying: Saying) -> bool:
    """Tell whether what is said has the verb of a cue in it."""
    verbs = [word.form for word in words(cue) if word.form not in _HELPING]
    bases = {base for verb in verbs[:1] for base in bases_of(verb) if len(base) >= _LEAST}
    told = (word.form for told in saying.told for part in told.content for word in words(part.text))
    return any(not bases.isdisjoint(bases_of(form)) for form in told)


def _broken_silence(pairing: Pairing, one: Hit, two: Hit) -> Variation:
    """Say that who was silent speaks, or the reverse."""
    speaks = one.field == _SILENT
    note = f"“{one.phrase}” became “{two.phrase}”: who {'was silent speaks' if speaks else 'spoke is silent'}."
    drift = Drift.STRONGER if speaks else Drift.WEAKER
    return pairing.tell(VariationKind.POLARITY_CHANGED, one.reach, two.reach, drift, note)


def _standing(passage: Passage, saying: Saying) -> Hit | None:
    """Tell how a cue stands to what is said; None where it neither says nor declines to."""
    told = saying.first
    if told.cue_class in _INWARD:
        return None
    cue = told.cue or told.source
    at = reach_of(passage, cue.start, cue.end) if cue else None
    reach = saying.frame
    if cue is None or at is None or reach is None:
        return None
    forms = passage.forms[slice(*at)]
    if told.stance is Stance.DECLINES:
        if _UNSAID.isdisjoint(forms) and _REFUSALS.isdisjoint(forms):
            return None  # 'said it does not discuss it' is said
        refused = not _REFUSALS.isdisjoint(forms) or forms[:2] == _WOULD_NOT
        return Hit(reach, cue.text, _REFUSED if refused else _SILENT, 1 if refused else 0)
    listed = next((hit for hit in find_phrases(passage, _TABLE) if at[0] <= hit.reach[0] < at[1]), None)
    negated = not _NEGATED.isdisjoint(forms) and (listed is None or listed.field != _ALLOWS)
    if negated and listed is not None and listed.field == "deny":
        return Hit(reach, cue.text, _ALLOWS, -2)  # 'did not dispute'
    if told.stance is Stance.ASKS or negated:
        return None
    if listed is None and told.cue_class not in _GRADES:
        return None
    field, grade = (listed.field, listed.grade) if listed else _GRADES[told.cue_class]
    if told.speaker.kind in _THINGS and field in _SHOWN:
        field, grade = "say", 0
    return Hit(reach, cue.text, field, grade)


def _tell(pairing: Pairing, old: Hit, new: Hit) -> Variation:
    """Say that a cue became another."""
    drift = Drift.NEUTRAL
    if new.grade != old.grade:
        drift = Drift.STRONGER if new.grade > old.grade else Drift.WEAKER
    return pairing.tell(
        VariationKind.CUE_CHANGED,
        pairing.origin.clause(old.reach),
        pairing.derivative.clause(new.reach),
        drift,
        f"“{old.phrase}” became “{new.phrase}”"
        + {
            Drift.STRONGER: ", which vouches for more.",
            Drift.WEAKER: ", which keeps more distance.",
            Drift.NEUTRAL: ".",
        }[drift],
    )


def find_attribution_losses(pairing: Pairing) -> list[Variation]:
    """Say where what a source says became the outlet's own statement, or the other way round."""
    ones, twos = find_cues(pairing.origin), find_cues(pairing.derivative)
    if ones and not twos:
        return _loss(pairing, ones[0])
    if twos and not ones:
        return _gain(pairing, twos[0])
    return []


def _loss(pairing: Pairing, cue: Hit) -> list[Variation]:
    """Say that the attribution is gone, if what it carried is still told."""
    reach = find_counterpart(pairing.origin, cue.reach, pairing.derivative)
    if not _told_plainly(pairing.derivative, reach, pairing.origin):
        return []
    return [
        pairing.tell(
            VariationKind.ATTRIBUTION_DROPPED,
            pairing.origin.clause(cue.reach),
            reach,
            Drift.STRONGER,
            f"“{_source_words(pairing.origin, cue)}” is gone: what the origin lays to a source is told as plain fact.",
        )
    ]


def _source_words(passage: Passage, cue: Hit) -> str:
    """Give the words that name the source, or the cue alone where they stand in one clause with what is said."""
    clause = passage.clause(cue.reach)
    return passage.text(clause if clause[1] - clause[0] <= _MOST else cue.reach)


def _told_plainly(one: Passage, reach: Reach, other: Passage) -> bool:
    """Tell whether `one` tells in its own voice what `other` lays to a source.

    A sentence with speech in it is laid to whoever spoke the sentence before.
    """
    return share_held(one, reach, other) >= _HELD and not any(token.quoted for token in one.tokens)


def _gain(pairing: Pairing, cue: Hit) -> list[Variation]:
    """Say that an attribution was put in."""
    reach = find_counterpart(pairing.derivative, cue.reach, pairing.origin)
    if not _told_plainly(pairing.origin, reach, pairing.derivative):
        return []
    return [
        pairing.tell(
            VariationKind.ATTRIBUTION_ADDED,
            reach,
            pairing.derivative.clause(cue.reach),
            Drift.WEAKER,
            "What the origin tells in its own voice is laid to a source.",
        )
    ]
