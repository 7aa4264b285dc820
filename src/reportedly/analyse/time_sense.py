"""Tell whether words that look like a time are one, where they can mean something else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.token_at import TokenAt
from reportedly.data import read_table, read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

Match = re.Match[str]

_PERIODS = ("for", "in", "of", "during", "over", "through", "throughout", "into")
# What may follow 'the year' where it is the report's own: no noun, and nothing that tells which year.
_AFTER_PERIOD = frozenset("IN TO CC POS VBD VBZ VBP VBN VBG MD RB , . : ''".split()) | {""}
_TELLS_WHICH = ("of", "that", "when", "before", "after", "in")
_PARTS = frozenset("months weeks days hours half quarter most much rest remainder part".split())
_SEASON_OPENERS = frozenset("in over during since until by through throughout before after of this".split())
_MONTH_OPENERS = frozenset("in since until last next during by".split())
_PHRASE_OPENERS = frozenset("DT PRP PRP$ NN NNS NNP NNPS JJ CD VBG WDT".split())


def fits(form: str, match: Match, words: TokenAt) -> bool:
    """Tell whether what matched a form is a time."""
    check = _CHECKS.get(form)
    return (check is None or check(match, words)) and not _in_known_name(match)


@cache
def _known_names() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(read_words("time_names.txt")))) + r")(?!\w)")


def _in_known_name(match: Match) -> bool:
    """Tell whether the words stand in a name such as 'the Sunday Times'."""
    if not any(letter.isalpha() for letter in match.group()):
        return False
    first, last = max(match.start() - 24, 0), match.end() + 24
    near = match.string[first:last].lower()
    start, end = match.start() - first, match.end() - first
    return any(name.start() < end and start < name.end() for name in _known_names().finditer(near))


def _before(match: Match, words: TokenAt) -> Token | None:
    tokens = words.run(match.start(), match.start() + 1)
    return words.doc[tokens.start - 1] if tokens is not None and tokens.start else None


def _behind(match: Match, words: TokenAt) -> Token | None:
    tokens = words.run(max(match.end() - 1, 0), match.end())
    return words.doc[tokens.end] if tokens is not None and tokens.end < len(words.doc) else None


def _month(match: Match, words: TokenAt) -> bool:
    """'may', 'march' and 'mar' are words too, and 'Dec' without a stop or a day is somebody's name."""
    word = match["month"].rstrip(".")
    plain = {row["word"] for row in read_table("months.tsv") if row["plain"] == "yes"}
    if not word[0].isupper() or (len(word) == 3 and word != "May" and not match["month"].endswith(".")):
        return bool(match.groupdict().get("year")) and word[0].isupper()
    if word.lower() in plain or match["year"] or match["which"] or match["edge"]:
        return True
    tokens = words.run(match.start("month"), match.start("month") + len(word))
    return tokens is not None and tokens[0].tag_ == "NNP" and not _in_name(tokens[0], words.doc)


def _in_name(token: Token, doc: Doc) -> bool:
    """Tell whether a month's name is part of a longer proper name: 'Theresa May', 'March of Dimes'."""
    before = doc[token.i - 1] if token.i else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if before is not None and before.lower_ in _MONTH_OPENERS:
        return token.ent_type_ in ("PERSON", "ORG")
    if token.dep_ in ("nsubj", "aux") and token.head.lemma_.lower() in read_words("toponym_mind_verbs.txt"):
        return True  # 'May told parliament'
    return bool(
        (before is not None and before.tag_ == "NNP")
        or (after is not None and after.tag_ == "NNP")
        or token.ent_type_ in ("PERSON", "ORG", "GPE")
    )


def _date(match: Match, words: TokenAt) -> bool:
    """A month has its capital; 'in May first' is no 1 May."""
    return match["month"][0].isupper()


def _day(match: Match, words: TokenAt) -> bool:
    """'the 9th' is a day after a preposition, where no noun follows: not 'the 9th Circuit', 'in the 9th'."""
    before, behind = _before(match, words), _behind(match, words)
    if before is None or before.lower_ not in ("on", "by", "until", "since", "from", "to", "till", "before", "after"):
        return False
    return match["which"] is not None or behind is None or behind.tag_[:2] not in ("NN", "JJ", "CD", "HY")


def _weekday(match: Match, words: TokenAt) -> bool:
    """A short form needs its stop: 'Sat.' and 'Sun.' are days, 'sat' and 'Sun' are not."""
    word = match["weekday"]
    if not word[0].isupper() or not (word.lower().endswith("day") or word.endswith(".")):
        return False
    return not match.groupdict().get("side") or not _opens_phrase(_behind(match, words))


def _opens_phrase(token: Token | None) -> bool:
    """Tell whether a noun phrase begins here: 'the day before the vote' is counted from the vote."""
    return token is not None and token.tag_ in _PHRASE_OPENERS


