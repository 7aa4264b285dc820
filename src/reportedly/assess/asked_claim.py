"""Which claim a person means: an id, the beginning of one, or words of what it says."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claim import Claim
from reportedly.data import read_words
from reportedly.errors import UnknownResource
from reportedly.text.fold import fold
from reportedly.text.word import words

_LISTED = 6  # candidates that are named
_LONGEST = 70  # characters of a candidate's summary


def find_claim(claims: Sequence[Claim], asked: str) -> Claim:
    """Give the one claim that `asked` stands for.

    Args:
        claims: those there are.
        asked: an id, a beginning that no other id has, or words of which one summary alone holds all.

    Raises:
        UnknownResource: it stands for none of them, or for more than one; the message, one line, lists those.
    """
    wanted = " ".join(asked.split())
    if not wanted:
        raise UnknownResource("say which claim: an id, the beginning of one, or words of it")
    found = [claim for claim in claims if claim.id == wanted] or [c for c in claims if c.id.startswith(wanted)]
    found = found or _in_words(claims, wanted)
    if len(found) == 1:
        return found[0]
    if found:
        more = f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
        raise UnknownResource(f"“{wanted}” fits {len(found)} claims: {_list(found)}{more}")
    near = _nearest(claims, wanted)
    hint = f"; nearest: {_list(near)}" if near else ""
    raise UnknownResource(f"no claim of {len(claims)} has that id or holds all of “{wanted}”{hint}")


def _in_words(claims: Sequence[Claim], wanted: str) -> list[Claim]:
    """List the claims whose summary is `wanted`, else those that hold it as it is, else those with all of its words."""
    plain = _plain(wanted)
    keys = set(plain.split())
    if not keys:
        return []
    whole = [claim for claim in claims if _plain(claim.summary) == plain]
    return whole or [claim for claim in claims if keys <= set(_plain(claim.summary).split())]


def _nearest(claims: Sequence[Claim], wanted: str) -> list[Claim]:
    """List the claims that hold most of the words; where none holds one and there are few claims, all of them."""
    keys = set(_plain(wanted).split()) - read_words("stopwords.txt")
    shared = {claim.id: len(keys & set(_plain(claim.summary).split())) for claim in claims}
    most = max(shared.values(), default=0)
    if not most:
        return list(claims) if len(claims) <= _LISTED else []
    return [claim for claim in claims if shared[claim.id] == most]


def _plain(text: str) -> str:
    return " ".join(word.form for word in words(fold(text)))


def _list(claims: Sequence[Claim]) -> str:
    """List claims with their ids and as much of their words as tells them apart."""
    shown = claims[:_LISTED]
    told = [_short(claim.summary) for claim in shown]
    if len(set(told)) < len(told):  # they open alike: their words are told whole
        told = [claim.summary for claim in shown]
    if len(set(told)) < len(told):  # they are told alike: their words in the reports differ
        told = [f"{claim.summary} [{_said(claim)}]" for claim in shown]
    return "; ".join(f"{claim.id} {words}" for claim, words in zip(shown, told, strict=True))


def _said(claim: Claim) -> str:
    first = (*claim.supporting, *claim.opposing)[0]
    return f"{claim.type.value}, {first.evidence.text}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
