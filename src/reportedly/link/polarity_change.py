"""Find what was denied in the one and is affirmed in the other."""

from __future__ import annotations

from reportedly.data import read_words
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.passage import Pairing, Passage, Reach
from reportedly.link.saying import around
from reportedly.link.spot import find_spot
from reportedly.link.weight import frequencies

_NEGATIONS = frozenset("not no never cannot neither nor without t nobody none nothing unable unlikely".split())
_NOT_ONLY = frozenset("only just merely more fewer less later yet longer doubt one".split())
_NOBODY = ("no", "one")
_FAILED = frozenset("fail fails failed failing".split())
_YET = ("yet", "to")
_UNNAMED = frozenset("named identified quoted".split())
_NAMED = 4  # words behind a denial among which these stand
_REACH = 6  # words that a negation reaches over
_ROUND = 9  # words round what is affirmed among which nothing may deny it
_HELD = 0.6  # share of what is denied that the other must say
_HELD_PLAIN = 0.45  # the same where the other denies nothing at all
_MOST = 3  # content words behind a negation that are what it denies
_LEAST_PLAIN = 1.5
_LEAST = 3.0  # summed idf of it
_SHORT = 8  # words of what is told


def find_polarity_changes(pairing: Pairing) -> list[Variation]:
    """List what one of the two denies and the other says with no denial near."""
    one, two = pairing.origin, pairing.derivative
    if _denials(one) == _denials(two):
        return []
    for passage, other in ((one, two), (two, one)):
        for place in range(len(passage.tokens)):
            told = _affirmed(passage, place, other)
            if told is None:
                continue
            here, there = around(passage, told[0], _SHORT), around(other, told[1], _SHORT)
            first, second = (here, there) if passage is one else (there, here)
            note = f"“{passage.text(told[0])}” is denied in one of the two and not in the other."
            drift = Drift.STRONGER if passage is one else Drift.NEUTRAL  # a denial that is lost claims more
            return [pairing.tell(VariationKind.POLARITY_CHANGED, first, second, drift, note)]
    return []


def denies(form: str) -> bool:
    """Tell whether a word denies something, or does so by what it means."""
    made = form.startswith("un") and (form[2:] in frequencies() or f"{form[2:]}s" in frequencies())
    return form in _NEGATIONS or made or form in read_words("variation_denials.txt")


def _denials(passage: Passage) -> int:
    """Count the words that deny something outside quotations."""
    return sum(denies(token.form) for token in passage.tokens if not token.quoted)


def _affirmed(passage: Passage, place: int, other: Passage) -> tuple[Reach, Reach] | None:
    """Give what the negation at `place` denies, and where the other says it with no denial near."""
    forms = passage.forms
    failed = forms[place] in _FAILED and forms[place + 1 : place + 2] == ("to",)
    if not (failed or forms[place] in _NEGATIONS) or passage.tokens[place].quoted or _limits(forms, place):
        return None
    denied = _denied(passage, place)
    told = [t for t in passage.tokens[slice(*denied)] if t.content and not t.form[0].isdigit()][:_MOST]
    said = {t.key: t.idf for t in told}
    whole = sum(said.values())
    plain = not any(denies(token.form) and token.key not in said for token in other.tokens if not token.quoted)
    held = sum(idf for key, idf in said.items() if key in other.keys)
    if whole < (_LEAST_PLAIN if plain else _LEAST) or held < (_HELD_PLAIN if plain else _HELD) * whole:
        return None
    if "since" in forms[place:] and "last" in other.forms:
        return None  # 'has not been seen since Friday', 'was last seen on Friday'
    spot = find_spot(passage, (place, place + 1), other)
    if not plain and told[0].key not in {t.key for t in other.tokens[slice(*spot)]}:
        return None
    pending = [i + 2 for i in range(len(other.forms)) if other.forms[i : i + 2] == _YET]
    if any(token.key == told[0].key for i in pending for token in other.tokens[i : i + 2]):
        return None  # 'has not commented', 'has yet to comment'
    if "too" in other.forms[max(0, spot[0] - _ROUND) : spot[1]]:
        return None  # 'cannot take it', 'is too shallow for it'
    near = other.tokens[max(0, spot[0] - _ROUND // 3) : spot[1] + _ROUND // 3]
    if any((denies(token.form) and token.key not in said) or token.quoted for token in near):
        return None
    held_at = next((i for i in range(*spot) if other.tokens[i].key in said), spot[0])
    return denied, (held_at, held_at + 1)


def _limits(forms: tuple[str, ...], place: int) -> bool:
    """Tell whether the negation only limits: 'not only', 'no more than', 'no doubt'."""
    behind = forms[place + 1 : place + 2]
    if not _UNNAMED.isdisjoint(forms[place + 1 : place + 1 + _NAMED]):
        return True  # 'not to be named', 'on condition of anonymity'
    if behind == ("longer",) and forms[place + 2 : place + 3] != ("than",):
        return False  # 'is no longer safe'
    return bool(behind) and behind[0] in _NOT_ONLY and (forms[place], behind[0]) != _NOBODY


def _denied(passage: Passage, place: int) -> Reach:
    """Give the words that the negation at `place` denies, with the verb in front of it."""
    last = place + 1
    while last < min(len(passage.tokens), place + 1 + _REACH) and not passage.breaks[last - 1]:
        last += 1
    return place, last
