"""Tell which of two related reports came first, and say why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import exp

from reportedly.link.align import Match
from reportedly.link.credit import signs_as_agency
from reportedly.link.digest import Digest
from reportedly.link.kinship import find_kinship, holds_together
from reportedly.link.revision import is_later_version
from reportedly.text.word import words

LEAST_ODDS = 1.1  # summed log-odds from which a direction is told; 1.1 is three to one
_OPENING = 3  # words in a row that a cut-off piece starts with
_VERSION = 0.7  # share of both reports that two versions of one have in common
_ALIEN = 0.12  # likeness of the rest to the shared part under which the rest may be another matter
_SURELY_ALIEN = 0.055  # the same where the other report has no rest to compare with
_KIN = 0.08  # how much nearer the other report's rest has to be


@dataclass(frozen=True, slots=True)
class Reason:
    """One sign that `first` came before `second`, in log-odds and in words."""

    odds: float  # above 0
    words: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """Which of the two came first (0 or 1, None where it cannot be told) and why."""

    first: int | None
    confidence: float  # 0 to 1
    reasons: tuple[str, ...]


Sign = Callable[[Digest, Digest, "Sequence[Match]"], Reason | None]


def tell_direction(one: Digest, other: Digest, matches: Sequence[Match]) -> Ruling:
    """Weigh every sign for `one` (number 0) and for `other` (number 1) having come first.

    Source: the signs and their order are those of anchors/lineage.md, section 4; the odds are set by hand.
    """
    turned = [Match(match.others, match.ones, match.score) for match in matches]
    forth = [reason for sign in _SIGNS if (reason := sign(one, other, matches))]
    back = [reason for sign in _SIGNS if (reason := sign(other, one, turned))]
    balance = sum(reason.odds for reason in forth) - sum(reason.odds for reason in back)
    confidence = 1 / (1 + exp(-abs(balance)))
    if abs(balance) < LEAST_ODDS:
        return Ruling(None, round(confidence, 3), ())
    kept = forth if balance > 0 else back
    words = tuple(reason.words for reason in sorted(kept, key=lambda reason: (-reason.odds, reason.words)))
    return Ruling(0 if balance > 0 else 1, round(confidence, 3), words)


def _credited(first: Digest, second: Digest, _: Sequence[Match]) -> Reason | None:
    """The second names the first's outlet as another's."""
    named = second.credits_to(first.outlets)
    if not named:
        return None
    words = second.report.body[named[0].start : named[0].end]
    return Reason(3.0, f"The later report credits {named[0].outlet}, whose report the other is: “{words}”.")


def _dated(first: Digest, second: Digest, _: Sequence[Match]) -> Reason | None:
    """The first was published before the second, as far as both tell."""
    one, two = _time(first), _time(second)
    if one is None or two is None:
        return None
    timed = one.tzinfo is not None and two.tzinfo is not None
    if one >= two if timed else one.date() >= two.date():
        return None
    clock = ", %H:%M %Z" if one.date() == two.date() else ""
    written = [f"{time.day} {time:%B %Y{clock}}" for time in (one, two)]
    return Reason(2.0, f"It was published earlier: {written[0]} against {written[1]}.")


def _time(digest: Digest) -> datetime | None:
    """Give when a report was published; only a time with its offset is more than a day."""
    try:
        return datetime.fromisoformat(digest.report.published or "")
    except ValueError:
        return None


def _signed(first: Digest, second: Digest, _: Sequence[Match]) -> Reason | None:
    """The first carries an agency's dateline or desk credits, the second none."""
    if signs_as_agency(first.report) and not signs_as_agency(second.report):
        return Reason(1.2, "It carries an agency's dateline or desk credits, the other report none.")
    return None


def _broken(first: Digest, second: Digest, matches: Sequence[Match]) -> Reason | None:
    """The second holds cut-off pieces of sentences, the first fewer of them or none."""
    matched = [(match.ones, j) for match in matches for j in match.others if is_fragment(second, j)]
    whole = sum(is_fragment(first, i) for match in matches for i in match.ones)
    if len(matched) <= whole:
        return None
    cut = [j for ones, j in matched if _cut_from(second, j, first, ones)]
    odds = min(2.5, 1.3 * len(cut) + 0.8 * (len(matched) - whole - len(cut)))
    start, end = second.bounds[(cut or [matched[0][1]])[0]]
    piece = second.report.body[start:end][:60]
    return Reason(max(0.1, odds), f"The later report holds a cut-off piece of it: “{piece}”.")


def _cut_from(digest: Digest, number: int, other: Digest, sentences: Sequence[int]) -> bool:
    """Tell whether a sentence starts with words from the middle of one of the other report's sentences."""
    start, end = digest.bounds[number]
    opening = [word.form for word in words(digest.report.body[start:end])][:_OPENING]
    for sentence in sentences:
        one, last = other.bounds[sentence]
        wording = " ".join(word.form for word in words(other.report.body[one:last]))
        if f" {' '.join(opening)} " in f"{wording} ":
            return True
    return False


def is_fragment(digest: Digest, number: int) -> bool:
    """Tell whether a sentence opens in lower case, as if cut out of a longer one."""
    start, end = digest.bounds[number]
    text = digest.report.body[start:end]
    return text[:1].islower() and len(text.split()) > 1 and not _names_itself(text)


def _names_itself(text: str) -> bool:
    """Tell whether the first word is written so by its owner: 'iPhone', 'eBay'."""
    return any(letter.isupper() for letter in text.split()[0])


def _noticed(first: Digest, second: Digest, matches: Sequence[Match]) -> Reason | None:
    """The second says that it updates or corrects what stood before, and is a version of the same report."""
    if not is_later_version(first.report, second.report):
        return None
    held = (
        first.sentences.share({i for match in matches for i in match.ones}),
        second.sentences.share({j for match in matches for j in match.others}),
    )
    if not first.outlets & second.outlets and min(held) < _VERSION:
        return None
    return Reason(1.5, "The later report says that it updates or corrects an earlier one.")


def _alien(first: Digest, second: Digest, matches: Sequence[Match]) -> Reason | None:
    """What the second has beside the shared part is another matter; what the first has belongs to it."""
    shared = {j for match in matches for j in match.others}
    strange = find_kinship(second.sentences, shared)
    if strange is None or strange >= _ALIEN or not holds_together(second.sentences, shared):
        return None
    own = find_kinship(first.sentences, {i for match in matches for i in match.ones})
    if strange >= _SURELY_ALIEN if own is None else own < strange + _KIN:
        return None
    return Reason(1.8, "The later report sets the shared part among sentences of another matter.")


def _longer(first: Digest, second: Digest, matches: Sequence[Match]) -> Reason | None:
    """All of the second stands in the first, which has more that belongs to it: more often cut than added to."""
    own = find_kinship(first.sentences, {i for match in matches for i in match.ones})
    rest = find_kinship(second.sentences, {j for match in matches for j in match.others})
    if own is None or rest is not None or own < _ALIEN:
        return None
    return Reason(0.5, "It holds all that the other report says, and more of the same matter.")


_SIGNS: tuple[Sign, ...] = (_credited, _dated, _signed, _broken, _noticed, _alien, _longer)
