"""Find what a retelling left out or put in: caveats, other names, sourced statements, whole sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from reportedly.data import read_words
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.align import Match
from reportedly.link.caveat import find_caveats, find_lost_caveats
from reportedly.link.cue_change import find_cues
from reportedly.link.digest import Digest
from reportedly.link.heading import is_heading
from reportedly.link.passage import Pairing, Passage, Reach, find_counterpart, keys_of
from reportedly.report import Completeness
from reportedly.span import Span

_LEAST_MASS = 14.0  # summed idf of a sentence that says something
_LEAST_SPOKEN = 4.0  # the same where the sentence quotes somebody
_LEAST_HELD = 0.5  # share of a report's sentences that must be matched before the rest counts as left out
_WITHHELD = frozenset({"anonymity", "named", "identified"})
_LEAST_ASIDE = 7.0  # the same of a clause between commas
_FEWEST = 3  # words of such a clause
_UNSAID = 0.15  # share of an aside's content words that may stand elsewhere by chance


def find_omissions(
    origin: Digest, derivative: Digest, matches: Sequence[Match], pieces: Collection[int] = ()
) -> list[Variation]:
    """List the sentences that only one of the two has; the derivative's `pieces` are known to be the origin's.

    Nothing is left out by a text that is cut short or that tells but a part, and nothing added by one that
    tells of other things as well.
    """
    found: list[Variation] = []
    short = derivative.report.completeness in (Completeness.TRUNCATED, Completeness.SUMMARY)
    if not short:
        for span, passage in _alone(origin, {i for match in matches for i in match.ones}):
            caveat = next(iter(find_caveats(passage)), None)
            found.append(
                Variation(
                    kind=VariationKind.OMITTED,
                    origin=span,
                    derivative=None,
                    direction=Drift.STRONGER if caveat else Drift.NEUTRAL,
                    note=(
                        f"“{caveat.phrase}” is gone: the retelling does not say what the origin does not know."
                        if caveat
                        else f"{'A sourced statement' if find_cues(passage) else 'A sentence'} was left out."
                    ),
                )
            )
    for span, _ in _alone(derivative, {j for match in matches for j in match.others}.union(pieces)):
        found.append(
            Variation(
                kind=VariationKind.ADDED,
                origin=None,
                derivative=span,
                direction=Drift.NEUTRAL,
                note="The origin does not say this.",
            )
        )
    return found


def _alone(digest: Digest, matched: set[int]) -> Iterable[tuple[Span, Passage]]:
    """Give the sentences of matter outside `matched`, if most of the report is matched."""
    bounds, mass = digest.sentences.bounds, digest.sentences.mass
    if len(matched) < _LEAST_HELD * len(bounds):
        return
    for number, (start, end) in enumerate(bounds):
        if number in matched or is_heading(digest.report.body, start, end):
            continue
        span, passage = Span.of(digest.report.body, start, end), Passage(digest.report.body, ((start, end),))
        spoken = mass[number] >= _LEAST_SPOKEN and any(token.quoted for token in passage.tokens)
        said = mass[number] >= _LEAST_MASS or spoken or find_caveats(passage)
        if said and not any(span.text in notice.text for notice in digest.report.notices):
            yield span, passage


def find_lost_asides(pairing: Pairing) -> list[Variation]:
    """List the caveats and the other names that an aligned passage lost."""
    found = find_lost_caveats(pairing)
    known = keys_of(pairing.derivative.body)
    cues = {hit.reach[0] for hit in (*find_cues(pairing.origin), *find_caveats(pairing.origin))}
    for clause in pairing.origin.clauses:
        if _is_lost(pairing.origin, clause, known) and cues.isdisjoint(range(*clause)):
            there = find_counterpart(pairing.origin, clause, pairing.derivative)
            note = f"What stands between commas was left out: “{pairing.origin.text(clause)}”."
            found.append(pairing.tell(VariationKind.DETAIL_DROPPED, clause, there, Drift.NEUTRAL, note))
        if _is_alias(pairing.origin, clause) and _held(pairing.origin, clause, known) <= _UNSAID:
            note = "Another name of the same one was left out."
            found.append(pairing.tell(VariationKind.OMITTED, clause, None, Drift.NEUTRAL, note))
    return found


def _is_lost(passage: Passage, clause: Reach, known: frozenset[int]) -> bool:
    """Tell whether a clause between commas, outside quotations, says what the retelling nowhere says."""
    said = [token for token in passage.tokens[slice(*clause)] if token.content]
    if clause[0] == 0 or clause[1] - clause[0] < _FEWEST or any(token.quoted for token in said):
        return False
    if not _WITHHELD.isdisjoint(passage.forms[slice(*clause)]):
        return False  # why somebody is not named is told by itself
    whole = sum(token.idf for token in said)
    return whole >= _LEAST_ASIDE and sum(t.idf for t in said if t.key in known) <= _UNSAID * whole


def _is_alias(passage: Passage, clause: Reach) -> bool:
    """Tell whether a clause says what someone is also called."""
    text = " " + " ".join(passage.forms[clause[0] : clause[1]]) + " "
    return any(f" {phrase} " in text for phrase in read_words("variation_aliases.txt"))


def _held(passage: Passage, clause: Reach, known: frozenset[int]) -> float:
    """Give the share of a clause's names that a report knows."""
    names = [token for token in passage.tokens[clause[0] : clause[1]] if token.capital and token.content]
    whole = sum(token.idf for token in names)
    return sum(token.idf for token in names if token.key in known) / whole if whole else 1.0
