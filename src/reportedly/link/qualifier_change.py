"""Find words that qualify another and were lost or put in: 'a former officer', 'on average', 'if the wind drops'."""

from __future__ import annotations

from reportedly.data import read_table
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.lexicon import Hit, find_phrases
from reportedly.link.passage import Pairing, Passage, Reach, find_counterpart, share_held
from reportedly.link.pull import QUALIFIERS, drift_of, pull_of
from reportedly.link.quotation_change import is_translated

_CLAUSES = "variation_clauses.tsv"
_DENIED = frozenset("not no never without nothing nobody neither nor t cannot".split())
_OBJECTS = frozenset("them him her us me it to its their his".split())
_PRONOUNS = frozenset({"them", "whom", "which", "these", "those"})
_ARTICLES = _OBJECTS | {"the", "a", "an"}
_NEAR = 2  # words on either side of a qualifier that it may qualify
_ROUND = 5  # words told on either side
_UNHELD = 0.8  # share of the words of a condition from which the other side tells it in another way
_POINTING = (("the",), ("that",), ("this",), ("those",), ("these",))
_ASKED = frozenset("ask asked asking know known clear unclear see say said wonder wondered as even doubt tell".split())


def find_qualifier_changes(pairing: Pairing) -> list[Variation]:
    """List the qualifiers and conditions that only one of the two has."""
    if is_translated(pairing.origin.body, pairing.derivative.body):
        return []  # said in words that no list foresees
    found = []
    taken = set[Reach]()
    for hit in _lone(pairing.origin, pairing.derivative, QUALIFIERS):
        there = _beside(pairing.origin, hit, pairing.derivative)
        if there is None:
            continue
        reaches = _round(pairing.origin, hit.reach), _round(pairing.derivative, (there, there + 1))
        instead = _instead(pairing, hit, there)
        if instead:
            taken.add(instead.reach)
            note = f"“{hit.phrase}” became “{instead.phrase}”."
            drift = drift_of(pull_of(instead) - pull_of(hit) if pull_of(instead) and pull_of(hit) else 0)
            found.append(pairing.tell(VariationKind.DETAIL_CHANGED, *reaches, drift, note))
        else:
            note = f"“{hit.phrase}” is gone."
            pull = (
                abs(pull_of(hit)) if _is_denied(pairing.origin, hit) else -pull_of(hit)
            )  # 'not fully', 'not directly'
            drift = drift_of(pull)
            found.append(pairing.tell(VariationKind.DETAIL_DROPPED, *reaches, drift, note))
    for hit in _lone(pairing.derivative, pairing.origin, QUALIFIERS):
        there = _beside(pairing.derivative, hit, pairing.origin)
        if there is not None and hit.reach not in taken:
            reaches = _round(pairing.origin, (there, there + 1)), _round(pairing.derivative, hit.reach)
            note = f"“{hit.phrase}” was put in."
            drift = Drift.WEAKER if pull_of(hit) < 0 else Drift.STRONGER
            found.append(pairing.tell(VariationKind.DETAIL_ADDED, *reaches, drift, note))
    return found + _conditions(pairing)


def _is_denied(passage: Passage, hit: Hit) -> bool:
    """Tell whether a qualifier is one of what is denied: 'not fully counted'."""
    return not _DENIED.isdisjoint(passage.forms[max(0, hit.reach[0] - _NEAR - 1) : hit.reach[0]])


def _instead(pairing: Pairing, hit: Hit, there: int) -> Hit | None:
    """Give the qualifier that only the derivative has beside the words that `hit` qualifies in the origin."""
    known = {other.field for other in find_phrases(pairing.origin, QUALIFIERS)}
    news = [new for new in find_phrases(pairing.derivative, QUALIFIERS) if new.field not in known]
    return next((new for new in news if new.reach[0] - _NEAR <= there < new.reach[1] + _NEAR), None)


