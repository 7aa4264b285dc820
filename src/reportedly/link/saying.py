"""Who says what in sentences that are compared, and which saying of the one report stands for which of the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.attribution import Attribution, CueClass, Stance
from reportedly.link.passage import Passage, Reach
from reportedly.link.weight import weigh
from reportedly.reading import Reading
from reportedly.span import Field, Span
from reportedly.text.word import words

PRONOUNS = frozenset("he she it they i we who which that one someone somebody nobody him her them us".split())
_ALIKE = 0.3  # share of what is said that two sayings have in common, on average, where they stand for each other
_ALIKE_SOLE = 0.12  # the same where the sentences hold but one each
_KNOWN = 0.25  # what the same words for the source add to it
_ROUND = 4  # words on either side of a saying's frame that are told with it
_SAID = 24  # words of what is said that are told with a frame
_LONG = 14  # words of a frame beyond which only those next to the cue are told
_SHORT = 8  # words of a frame that can be understood by itself


@dataclass(frozen=True, eq=False)
class Saying:
    """What one cue carries: the source, the cue and all that hangs on it."""

    told: tuple[Attribution, ...]
    passage: Passage
    source: Span | None

    @cached_property
    def first(self) -> Attribution:
        """The first of its attributions, which stands for them all."""
        return self.told[0]

    @cached_property
    def content(self) -> dict[int, float]:
        """The content words of what is said, by key, with their weight."""
        parts = (part for told in self.told for part in told.content)
        return {key: idf for part in parts for key, idf in keys_of(part.text).items()}

    @cached_property
    def spoken(self) -> Reach | None:
        """Where in the passage stands what is said."""
        parts = [part for told in self.told for part in told.content]
        return reach_of(self.passage, min(p.start for p in parts), max(p.end for p in parts)) if parts else None

    @cached_property
    def named(self) -> frozenset[int]:
        """The keys of the words for the source as they stand here."""
        return frozenset(keys_of(self.source.text)) if self.source else frozenset()

    @cached_property
    def who(self) -> frozenset[int]:
        """The keys of all that the report tells of the source."""
        speaker = self.first.speaker
        more = " ".join(filter(None, (speaker.name, speaker.role, speaker.affiliation)))
        return self.named | frozenset(keys_of(more))

    @cached_property
    def anaphoric(self) -> bool:
        """Tell whether the source is only pointed at: 'he', 'the ministry'."""
        forms = [word.form for word in words(self.source.text)] if self.source else []
        pointed = len(forms) == 2 and forms[0] in ("the", "this")
        return not forms or pointed or (len(forms) == 1 and forms[0] in PRONOUNS)

    @property
    def frame(self) -> Reach | None:
        """Where the source and the cue stand, with a few words round them where they are few."""
        spans = [span for span in (self.source, self.first.cue) if span]
        reach = reach_of(self.passage, min(s.start for s in spans), max(s.end for s in spans)) if spans else None
        return around(self.passage, self._cut(reach)) if reach else None

    @property
    def naming(self) -> Reach | None:
        """Where the frame stands; of a long one the words for the source, as far as they come first."""
        source, frame = self.source, self.frame
        reach = reach_of(self.passage, source.start, source.end) if source else None
        if reach is None or frame is None or frame[0] <= reach[0]:
            return frame
        return around(self.passage, (reach[0], min(reach[1], reach[0] + _LONG)))

    @property
    def whole(self) -> Reach | None:
        """Where the frame stands, with the words of what is said that are next to it."""
        frame, spoken = self.frame, self.spoken
        if frame is None or spoken is None:
            return frame
        first, last = max(spoken[0], frame[0] - _SAID), min(spoken[1], frame[1] + _SAID)
        return min(frame[0], first), max(frame[1], last)

    def _cut(self, reach: Reach) -> Reach:
        """Cut a long reach to the words next to the cue."""
        cue = self.first.cue
        at = reach_of(self.passage, cue.start, cue.end) if cue else None
        if at is None or reach[1] - reach[0] <= _LONG:
            return reach
        return max(reach[0], at[0] - _LONG // 2), min(reach[1], at[1] + _LONG // 2)


def keys_of(text: str) -> dict[int, float]:
    """Give the keys of a text's content words with their weight."""
    weighed = (weigh(word.form) for word in words(text))
    return {weight.key: weight.idf for weight in weighed if weight.content}


def reach_of(passage: Passage, start: int, end: int) -> Reach | None:
    """Give the tokens of `passage` that stand in `[start, end)` of the body."""
    inside = [place for place, token in enumerate(passage.tokens) if token.start < end and start < token.end]
    return (inside[0], inside[-1] + 1) if inside else None


