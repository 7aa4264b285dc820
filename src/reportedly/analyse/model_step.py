"""Two steps of spaCy's pipeline taken a shorter way, to the same result.

spaCy 3.8 matches each of its 179 tag rules against every word, and asks for the interpreter's lock for each label of
each word while it looks for names: the two came to half of the time of a parse.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler, EntityRecognizer
    from spacy.tokens import Doc

_ASKS = ("TAG", "LOWER", "DEP", "IS_SPACE")  # what the rules ask of a word
_SETS = ("TAG", "DEP", "POS", "MORPH", "LEMMA")  # what they set
_KEPT = 16_384  # kinds of words remembered, some 8 MB; a report of 400 words brings up to 50 new ones
_Kind = tuple[int, ...]  # the values of _ASKS, in the numbers of the model's own table of strings
_Test = Callable[[_Kind], bool]


def run_model(pipeline: Language, rules: TagRules, doc: Doc) -> Doc:
    """Run every component of the model over a doc that has its sentences."""
    for name, component in pipeline.pipeline:
        if name == "attribute_ruler":
            rules.apply(doc)
        elif name == "ner":
            find_names(component, doc)
        else:
            doc = component(doc)
    return doc


def find_names(recognizer: EntityRecognizer, doc: Doc) -> None:
    """Set the names of a doc as the model's recognizer does.

    What a word scores outside a name hangs on that word alone, so all are scored at once. The transitions are spaCy's.
    """
    model: Any = recognizer.model.predict([doc])  # spaCy's classes carry no types
    weights, bias = model.vec2scores.get_param("W"), model.vec2scores.get_param("b")

    def score(words: Sequence[tuple[int, int, int]]) -> Any:
        """Score rows of the word at hand and the first and the last word of the open name; -1 for none."""
        hidden = model.state2vec.predict(np.array(words, dtype=np.int32))
        return recognizer.model.ops.gemm(hidden, weights, trans2=True) + bias

    outside = score([(i, -1, -1) for i in range(len(doc))])
    (state,) = unfinished = recognizer.moves.init_batch([doc])
    while unfinished:
        at = state.B(0)
        scores = score([(at, state.E(0), at - 1)]) if state.entity_is_open() else outside[at : at + 1]
        unfinished = recognizer.transition_states(unfinished, scores)
    model.clear_memory()  # 2 kB a word, which a cycle of references would keep
    recognizer.set_annotations([doc], [state])


class _Rule(NamedTuple):
    """A rule: what it asks of a word, and of the next one, and what it sets on one of them."""

    number: int  # of two rules the one with the higher number has the last word
    first: _Test
    second: _Test | None
    sets_word: int  # 0 to set the first word, 1 the second
    sets: tuple[int | None, ...]  # for each of _SETS; None to leave it


class TagRules:
    """spaCy's rules for parts of speech, features and some lemmas, looked up by the kind of word."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._rules = tuple(_read_rules(ruler))
        self._look = lru_cache(maxsize=_KEPT)(self._of_kind)

    def apply(self, doc: Doc) -> None:
        """Set what the rules set on each word."""
        kinds = [tuple(row) for row in doc.to_array(list(_ASKS)).tolist()]
        values: list[_Kind] = []
        longer: dict[int, list[_Rule]] = defaultdict(list)
        for i, kind in enumerate(kinds):
            found, two_words = self._look(kind)
            values.append(found)
            for rule in two_words:
                if rule.second is not None and i + 1 < len(kinds) and rule.second(kinds[i + 1]):
                    longer[i + rule.sets_word].append(rule)
        for i, rules in longer.items():
            values[i] = _settle(kinds[i], (*self._one_word(kinds[i]), *rules))
        doc.from_array(list(_SETS), np.array(values, dtype=np.uint64))  # type: ignore[arg-type]  # so named by spaCy

    def _one_word(self, kind: _Kind) -> list[_Rule]:
        return [rule for rule in self._rules if rule.second is None and rule.first(kind)]

    def _of_kind(self, kind: _Kind) -> tuple[_Kind, tuple[_Rule, ...]]:
        """Give what the rules of one word set on a kind of word, and the rules of two words that may begin with it."""
        two_words = tuple(rule for rule in self._rules if rule.second is not None and rule.first(kind))
        return _settle(kind, self._one_word(kind)), two_words


def _settle(kind: _Kind, rules: Iterable[_Rule]) -> _Kind:
    """Give what rules set on a word that has its tag and its dependency and nothing else."""
    found = [kind[0], kind[2], 0, 0, 0]
    for rule in sorted(rules, key=lambda rule: rule.number):
        found = [old if new is None else new for old, new in zip(found, rule.sets, strict=True)]
    return tuple(found)


def _read_rules(ruler: AttributeRuler) -> Iterator[_Rule]:
    from spacy.attrs import IDS

    strings: Any = ruler.vocab.strings
    for number, (numbers, index) in enumerate(zip(ruler.attrs, ruler.indices, strict=True)):
        sets = tuple(numbers.get(IDS[name]) for name in _SETS)
        for pattern in ruler.matcher.get(str(number))[1]:
            tests = [_all_of([_test(_ASKS.index(name), asked, strings) for name, asked in p.items()]) for p in pattern]
            second = tests[1] if len(tests) > 1 else None
            yield _Rule(number, tests[0], second, index, sets)


def _all_of(tests: Sequence[_Test]) -> _Test:
    return lambda kind: all(test(kind) for test in tests)


def _test(column: int, asked: Any, strings: Any) -> _Test:
    """Read what a rule asks of one value of a word: that it be one, one of several, none of several, or like a form."""
    how, what = next(iter(asked.items())) if isinstance(asked, dict) else ("IN", [asked])
    if how == "REGEX":
        pattern = re.compile(str(what))
        return lambda kind: pattern.search(strings[kind[column]]) is not None
    values = frozenset(int(one) if isinstance(one, bool) else strings.add(one) for one in what)
    return {"IN": lambda kind: kind[column] in values, "NOT_IN": lambda kind: kind[column] not in values}[how]
