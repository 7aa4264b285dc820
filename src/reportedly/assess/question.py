"""Answer a question from the claims: a ledger of what speaks for it and against it, is unclear, or is missing."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.assess.asked import Asked
from reportedly.assess.claim_day import days_ago, latest_day
from reportedly.assess.framing import prepare
from reportedly.assess.gap import find_gaps
from reportedly.assess.ledger_odds import judge
from reportedly.assess.side import Bearing, sign_of
from reportedly.assess.story import reports_about
from reportedly.assess.testimony import Testimonies, Testimony
from reportedly.assess.verdict import weigh
from reportedly.assess.wording import stems, total
from reportedly.claim import Claim
from reportedly.picture import Answer, LedgerLine, Side
from reportedly.reading import Reading
from reportedly.watchlist import Question, Watchlist

_SHARED = 0.5  # share of a question's words, by what they tell, that a claim has to share where only words are left


def answer_questions(
    watchlist: Watchlist, claims: Sequence[Claim], readings: Sequence[Reading], as_of: str | None
) -> tuple[Answer, ...]:
    """Answer the watchlist's questions, in its order, from claims in the order in which they are shown."""
    if not watchlist.questions:
        return ()
    testimonies = Testimonies(readings, claims)
    told = [(claim, tellings) for claim in claims if claim.origins and (tellings := testimonies.of(claim))]
    return tuple(_answer(question, watchlist, told, readings, as_of) for question in watchlist.questions)


def _answer(
    question: Question,
    watchlist: Watchlist,
    told: Sequence[tuple[Claim, list[Testimony]]],
    readings: Sequence[Reading],
    as_of: str | None,
) -> Answer:
    """Answer one question."""
    asked = prepare(question, watchlist, readings)
    near = reports_about(question.text, readings)
    found = [
        (claim, bearing)
        for claim, tellings in told
        if any(support.report in near for support in claim.supporting)
        and (bearing := judge(asked, claim, tellings, as_of) if asked else _by_words(question, tellings)) is not None
    ]
    lines = sorted(
        (_line(claim, bearing, as_of) for claim, bearing in _folded(found)),
        key=lambda line: (list(Side).index(line.side), line.sign, -line.origins),
    )
    by_id = {claim.id: claim for claim, _ in told}
    verdict = weigh(lines, by_id, understood=asked is not None)
    return Answer(
        question=question.text,
        understood=_understood(asked) if asked else "the words alone",
        missing=None if asked else question.missing or "it was not read",
        lines=tuple(lines),
        supporting=_on(lines, Side.FOR),
        opposing=_on(lines, Side.AGAINST),
        elsewhere=_on(lines, Side.ELSEWHERE),
        unclear=_on(lines, Side.UNCLEAR),
        gaps=find_gaps(asked, watchlist, told, lines, as_of) if asked else (),
        verdict=verdict.verdict,
        why=verdict.why,
    )


def _folded(found: Sequence[tuple[Claim, Bearing]]) -> list[tuple[Claim, Bearing]]:
    """Leave out claims that stand on the same side in the same words: a sentence is no more for naming two places."""
    kept: dict[tuple[object, ...], tuple[Claim, Bearing]] = {}
    for claim, bearing in found:
        first = next(support for support in claim.supporting if not support.withdrawn)
        key = (bearing.side, first.report, first.evidence)
        if key not in kept or len(claim.supporting) > len(kept[key][0].supporting):
            kept[key] = (claim, bearing)
    return list(kept.values())


def _on(lines: Sequence[LedgerLine], side: Side) -> tuple[str, ...]:
    """List the claims on one side."""
    return tuple(line.claim for line in lines if line.side is side)


def _by_words(question: Question, tellings: Sequence[Testimony]) -> Bearing | None:
    """Hold a question that was not understood against a claim by its words: what shares most of them bears on it."""
    wanted = stems(question.text)
    shared = wanted & frozenset().union(*(stems(told.sentence) for told in tellings))
    if not wanted or total(shared) < _SHARED * total(wanted):
        return None
    return sign_of(Side.UNCLEAR, "shares words with the question")


def _line(claim: Claim, bearing: Bearing, as_of: str | None) -> LedgerLine:
    """Write one claim up as a line of the ledger."""
    live = [support for support in claim.supporting if not support.withdrawn]
    return LedgerLine(
        claim=claim.id,
        side=bearing.side,
        reason=bearing.reason,
        sign=bearing.sign,
        origins=claim.origins,
        bases=claim.bases,
        basis=tuple(dict.fromkeys(support.basis for support in live)),
        certainty=live[0].certainty,
        age_days=days_ago(latest_day(claim), as_of),
    )


def _understood(asked: Asked) -> str:
    """Say what a question was taken to ask."""
    pattern = asked.question.pattern
    if pattern is None:
        return ""
    where = [place.name for place in asked.places] or [f"any {kind} of the actor" for kind in pattern.place_kinds]
    parts = [
        f"act: {pattern.acts[0]}" + (f" ({asked.act.name})" if asked.act.name not in ("", pattern.acts[0]) else ""),
        f"actor: {pattern.actor.name}" if pattern.actor else "",
        f"of: {pattern.target}" if pattern.target and not pattern.place_kinds else "",
        f"with: {', '.join(dict.fromkeys(asset.name for asset in pattern.assets))}" if pattern.assets else "",
        f"where: {', '.join(where)}" if where else "",
        "yes means that it does not happen" if asked.inverted else "",
    ]
    return "; ".join(part for part in parts if part)
