"""Find what was so in the one and is so in the other."""

from __future__ import annotations

from typing import NamedTuple

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.cue_change import find_cues
from reportedly.link.mode_change import find_mode_changes
from reportedly.link.passage import Pairing, Passage, Reach, find_likest, share_held

_FORMS = {"was": "be", "were": "be", "is": "be", "are": "be", "had": "have", "has": "have", "have": "have"}
_PAST = frozenset({"was", "were", "had"})
_NEAR = 3  # words behind the verb among which the first content word is what it says
_RELATIVE = frozenset({"which", "who", "that"})
_SHORTEST = 6  # letters of a participle: 'running', not 'being' or 'king'
_HELD_SO = frozenset("believed thought expected understood reported presumed feared known".split())
_HELD = 0.4  # share of a clause's content words that one which says the same holds


class State(NamedTuple):
    """A verb of being or having with what it says."""

    place: int
    verb: str
    said: int  # key of the next content word


def find_tense_changes(pairing: Pairing) -> list[Variation]:
    """List the first state that the origin tells as past and the derivative as present.

    A past tense that only follows 'said' is no past: where the past stands under a cue, nothing is told. Nor is
    the reverse: who writes later writes of what was going on as past.
    """
    found = _between_states(pairing) or _tenseless(pairing)
    return [found] if found else find_mode_changes(pairing)


def _between_states(pairing: Pairing) -> Variation | None:
    """Say which past state became present."""
    one, two = _states(pairing.origin), _states(pairing.derivative)
    for old in one:
        like = [new for new in two if (new.verb, new.said) == (old.verb, old.said)]
        alone = sum(state.verb == old.verb for state in one) == 1  # else another of them may be the one that was kept
        like = like or [new for new in two if alone and new.verb == old.verb and _of_one_clause(pairing, old, new)]
        present = bool(like) and all(pairing.derivative.forms[new.place] not in _PAST for new in like)
        if pairing.origin.forms[old.place] not in _PAST or not present or _shifted(pairing.origin, old):
            continue
        return pairing.tell(
            VariationKind.TENSE_CHANGED,
            pairing.origin.clause((old.place, old.place + 1)),
            pairing.derivative.clause((like[0].place, like[0].place + 1)),
            Drift.STRONGER,
            f"What the origin tells as past is told as present: “{pairing.origin.forms[old.place]}” became"
            f" “{pairing.derivative.forms[like[0].place]}”.",
        )
    return None


def _tenseless(pairing: Pairing) -> Variation | None:
    """Say where 'posts which were run by miners' became 'posts working with miners', which leaves the past out."""
    if _PAST & set(pairing.derivative.forms):
        return None
    for state in _states(pairing.origin):
        reach = _own_clause(pairing.origin, state)
        relative = pairing.origin.forms[reach[0]] in _RELATIVE and pairing.origin.forms[state.place] in _PAST
        if not relative or _shifted(pairing.origin, state):
            continue
        there = find_likest(pairing.origin, reach, pairing.derivative)
        forms = pairing.derivative.forms[there[0] : there[1]]
        timeless = any(form.endswith("ing") and len(form) >= _SHORTEST for form in forms)
        past = any(form.endswith("ed") for form in forms)
        if timeless and not past and share_held(pairing.origin, reach, pairing.derivative) >= _HELD:
            note = f"The past is gone: “{pairing.origin.forms[state.place]}”."
            return pairing.tell(VariationKind.TENSE_CHANGED, reach, there, Drift.STRONGER, note)
    return None


def _of_one_clause(pairing: Pairing, old: State, new: State) -> bool:
    """Tell whether the two stand in clauses that say much the same."""
    one, two = (_own_clause(passage, state) for passage, state in ((pairing.origin, old), (pairing.derivative, new)))
    held = {token.key for token in pairing.derivative.tokens[two[0] : two[1]]}
    said = [token for token in pairing.origin.tokens[one[0] : one[1]] if token.content]
    whole = sum(token.idf for token in said)
    return bool(said) and sum(token.idf for token in said if token.key in held) >= _HELD * whole


def _own_clause(passage: Passage, state: State) -> Reach:
    """Give the clause of a verb, from 'which' or 'that' on where it stands in such a one."""
    first, last = passage.clause((state.place, state.place + 1))
    before = range(max(first, state.place - _NEAR), state.place)
    return next((i for i in before if passage.forms[i] in _RELATIVE), first), last


def _states(passage: Passage) -> list[State]:
    """List the verbs of being and having outside quotations."""
    found = []
    for place, token in enumerate(passage.tokens):
        verb = _FORMS.get(token.form)
        if verb is None or token.quoted:
            continue
        behind = passage.tokens[place + 1 : place + 1 + _NEAR]
        said = next((after.key for after in behind if after.content), None)
        if said is not None and not _HELD_SO & {after.form for after in behind}:
            found.append(State(place, verb, said))
    return found


def _shifted(passage: Passage, state: State) -> bool:
    """Tell whether a reporting verb in the past tense may have made a present state past."""
    return any(
        hit.phrase.split()[0].endswith(("ed", "id", "old"))
        and passage.forms[hit.reach[1] : hit.reach[1] + 1] != ("by",)
        and hit.reach[0] != state.place + 1
        for hit in find_cues(passage)
    )
