"""Tell which of two related reports came first, and say why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from math import exp

from reportedly.link.align import Match
from reportedly.link.digest import Digest
from reportedly.link.exchange import find_exchanged, spell
from reportedly.link.kinship import find_kinship, holds_together
from reportedly.link.own_name import find_named
from reportedly.link.revision import is_later_version
from reportedly.link.voice import count_own_voice, looseness
from reportedly.link.weight import weigh

LEAST_ODDS = 1.1  # summed log-odds from which a direction is told; 1.1 is three to one
_OPENING = 3  # words in a row that a cut-off piece starts with
_VERSION = 0.7  # share of both reports that two versions of one have in common
_ALIEN = 0.12  # likeness of the rest to the shared part under which the rest may be another matter
_SURELY_ALIEN = 0.055  # the same where the other report has no rest to compare with
_KIN = 0.08  # how much nearer the other report's rest has to be
_NEARER = 0.1  # the same where the rest is not alien by itself
_HOST = 0.35  # share of a report that is more than some sentences put in
_ALIEN_TAIL = 0.09  # the same where the other report stands in this one word for word
_WORD_FOR_WORD = 0.985  # likeness
_ALL = 0.03  # share of a report that nobody misses
_CUT = 0.35  # share of a report that is left out where it is printed shorter
_LITTLE_EDITED = 0.75  # mean likeness
_MUCH_ALIKE = 0.5  # likeness of sentences whose words can be held against each other
_OWN_VOICE = 2  # times that a report says 'we' in its own voice from which it is that of who was there
# In a hundred words. Of 99 pairs of our own in which nobody else's report was told, the later ones had 3.2 more in
# nine; no earlier one had 3 more.
_LOOSENED = 3.2  # only leans: as a sign of direction it told wrongly on the mixed corpus, which has novels
_BY_CHANCE = 2  # words exchanged so that may be of good English


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
    lean: int = 0  # which one stands as origin where that is not told: the likelier, or the longer


@dataclass(frozen=True)
class _Side:
    """One of the two reports, and which of its sentences the other one holds."""

    digest: Digest
    held: frozenset[int]
    text: str  # its words, one letter each
    forms: Sequence[str]  # words by their letters' numbers, the same for both reports

    @cached_property
    def kinship(self) -> float | None:
        """How far what the other does not hold is of one matter with what it does; None where that is too little."""
        return find_kinship(self.digest.sentences, self.held)

    @cached_property
    def coherent(self) -> bool:
        """Whether what the other holds is of one matter itself."""
        return holds_together(self.digest.sentences, self.held)

    @cached_property
    def rest(self) -> float:
        """The share of the report that the other does not hold."""
        return 1 - self.digest.sentences.share(self.held)

    @cached_property
    def gaps(self) -> float:
        """The share that stands between sentences that the other holds, and that it does not hold itself."""
        between = set(range(min(self.held, default=0), max(self.held, default=0))) - self.held
        return self.digest.sentences.share(between)


Sign = Callable[[_Side, _Side, "Sequence[Match]"], Reason | None]


def tell_direction(one: Digest, other: Digest, matches: Sequence[Match]) -> Ruling:
    """Weigh every sign for `one` (number 0) and for `other` (number 1) having come first.

    Source: the signs and their order are those of anchors/lineage.md, section 4; the odds are set by hand.
    """
    turned = [Match(match.others, match.ones, match.score) for match in matches]
    table = one.tokens.table
    text = other.spelled if other.tokens.table is table else spell(other.tokens, table)
    first = _Side(one, frozenset(i for match in matches for i in match.ones), one.spelled, table.forms)
    second = _Side(other, frozenset(j for match in matches for j in match.others), text, table.forms)
    forth = [reason for sign in _SIGNS if (reason := sign(first, second, matches))]
    back = [reason for sign in _SIGNS if (reason := sign(second, first, turned))]
    balance = sum(reason.odds for reason in forth) - sum(reason.odds for reason in back)
    confidence = 1 / (1 + exp(-abs(balance)))
    if abs(balance) < LEAST_ODDS:
        return Ruling(None, round(confidence, 3), (), _lean(first, second, balance))
    kept = forth if balance > 0 else back
    words = tuple(reason.words for reason in sorted(kept, key=lambda reason: (-reason.odds, reason.words)))
    return Ruling(int(balance < 0), round(confidence, 3), words, int(balance < 0))


def _credited(first: _Side, second: _Side, _: Sequence[Match]) -> Reason | None:
    """The second names the first's outlet as another's."""
    named = second.digest.credits_to(first.digest.outlets)
    if not named:
        return _named(first, second)
    words = second.digest.report.body[named[0].start : named[0].end]
    return Reason(3.0, f"The later report credits {named[0].outlet}, whose report the other is: “{words}”.")


def _named(first: _Side, second: _Side) -> Reason | None:
    """The second tells what an outlet reported by whose name the first speaks of itself."""
    credit = find_named(first.digest, second.digest)
    if credit is None:
        return None
    words = second.digest.report.body[credit.start : credit.end]
    return Reason(2.0, f"The later report says “{words}”, and the other speaks of itself by that name.")


def _dated(first: _Side, second: _Side, _: Sequence[Match]) -> Reason | None:
    """The first was published before the second, as far as both tell."""
    one, two = _time(first.digest), _time(second.digest)
    if one is None or two is None or not came_before(first.digest, second.digest):
        return None
    clock = ", %H:%M %Z" if one.date() == two.date() else ""
    written = [f"{time.day} {time:%B %Y{clock}}" for time in (one, two)]
    return Reason(2.0, f"It was published earlier: {written[0]} against {written[1]}.")


def came_before(first: Digest, second: Digest) -> bool:
    """Tell whether the first report was published before the second, as far as both tell."""
    one, two = _time(first), _time(second)
    if one is None or two is None:
        return False
    timed = one.tzinfo is not None and two.tzinfo is not None
    return one < two if timed else one.date() < two.date()


def _time(digest: Digest) -> datetime | None:
    """Give when a report was published; only a time with its offset is more than a day."""
    try:
        return datetime.fromisoformat(digest.report.published or "")
    except ValueError:
        return None


def _signed(first: _Side, second: _Side, _: Sequence[Match]) -> Reason | None:
    """The first carries an agency's dateline or desk credits, the second none."""
    if first.digest.signed and not second.digest.signed:
        return Reason(1.2, "It carries an agency's dateline or desk credits, the other report none.")
    return None


