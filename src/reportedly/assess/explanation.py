"""Why a claim has its grade, in one or two plain sentences that name the legs."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.assess.corroborate import Standing, Telling

_NAMED = 3  # legs that are named; the others are counted
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def explain(
    support: Standing, against: Standing, speakers: Mapping[tuple[str, int, int, str], str], titles: Mapping[str, str]
) -> str:
    """Say on which legs a claim rests, and what keeps it from a better grade.

    Args:
        support: what stands behind it.
        against: what stands against it.
        speakers: who, in words, for each mention.
        titles: newsrooms as the reports write them.
    """
    if not support.origins:
        return "Nothing stands behind it any more: every support was withdrawn."
    named = [_name_leg(leg, speakers, titles) for leg in support.legs[:_NAMED]]
    rest = support.origins - len(named)
    listed = "; ".join(named) + (f"; and {in_words(rest)} more" if rest else "")
    return f"{_legs(support.origins).capitalize()}: {listed}.{_caveat(support, against)}"


def _caveat(support: Standing, against: Standing) -> str:
    """Say what keeps the grade from being better; nothing where nothing does."""
    if support.unknown:
        return " No words tell which newsroom this comes from, so its lineage cannot be judged."
    if against.origins:
        return f" Against it: {_legs(against.origins)}."
    if support.unverified and support.origins == 1:
        return " The outlet says that it could not verify this."
    if support.possible > support.origins:
        return f" Unnamed sources may make it {in_words(support.possible)}."
    return ""


def _legs(count: int) -> str:
    """Count legs in words."""
    return f"{in_words(count)} {'leg' if count == 1 else 'legs'}"


def in_words(count: int) -> str:
    """Give a small number as a word."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _name_leg(
    leg: tuple[Telling, ...], speakers: Mapping[tuple[str, int, int, str], str], titles: Mapping[str, str]
) -> str:
    """Name the speakers of a leg and who collected them."""
    whom = list(dict.fromkeys(speakers[telling.mention.key] for telling in leg))
    rooms = list(dict.fromkeys(titles.get(telling.source.newsroom, "") for telling in leg))
    more = f" and {in_words(len(whom) - 2)} more" if len(whom) > 2 else ""
    through = ", ".join(room for room in rooms[:2] if room and room not in whom)
    return ", ".join(whom[:2]) + more + (f" (through {through})" if through else "")
