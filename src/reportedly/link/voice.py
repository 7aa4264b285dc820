"""In whose voice a report is written, and how it joins its nouns: both tell a retelling from what it retells."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.link.digest import Digest

_WE = frozenset("we us our ours ourselves We Our I my me".split())
_FEWEST = 120  # words of which a share can be told
_PERCENT = 100.0


def count_own_voice(digest: Digest, sentences: Iterable[int]) -> int:
    """Count where a report speaks of itself as 'we' or 'us' in some sentences, outside quotations."""
    tokens = digest.tokens
    if _WE.isdisjoint(tokens.forms):
        return 0
    places = (place for number in sentences for place in range(*digest.places[number]))
    told = (int(tokens.starts[place]) for place in places if tokens.forms[place] in _WE)
    return sum(not any(mark.start <= start < mark.end for mark in digest.quotations) for start in told)


def looseness(digest: Digest) -> float | None:
    """Give how many more times in a hundred words nouns are joined by 'of' than by an apostrophe; None of a short text.

    'The city's mayor' comes back from another language, or from somebody who rewords all, as 'the mayor of the city'.
    """
    forms = digest.tokens.forms
    if len(forms) < _FEWEST:
        return None
    joined, owned = forms.count("of"), forms.count("s")  # words are cut at the apostrophe
    return _PERCENT * (joined - owned) / len(forms)