def _broken(first: _Side, second: _Side, matches: Sequence[Match]) -> Reason | None:
    """The second holds cut-off pieces of sentences, the first fewer of them or none."""
    one, two = first.digest, second.digest
    matched = [(match.ones, j) for match in matches for j in match.others if is_fragment(two, j)]
    whole = sum(is_fragment(one, i) for match in matches for i in match.ones)
    if len(matched) <= whole:
        return None
    cut = [j for ones, j in matched if _cut_from(two, j, one, ones)]
    odds = min(2.5, 1.3 * len(cut) + 0.8 * (len(matched) - whole - len(cut)))
    start, end = two.bounds[(cut or [matched[0][1]])[0]]
    piece = two.report.body[start:end][:60]
    return Reason(max(0.1, odds), f"The later report holds a cut-off piece of it: “{piece}”.")


def _cut_from(digest: Digest, number: int, other: Digest, sentences: Sequence[int]) -> bool:
    """Tell whether a sentence starts with words from the middle of one of the other report's sentences."""
    opening = _wording(digest, number).split(" ")[:_OPENING]
    return any(f" {' '.join(opening)} " in f"{_wording(other, sentence)} " for sentence in sentences)


def _wording(digest: Digest, number: int) -> str:
    """Give the words of a sentence in lower case."""
    return " ".join(digest.tokens.forms[slice(*digest.places[number])]).lower()


def is_fragment(digest: Digest, number: int) -> bool:
    """Tell whether a sentence opens in lower case, as if cut out of a longer one."""
    start, end = digest.bounds[number]
    if not digest.report.body[start].islower():
        return False
    text = digest.report.body[start:end]
    return len(text.split()) > 1 and not _names_itself(text)


def _names_itself(text: str) -> bool:
    """Tell whether the first word is written so by its owner: 'iPhone', 'eBay'."""
    return any(letter.isupper() for letter in text.split()[0])


