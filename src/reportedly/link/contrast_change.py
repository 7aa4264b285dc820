"""Find words that pass for synonyms and claim different things: 'intention' and 'plans'."""

from __future__ import annotations

from reportedly.data import read_words
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.lexicon import Hit, find_phrases
from reportedly.link.passage import Pairing, Passage, share_held

_TABLE = "variation_contrasts.tsv"
_TIE = "tie"  # how a source stands to those it speaks about
_HELD = 0.3  # share of the words near it that the other side must say too
_LINKS = frozenset("linked affiliated backed aligned allied related supported sponsored funded inspired".split())
_TIES = _LINKS | frozenset(
    "links ties link tie affiliate affiliates connected close allies ally backing support".split()
)
_ROUND = 5  # words told on either side of such a word
_NEAR = 8  # words on either side


def find_contrast_changes(pairing: Pairing) -> list[Variation]:
    """List the words that were put for others of the same field and another grade, and ties told as identity."""
    found = _tied(pairing)
    ones, twos = _hits(pairing.origin), _hits(pairing.derivative)
    for field in sorted(ones.keys() & twos.keys()):
        if {hit.grade for hit in ones[field]} & {hit.grade for hit in twos[field]}:
            continue
        old, new = ones[field][0], twos[field][0]
        near = (max(0, old.reach[0] - _NEAR), old.reach[1] + _NEAR)
        if share_held(pairing.origin, near, pairing.derivative) >= _HELD:
            found.append(_tell(pairing, old, new))
    return found


def _tied(pairing: Pairing) -> list[Variation]:
    """Say where 'Belgian-linked' became 'Belgian'."""
    found = []
    for place, form in enumerate(pairing.origin.forms):
        first, _, last = form.rpartition("-")
        if last not in _LINKS or not first or pairing.origin.tokens[place].quoted:
            continue
        bare = [i for i, other in enumerate(pairing.derivative.forms) if other == first]
        if bare and not _TIES & {part for other in pairing.derivative.forms for part in other.split("-")}:
            reaches = (
                pairing.origin.window((place, place + 1), _ROUND, _ROUND),
                pairing.derivative.window((bare[0], bare[0] + 1), _ROUND, _ROUND),
            )
            note = f"“{form}” became “{first}”: what was only tied to it is told as its own."
            found.append(pairing.tell(VariationKind.DETAIL_CHANGED, *reaches, Drift.STRONGER, note))
    return found


def _hits(passage: Passage) -> dict[str, list[Hit]]:
    """Gather the words of the table outside quotations by their field."""
    gathered: dict[str, list[Hit]] = {}
    for hit in find_phrases(passage, _TABLE):
        if not passage.tokens[hit.reach[0]].quoted:
            gathered.setdefault(hit.field, []).append(hit)
    return gathered


def _tell(pairing: Pairing, old: Hit, new: Hit) -> Variation:
    """Say that a word became another one that claims something else."""
    clause = pairing.origin.clause(old.reach)
    near = slice(max(0, old.reach[0] - _NEAR), old.reach[1])
    source = read_words("variation_sources.txt") & set(pairing.origin.forms[near])
    tie = old.field == _TIE and bool(source)
    drift = Drift.STRONGER if new.grade > old.grade else Drift.WEAKER
    return pairing.tell(
        VariationKind.ATTRIBUTION_CHANGED if tie else VariationKind.DETAIL_CHANGED,
        clause,
        pairing.derivative.clause(new.reach),
        Drift.NEUTRAL if tie else drift,
        f"“{old.phrase}” became “{new.phrase}”"
        + (": the source stands otherwise to those it speaks about." if tie else "."),
    )