def around(passage: Passage, reach: Reach, short: int = _SHORT) -> Reach:
    """Widen a short reach by a few words of its sentence on either side."""
    if reach[1] - reach[0] >= short:
        return reach
    at = passage.tokens[reach[0]].start
    start, end = next((b for b in passage.bounds if b[0] <= at < b[1]), (0, len(passage.body)))
    places = range(max(0, reach[0] - _ROUND), min(len(passage.tokens), reach[1] + _ROUND))
    inside = [place for place in places if start <= passage.tokens[place].start < end]
    return inside[0], inside[-1] + 1


def read_sayings(passage: Passage, reading: Reading) -> tuple[Saying, ...]:
    """List what sources say in the sentences of `passage`; what nobody is named for is no saying."""
    gathered: dict[int, list[Attribution]] = {}
    for told in reading.attributions:
        place = told.cue or told.source
        if place is None or place.field is not Field.BODY:
            continue
        if any(start <= place.start < end for start, end in passage.bounds):
            gathered.setdefault(place.start, []).append(told)
    found = (Saying(tuple(told), passage, told[0].source) for told in gathered.values())
    return tuple(s for s in found if s.source is not None and s.frame is not None and not _is_name(s))


def _is_name(saying: Saying) -> bool:
    """Tell whether the cue is a name that is spelt like one: 'Said'."""
    cue = saying.first.cue
    started = cue is not None and any(start == cue.start for start, _ in saying.passage.bounds)
    return cue is not None and not started and cue.text[:1].isupper() and " " not in cue.text


def share(one: Saying, other: Saying) -> float:
    """Give the share of what `one` says that `other` says too."""
    whole = sum(one.content.values())
    return sum(idf for key, idf in one.content.items() if key in other.content) / whole if whole else 0.0


def is_told_in(one: Saying, other: Saying) -> bool:
    """Tell whether who speaks in `other`, and that he does, is what `one` tells: '"He will press for it," she said'."""
    cue = keys_of(other.first.cue.text) if other.first.cue else {}
    acts = bool(other.named) and other.named <= one.content.keys() and not other.named & one.who
    return acts and bool(cue) and cue.keys() <= one.content.keys()


def speaks(saying: Saying) -> bool:
    """Tell whether somebody vouches for something here, or denies it."""
    told = saying.first
    return told.stance in (Stance.ASSERTS, Stance.DENIES) and told.cue_class not in (CueClass.OTHER, CueClass.ASK)


def _both_silent(old: Saying, new: Saying) -> bool:
    """Tell whether the same source will not speak in both."""
    silent = old.first.stance is new.first.stance is Stance.DECLINES
    return silent and bool(old.who & new.who)


def _same_source(old: Saying, new: Saying) -> bool:
    """Tell whether both name their source in the same words."""
    return bool(old.named) and old.named == new.named and not old.anaphoric and not new.anaphoric


def pair_sayings(ones: Sequence[Saying], twos: Sequence[Saying]) -> tuple[tuple[Saying, Saying], ...]:
    """Pair the sayings of aligned sentences: those that say most of the same first, each once."""
    if len(ones) == len(twos) == 1 and ones[0].named and ones[0].named == twos[0].named:
        return ((ones[0], twos[0]),)  # 'the company denied it', 'the company did not dispute this'
    pairs: list[tuple[int, int]] = []
    for _, i, j in _ranked(ones, twos):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    left = [i for i in range(len(ones)) if i not in {a for a, _ in pairs}]
    free = [j for j in range(len(twos)) if j not in {b for _, b in pairs}]
    named = [(i, j) for i in left for j in free if _same_source(ones[i], twos[j])]
    if len(named) == 1:
        return tuple((ones[i], twos[j]) for i, j in sorted([*pairs, *named]))
    if len(left) == len(free) == 1:
        old, new = ones[left[0]], twos[free[0]]
        if (share(old, new) + share(new, old)) / 2 >= _ALIKE_SOLE and not old.anaphoric and not new.anaphoric:
            pairs.append((left[0], free[0]))
    return tuple((ones[i], twos[j]) for i, j in sorted(pairs))


def _ranked(ones: Sequence[Saying], twos: Sequence[Saying]) -> list[tuple[float, int, int]]:
    """Rank which sayings may stand for each other, by their numbers, the likest first."""
    sole = len(ones) == len(twos) == 1
    ranked = []
    for i, old in enumerate(ones):
        for j, new in enumerate(twos):
            alike = (share(old, new) + share(new, old)) / 2
            worth = alike + (_KNOWN if old.who & new.who else 0.0)
            if _both_silent(old, new):
                alike, worth = max(alike, _ALIKE), max(worth, _ALIKE)
            if alike >= (_ALIKE_SOLE if sole else _ALIKE) or (worth >= _ALIKE and alike > 0):
                ranked.append((-worth, i, j))
    return sorted(ranked)