def _conditions(pairing: Pairing) -> list[Variation]:
    """Say where a condition is gone."""
    found = []
    for hit in _lone(pairing.origin, pairing.derivative, _CLAUSES):
        clause = pairing.origin.clause(hit.reach)
        behind = hit.reach[1], max(clause[1], hit.reach[1] + 1)
        asked = not _ASKED.isdisjoint(pairing.origin.forms[max(0, hit.reach[0] - 1) : hit.reach[0]])
        if not asked and share_held(pairing.origin, behind, pairing.derivative) < _UNHELD:
            there = find_counterpart(pairing.origin, hit.reach, pairing.derivative)
            here = _round(pairing.origin, hit.reach)
            note = f"The condition is gone: “{hit.phrase}”."
            found.append(pairing.tell(VariationKind.DETAIL_DROPPED, here, there, Drift.STRONGER, note))
    return found


def _round(passage: Passage, reach: Reach) -> Reach:
    """Give a word with those round it."""
    return passage.window(reach, _ROUND, _ROUND)


def _lone(one: Passage, other: Passage, table: str) -> list[Hit]:
    """List the phrases of a table outside quotations, of fields that the other side has nothing of."""
    known = {hit.field for hit in find_phrases(other, table)}
    parts = {part for form in other.forms if "-" in form for part in form.split("-")}  # 'ex-soldiers'
    known |= {row["field"] for row in read_table(table) if row["phrase"] in parts}
    hits = [hit for hit in find_phrases(one, table) if not one.tokens[hit.reach[0]].quoted]
    return [hit for hit in hits if hit.grade and hit.field not in known and not _told_alike(one, hit, other)]


def _told_alike(one: Passage, hit: Hit, other: Passage) -> bool:
    """Tell whether the other side has a phrase in another form, 'initial' for 'initially', or it is a verb here."""
    said = [token.key for token in one.tokens[slice(*hit.reach)] if token.content]
    last = one.forms[hit.reach[1] - 1]
    if f"un{last}" in other.forms or (last.startswith("un") and last[2:] in other.forms):
        return True  # 'not armed', 'unarmed'
    if last in _PRONOUNS and one.forms[hit.reach[0]] in other.forms:
        return True  # 'some of them', 'of whom some'
    after = one.tokens[hit.reach[1] :][:1]
    if one.forms[max(0, hit.reach[0] - 1)] == "to" and after and after[0].form in _ARTICLES:
        return True  # 'to brief the press'
    if hit.field == "major" and not (after and after[0].content):
        return True  # 'the major said'
    pushed = one.forms[hit.reach[1] - 1].endswith("ed") and not _OBJECTS.isdisjoint(one.forms[hit.reach[1] :][:1])
    return pushed or (bool(said) and all(key in other.keys for key in said))


def _beside(one: Passage, hit: Hit, other: Passage) -> int | None:
    """Give where the other side has the words beside a qualifier; None where it has not."""
    if hit.phrase == "very" and one.forms[max(0, hit.reach[0] - 1) : hit.reach[0]] in _POINTING:
        return None  # 'that very day'
    after = one.tokens[hit.reach[1] : hit.reach[1] + _NEAR]
    before = one.tokens[max(0, hit.reach[0] - _NEAR) : hit.reach[0]]
    shared = [token.key for token in (*after, *reversed(before)) if token.content and token.key in other.keys]
    if not shared:
        return None
    # The same word may stand elsewhere too: where most of the words round the qualifier are is meant.
    around = _keys(one, one.window(hit.reach, _ROUND, _ROUND))
    places = [i for i, token in enumerate(other.tokens) if token.content and token.key in around]
    alike = {i: len(around & _keys(other, other.window((i, i + 1), _ROUND, _ROUND))) for i in places}
    return max(alike, key=lambda i: (alike[i], -i), default=None)  # none where only the next sentence shares a word


def _keys(passage: Passage, reach: Reach) -> frozenset[int]:
    """Give the keys of the content words of a reach."""
    return frozenset(token.key for token in passage.tokens[slice(*reach)] if token.content)