def _noticed(first: _Side, second: _Side, _: Sequence[Match]) -> Reason | None:
    """The second says that it updates or corrects what stood before, and is a version of the same report."""
    one, two = first.digest, second.digest
    if not is_later_version(one.report, two.report):
        return None
    if not one.outlets & two.outlets and max(first.rest, second.rest) > 1 - _VERSION:
        return None
    return Reason(1.5, "The later report says that it updates or corrects an earlier one.")


def _alien(first: _Side, second: _Side, matches: Sequence[Match]) -> Reason | None:
    """What the second has beside the shared part is another matter; what the first has belongs to it."""
    odds = _alien_odds(first, second, matches)
    if not odds or not second.coherent:
        return None
    return Reason(odds, "The later report sets the shared part among sentences of another matter.")


def _alien_odds(first: _Side, second: _Side, matches: Sequence[Match]) -> float:
    """Give how much it tells for the first that what the second has beside the shared part is less akin to it."""
    own, strange = first.kinship, second.kinship
    if strange is None:
        return 0.0
    if own is None:
        whole = first.rest <= _ALL and all(match.score >= _WORD_FOR_WORD for match in matches)
        return 1.8 if strange < (_ALIEN_TAIL if whole else _SURELY_ALIEN) else 0.0
    if strange < _ALIEN and own >= strange + _KIN:
        return 1.8
    return 1.2 if own >= strange + _NEARER and second.rest >= _HOST else 0.0


def _longer(first: _Side, second: _Side, matches: Sequence[Match]) -> Reason | None:
    """All of the second stands in the first, which has more of the same matter: more often cut than added to."""
    if second.rest > _ALL or first.rest < _ALL or first.rest > _CUT:
        return None
    if sum(match.score for match in matches) < _LITTLE_EDITED * len(matches):
        return None  # of what was reworded throughout, a sentence may only not be recognised
    words = "It holds all that the other report says, and more of the same matter"
    if first.gaps > _ALL:
        return Reason(1.3, f"{words}, here and there.")
    return Reason(0.9, f"{words}.")


def _displaced(first: _Side, second: _Side, matches: Sequence[Match]) -> Reason | None:
    """Where single words were exchanged, the second has words of content in the place of function words.

    Who edits by hand seldom does that; programs that reword a text do.
    """
    forth = back = 0
    example = ""
    for match in matches:
        if match.score < _MUCH_ALIKE:
            continue
        for one, two in find_exchanged(_letters(first, match.ones), _letters(second, match.others)):
            was, now = first.forms[ord(one)], first.forms[ord(two)]
            replaced, replacing = weigh(was).content, weigh(now).content
            forth += replacing > replaced
            back += replaced > replacing
            example = example or (f"“{now}” for “{was}”" if replacing > replaced else "")
    if forth <= back + _BY_CHANCE:
        return None
    return Reason(1.6, f"The later report has words out of place where this one has ordinary ones: {example}.")


def _letters(side: _Side, sentences: Sequence[int]) -> str:
    """Give the words of some sentences, one letter each."""
    return "".join([side.text[slice(*side.digest.places[number])] for number in sentences])


def _lean(first: _Side, second: _Side, balance: float) -> int:
    """Tell which of the two is the likelier origin where the signs do not say: by the voice, at last by the length."""
    spoken = int(_speaks_alone(first, second)) - int(_speaks_alone(second, first))
    one, two = looseness(first.digest), looseness(second.digest)
    loose = 0.0 if one is None or two is None or abs(two - one) < _LOOSENED else two - one
    longer = float(first.digest.sentences.mass.sum() - second.digest.sentences.mass.sum())
    return int(next((sign for sign in (balance, spoken, loose, longer) if sign), 0) < 0)


def _speaks_alone(one: _Side, other: _Side) -> bool:
    """Tell whether `one` says 'told us' in the shared part, where the other speaks of others throughout."""
    return count_own_voice(one.digest, one.held) >= _OWN_VOICE and not count_own_voice(other.digest, other.held)


_SIGNS: tuple[Sign, ...] = (_credited, _dated, _signed, _broken, _noticed, _alien, _longer, _displaced)
