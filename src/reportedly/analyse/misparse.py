"""Mend what the model hangs in the wrong place: lists, numbers that stand for nouns, subjects of what is believed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportedly.analyse.asset import category_of
from reportedly.analyse.quantity import of_noun

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token


def all_of(noun: Token) -> Token:
    """Give the head of a list of assets that a participle after it speaks of: 'a convoy of vans and trucks heading'.

    What is mounted on or with them goes where they go: 'pickups fitted with guns heading west' are pickups.
    """
    for _ in range(6):
        above = _carrier(noun) if noun.dep_ == "pobj" else noun.head
        if above is None or category_of(noun) is None or category_of(above) is None:
            break
        if noun.dep_ not in ("conj", "pobj"):
            break
        noun = above
    return noun


def _carrier(noun: Token) -> Token | None:
    """Give what a preposition's noun belongs to: a column 'of trucks', tanks 'on trailers', 'fitted with guns'."""
    preposition, above = noun.head, noun.head.head
    if preposition.lower_ not in ("of", "on", "with", "aboard"):
        return None
    if above.tag_ != "VBN":
        return (
            of_noun(above) if above.like_num and preposition.lower_ != "of" else above
        )  # 'six of the tanks on trailers'
    subject = next((child for child in above.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    return subject or (above.head if above.dep_ == "acl" else None)


def believed(verb: Token, subject: Token) -> Token | None:
    """Give who 'are believed by officials to have left': the model makes the officials leave; else None."""
    above = verb.head
    by = subject.left_edge.i - 1
    infinitive = any(child.lower_ == "to" and child.i == subject.right_edge.i + 1 for child in verb.lefts)
    stolen = any(child.i == by and child.lower_ == "by" and not child.children for child in above.rights)
    if not (verb.dep_ in ("ccomp", "xcomp") and infinitive and stolen):
        return None
    return next((child for child in above.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)


def true_subject(verb: Token, subject: Token) -> Token | None:
    """Give the true subject of a main clause that the model hangs below its subject's own modifier; else None.

    In 'the troops sent there after the storm have begun', it reads 'after the storm have begun' as a clause.
    """
    modifier = verb.head
    marked = any(child.dep_ == "mark" and child.i == subject.left_edge.i - 1 for child in verb.children)
    if verb.dep_ != "advcl" or not marked or modifier.dep_ not in ("acl", "relcl"):
        return None
    noun = modifier.head
    others = [child for child in noun.head.children if child.dep_ == noun.dep_ and child.i != noun.i]
    return noun if noun.head.i == noun.i or (noun.dep_ == "nsubj" and others) else None


def is_joined_object(noun: Token, thing: Token) -> bool:
    """Tell whether a noun that hangs on a verb by 'and' is another object of it."""
    acts = any(child.dep_ in ("nsubj", "nsubjpass") for child in noun.children)
    return noun.dep_ == "conj" and noun.pos_ in ("NOUN", "PROPN") and noun.i > thing.i and not acts


def strayed_beside(verb: Token, objects: Sequence[Token]) -> list[Token]:
    """List the words beside a verb on which the model hangs phrases that are the verb's own: numbers and measures."""
    # 'flew 38 people to one town and another 12 to the capital': it joins the number to the verb.
    numbers = [child for child in verb.rights if child.dep_ == "conj" and child.like_num]
    # 'flew 11 tonnes of wheat from A to B': it hangs the way on the wheat.
    measured = (of_noun(noun) for noun in objects if noun.i > verb.i and noun.ent_type_ == "QUANTITY")
    return [*numbers, *(noun for noun in measured if noun is not None), *_set_apart(objects)]


def _set_apart(objects: Sequence[Token]) -> Iterator[Token]:
    """List the shares of an object told behind a comma: 'flew 312 people, some 200 of them children, from A to B'."""
    for noun in objects:
        after = noun.doc.tokens[noun.right_edge.i + 1 : min(noun.right_edge.i + 6, noun.sent.end)]
        if not after or after[0].text != ",":
            continue
        shares = (word for word in after[1:] if word.like_num and word.head.i != noun.i)
        yield from (word for word in shares if any(of.lower_ in ("them", "whom") for of in _wholes(word)))


def _wholes(number: Token) -> list[Token]:
    return [noun for child in number.rights if child.lower_ == "of" for noun in child.rights if noun.dep_ == "pobj"]


def counted_between(verb: Token) -> Token | None:
    """Give the subject that a range opens, which the model takes for a phrase: 'between 80 and 100 men have passed'."""
    for child in verb.lefts:
        nouns = [noun for noun in child.rights if noun.dep_ == "pobj"] if child.lower_ == "between" else []
        if nouns and nouns[0].tag_ == "NNS" and any(word.tag_ == "CD" and word.n_rights for word in nouns[0].lefts):
            return nouns[0]
    return None


def nearest_subject(verb: Token, subject: Token) -> Token:
    """Give the last of several subjects before a verb: what stands before them is the dateline, or brought in again."""
    others = [child for child in verb.lefts if child.dep_ == subject.dep_ and child.pos_ in ("NOUN", "PROPN", "NUM")]
    last = others[-1] if others else subject
    between = verb.doc.tokens[subject.i : last.left_edge.i]
    return last if any(token.tag_ == ":" and token.text in ("-", "--") for token in between) else subject


def is_told_of(verb: Token) -> bool:
    """Tell whether a verb behind a noun is the noun's own, whoever tells it: in 'two tugs left Sur, agents said'.

    The model makes 'left' a participle and both nouns the subjects of 'said'.
    """
    noun = verb.head
    rivals = [child for child in noun.head.lefts if child.dep_ == "nsubj" and child.i > verb.i]
    return noun.dep_ == "nsubj" and bool(rivals) and rivals[0].left_edge.nbor(-1).text == ","


def is_left(verb: Token, word: Token) -> bool:
    """Tell whether a name is what was left, though the model takes it for what somebody became."""
    return verb.lower_ == "left" and word.dep_ == "oprd" and word.is_title and word.i == verb.i + 1


def finite_subject(verb: Token) -> Token | None:
    """Give who does what the model takes for a participle, in a sentence that has no other verb: 'gunmen fired shots'.

    A participle after its noun has no object: 'gunmen on motorbikes sprayed bullets at a wedding'.
    """
    root = verb.sent.root
    alone = verb.dep_ == "acl" and verb.tag_ == "VBN" and root.pos_ in ("NOUN", "PROPN") and root.i < verb.i
    if not alone or not any(child.dep_ == "dobj" for child in verb.rights):
        return None
    above = verb.head
    while above.i != root.i and above.dep_ in ("pobj", "prep"):
        above = above.head
    return root if above.i == root.i else None