def _year(match: Match, words: TokenAt) -> bool:
    """Four figures are a year unless they count or measure: '2000 soldiers', '1,950.5', 'Resolution 1701'."""
    year = match["year"]
    if not year.isdigit():
        spelled = year.lower()
        return not spelled.startswith("two thousand") or " and " in spelled or bool(match.groupdict().get("the"))
    text = match.string
    before, after = text[max(match.start() - 14, 0) : match.start()], text[match.end() : match.end() + 16].lower()
    if re.match(r"[.,]\d| ?%|-(?:strong|seat|member|page|foot|mile|meter|metre)", after) or _is_label(before):
        return False
    counted = re.match(r" ([a-z]+(?: cent)?)", after)
    if counted and counted[1] in read_words("time_counted.txt"):
        return False
    tokens = words.run(match.start("year"), match.end("year"))
    counts = tokens is not None and tokens[0].dep_ == "nummod" and tokens[0].head.tag_ == "NNS"
    return not (counts and year.endswith("00"))


def _is_label(before: str) -> bool:
    """Tell whether the words right before four figures make them a number or a count."""
    if re.search(r"(?:\d[.,]|[$£€#])$", before):
        return True
    word = re.search(r"(\S+) $", before)
    return word is not None and word[1].lower() in read_words("time_labels.txt")


def _years(match: Match, words: TokenAt) -> bool:
    return not _is_label(match.string[max(match.start() - 14, 0) : match.start()])


def _duration(match: Match, words: TokenAt) -> bool:
    """An age is no length of time, 'a second man' no second, and 'a quarter of' a share; '$2 a year' is a rate."""
    after = match.string[match.end() : match.end() + 5]
    unit, number = match["unit"].lower(), (match.groupdict().get("number") or "").lower()
    if after.startswith((" old", "-old")) or (unit in ("second", "quarter") and number in ("a", "an", "one")):
        return False
    if unit.endswith("s") and number in ("a", "an"):
        return False
    before = _before(match, words)
    if match.group().lower().startswith("last ") and before is not None and before.tag_ in ("MD", "TO", "RB"):
        return False  # 'will last months'
    if number in ("a", "an") and match.group().lower() == f"{number} {unit}":
        return not after.startswith("-") and not _is_rate(before)
    return True


def _is_rate(before: Token | None) -> bool:
    """Tell whether 'a year' tells how much a year: right after a count, a noun or a sum.

    Source: TimeBank marks one of six; it is no time of anything.
    """
    return before is not None and (before.tag_ in ("NN", "NNS", "CD", "$") or before.text == "%")


def _ago(match: Match, words: TokenAt) -> bool:
    groups = match.groupdict()
    if groups.get("side") and groups["side"].lower() != "earlier" and _opens_phrase(_behind(match, words)):
        return False
    if (groups.get("which") or "").lower() == "next" and groups.get("way") is None:
        before = _before(match, words)
        return before is None or before.lower_ != "the"
    return bool(groups.get("which") or groups.get("number")) or (groups.get("unit") or "").lower().endswith("s")


def _unit(match: Match, words: TokenAt) -> bool:
    """'This Week' in capitals is the name of a programme."""
    return not match.group().istitle()


def _own_unit(match: Match, words: TokenAt) -> bool:
    """'the year' is the report's own after a preposition, where nothing tells that it is another."""
    before, behind = _before(match, words), _behind(match, words)
    if not match.group().islower() or before is None or before.lower_ not in _PERIODS:
        return False
    if before.lower_ == "of" and before.i and words.doc[before.i - 1].lower_ not in _PARTS:
        return False  # 'nine months of the year', not 'the footballer of the year'
    tag = behind.tag_ if behind is not None else ""
    return tag in _AFTER_PERIOD and (behind is None or behind.lower_ not in _TELLS_WHICH)


def _season(match: Match, words: TokenAt) -> bool:
    """A season alone is a time after a preposition; 'the fall of Damascus', 'the spring offensive' are none."""
    before, behind = _before(match, words), _behind(match, words)
    if before is None or before.lower_ not in _SEASON_OPENERS or not match["season"].islower():
        return False
    if match["season"].lower() == "fall" and not match.group().lower().startswith("the ") and before.lower_ != "this":
        return False
    tokens = words.run(match.start("season"), match.end("season"))
    joined = tokens is not None and tokens[0].dep_ in ("compound", "amod", "nmod")
    return behind is None or not (joined or behind.lower_ in ("of", "to", "from", "-"))


def _deictic(match: Match, words: TokenAt) -> bool:
    """'Today' with a capital right after a name belongs to it."""
    word = match["word"]
    before = _before(match, words)
    return not (word.istitle() and before is not None and before.tag_ == "NNP" and match.start() > 0)


def _reference(match: Match, words: TokenAt) -> bool:
    """'current' is a time before a noun: it is the adjective, not the tide."""
    if match["word"].lower() != "current":
        return True
    tokens = words.run(match.start(), match.end())
    return tokens is not None and tokens[0].dep_ == "amod" and match["word"].islower()


def _set(match: Match, words: TokenAt) -> bool:
    """'daily' is how often something is done where it stands with a verb; TimeBank leaves 'the daily paper' alone."""
    if (match.groupdict().get("word") or "").lower() not in ("daily", "nightly", "weekly", "monthly"):
        return True
    tokens = words.run(match.start(), match.end())
    return tokens is not None and tokens[0].dep_ == "advmod" and match.group().islower()


_CHECKS = {
    "ago": _ago,
    "bare_season": _season,
    "date": _date,
    "day": _day,
    "deictic": _deictic,
    "duration": _duration,
    "month": _month,
    "own_unit": _own_unit,
    "ref": _reference,
    "set": _set,
    "unit": _unit,
    "weekday": _weekday,
    "year": _year,
    "years": _years,
}
