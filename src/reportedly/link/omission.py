"""Find what a kept sentence lost: caveats, asides, other names."""

from __future__ import annotations

from reportedly.data import read_words
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.caveat import WITHHELD, find_caveats, find_lost_caveats
from reportedly.link.cue_change import find_cues
from reportedly.link.passage import Pairing, Passage, Reach, find_counterpart, keys_of
from reportedly.link.quotation_change import is_translated
from reportedly.link.time_change import is_time
from reportedly.text.word import words

_LEAST_ASIDE = 7.0  # the same of a clause between commas
_STEM = 5  # letters that a name and a word made of it share: 'Bangladesh', 'Bangladeshi'
_FEWEST = 3  # words of such a clause
_UNSAID = 0.15  # share of an aside's content words that may stand elsewhere by chance


def find_lost_asides(pairing: Pairing) -> list[Variation]:
    """List the caveats and the other names that an aligned passage lost."""
    found = find_lost_caveats(pairing)
    known = keys_of(pairing.derivative.body)
    body = pairing.derivative.body
    names = frozenset(word.form[:_STEM] for word in words(body) if body[word.start].isupper())
    cues = {hit.reach[0] for hit in (*find_cues(pairing.origin), *find_caveats(pairing.origin))}
    translated = is_translated(pairing.origin.body, pairing.derivative.body)
    for clause in pairing.origin.clauses:
        if not translated and _is_lost(pairing.origin, clause, known, names) and cues.isdisjoint(range(*clause)):
            there = find_counterpart(pairing.origin, clause, pairing.derivative)
            note = f"What stands between commas was left out: “{pairing.origin.text(clause)}”."
            found.append(pairing.tell(VariationKind.DETAIL_DROPPED, clause, there, Drift.NEUTRAL, note))
        if _is_alias(pairing.origin, clause) and _held(pairing.origin, clause, known) <= _UNSAID:
            note = "Another name of the same one was left out."
            found.append(pairing.tell(VariationKind.OMITTED, clause, None, Drift.NEUTRAL, note))
    return found


def _is_lost(passage: Passage, clause: Reach, known: frozenset[int], names: frozenset[str]) -> bool:
    """Tell whether a clause between commas, outside quotations, says what the retelling nowhere says."""
    said = [token for token in passage.tokens[slice(*clause)] if token.content]
    if clause[1] - clause[0] < _FEWEST or any(token.quoted for token in said) or not _is_aside(passage, clause):
        return False
    if not WITHHELD.isdisjoint(passage.forms[slice(*clause)]):
        return False  # why somebody is not named is told by itself
    whole = sum(token.idf for token in said)
    told = sum(t.idf for t in said if t.key in known or (t.capital and t.form[:_STEM] in names))
    return whole >= _LEAST_ASIDE and told <= _UNSAID * whole


def _is_aside(passage: Passage, clause: Reach) -> bool:
    """Tell whether a clause is set between commas in a sentence and opens as what qualifies the rest."""
    first = passage.tokens[clause[0]]
    opens = any(start <= first.start and not passage.body[start : first.start].strip() for start, _ in passage.bounds)
    opener = first.form in read_words("variation_openers.txt") or first.form.endswith(("ing", "ed"))
    return not opens and opener and not any(is_time(form) for form in passage.forms[slice(*clause)])


def _is_alias(passage: Passage, clause: Reach) -> bool:
    """Tell whether a clause says what someone is also called."""
    text = " " + " ".join(passage.forms[clause[0] : clause[1]]) + " "
    return any(f" {phrase} " in text for phrase in read_words("variation_aliases.txt"))


def _held(passage: Passage, clause: Reach, known: frozenset[int]) -> float:
    """Give the share of a clause's names that a report knows."""
    names = [token for token in passage.tokens[clause[0] : clause[1]] if token.capital and token.content]
    whole = sum(token.idf for token in names)
    return sum(token.idf for token in names if token.key in known) / whole if whole else 1.0
