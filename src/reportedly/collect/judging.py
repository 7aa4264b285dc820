"""Drawing up a judgement from what a person says, so that whatever replays it needs nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from reportedly.analyse.gazetteer import find_entry, look_up
from reportedly.collect.subject import Guide, Target
from reportedly.correction import ATTRIBUTION_FIELDS, EVENT_FIELDS, PLACES, Spot, read_spot, write_spot
from reportedly.errors import JudgementFault
from reportedly.judgement import Act, Judgement, Mark, Subject, holding, identify_judgement

_POINT = re.compile(r"(.*?)[\s@]*(-?\d{1,3}(?:\.\d{1,12})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,12})?)", re.DOTALL | re.ASCII)
_DIGITS = "123456"
_FIELDED = (Act.CORRECT, Act.ADD)  # acts on one field of a record
_LONGEST = 300  # characters of a place
_SHOWN = 4  # places that a message offers


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a person asks for, in their own signs."""

    act: Act
    what: str
    value: str | None
    field: str | None
    why: str | None
    by: str

    @property
    def named(self) -> tuple[str, ...]:
        """Give all that it names of the collection."""
        beside = () if self.value is None or self.act in (*_FIELDED, Act.GRADE) else (self.value,)
        return (self.what, *beside)


def draw_up_judgement(asked: Request, guide: Guide) -> Judgement:
    """Make a judgement of what a person asks for.

    Raises:
        JudgementFault: it cannot be made; the message says why.
    """
    if asked.act is Act.UNDO:
        raise JudgementFault("undo names a judgement by its id")
    if asked.act is Act.ADD and asked.field is None:
        asked = replace(asked, field="type")
    if (asked.field is not None) != (asked.act in _FIELDED):
        raise JudgementFault("a field is told when correcting or adding, and only then")
    target = guide.find(asked.act, asked.what, asked.field)
    value, other = _value(asked, target, guide)
    return _signed(asked, Subject(target.subject), mark=target.mark, other=other, value=value)


def draw_up_together(asked: Iterable[Request], guide: Guide) -> tuple[Judgement, ...]:
    """Make judgements of what a person asks for at once: they share a moment, by which they are known as one decision.

    To reject a claim is to reject all that it rests on.

    Raises:
        JudgementFault: one of them cannot be made.
    """
    spread = (replace(each, what=what) for each in asked for what in guide.spread(each.act, each.what))
    return _at_once(draw_up_judgement(each, guide) for each in spread)


def draw_up_undoings(
    ids: Iterable[str], judgements: Sequence[Judgement], by: str, why: str | None
) -> tuple[Judgement, ...]:
    """Make judgements that undo others at once.

    Raises:
        JudgementFault: one of them is not held, or does not hold any more.
    """
    return _at_once(draw_up_undoing(each, judgements, by, why) for each in dict.fromkeys(ids))


def _at_once(made: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Give judgements the moment of the first of them, each once."""
    every = list(made)
    moved = (replace(each, at=every[0].at) for each in every)
    signed = [replace(each, id=identify_judgement(each)) for each in moved]
    return tuple({each.id: each for each in signed}.values())


def draw_up_undoing(id_: str, judgements: Sequence[Judgement], by: str, why: str | None) -> Judgement:
    """Make a judgement that undoes another one.

    Args:
        id_: the other one's id, or the beginning of it that no other shares.
        judgements: all that are held.
        by: who undoes it.
        why: the reason, if there is one to tell.

    Raises:
        JudgementFault: there is no such judgement, or it does not hold any more.
    """
    found = [each for each in judgements if each.id == id_] or [e for e in judgements if id_ and e.id.startswith(id_)]
    if len(found) != 1:
        told = f"stands for {', '.join(each.id for each in found[:_SHOWN])}" if found else "is no judgement held here"
        raise JudgementFault(f"{id_!r} {told}")
    holds = holding(judgements)
    undone = next((each for each in judgements if each.undoes == found[0].id and holds[each.id]), None)
    if undone is not None:
        raise JudgementFault(f"{found[0].id} was undone by {undone.id}: undo that to bring it back")
    asked = Request(act=Act.UNDO, what=id_, value=None, field=None, why=why, by=by)
    return _signed(asked, Subject.JUDGEMENT, mark=None, other=None, value=None, undoes=found[0].id)


def _signed(
    asked: Request,
    subject: Subject,
    *,
    mark: Mark | None,
    other: Mark | None,
    value: str | None,
    undoes: str | None = None,
) -> Judgement:
    """Give a judgement with its moment and its id."""
    by = _whole(asked.by)
    if not by or not by.strip():
        raise JudgementFault("it is not told who judges")
    drawn = Judgement(
        id="",
        at=datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z",
        by=by,
        act=asked.act,
        subject=subject,
        mark=mark,
        other=other,
        field=asked.field,
        value=_whole(value),
        why=_whole(asked.why),
        undoes=undoes,
    )
    return replace(drawn, id=identify_judgement(drawn))


def _whole(text: str | None) -> str | None:
    """Give text in which two halves of one character are that character: JSON would make one of them."""
    return None if text is None else text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _value(asked: Request, target: Target, guide: Guide) -> tuple[str | None, Mark | None]:
    """Give what a judgement says beside what it is about: a value, or what else it is about."""
    act, value = asked.act, asked.value
    if act in _FIELDED:
        return _corrected(target.subject, asked.field or "", value), None
    if act is Act.GRADE:
        if value is None or len(value) != 1 or value not in _DIGITS:
            raise JudgementFault(f"a grade is a digit from 1 to 6, not {value!r}")
        return value, None
    if act is Act.MERGE or target.subject is Subject.DERIVATION:
        if value is None:
            raise JudgementFault(f"to {act.value} names two {'claims' if act is Act.MERGE else 'reports'}")
        other = guide.find(act, value, None)
        if other.subject is not target.subject:
            raise JudgementFault(f"{value!r} is no report")
        if other.mark == target.mark:
            raise JudgementFault("both are one already" if act is Act.MERGE else "both have the same words")
        return None, other.mark
    if value is not None:
        raise JudgementFault(f"to {act.value} takes no value")
    return None, None


def _corrected(subject: Subject, field: str, value: str | None) -> str:
    """Check the value of a field, and give it in the form that is kept."""
    readers = EVENT_FIELDS if subject is Subject.EVENT else ATTRIBUTION_FIELDS
    if field not in readers:
        raise JudgementFault(f"{field!r} is no field of an {subject.value}: {', '.join(readers)}")
    if value is None:
        raise JudgementFault(f"it is not told what the {field} is")
    kept = _place(value) if field in PLACES else value
    readers[field](kept)
    return kept


def _place(value: str) -> str:
    """Give a place in full from its gazetteer id, or from a name and a point."""
    value = value.strip()
    if not value or value.startswith("{"):
        return value
    if len(value) > _LONGEST:
        raise JudgementFault(f"a place of {len(value)} characters is none")
    entry = find_entry(value.encode("utf-8", "replace").decode())
    if entry is not None:
        return write_spot(
            Spot(
                name=entry.name,
                lat=entry.lat,
                lon=entry.lon,
                radius_km=entry.radius_km,
                gazetteer_id=entry.gazetteer_id,
            )
        )
    parts = _POINT.fullmatch(value)
    if parts is None or not parts[1].strip():
        only = look_up(value)
        if len(only) == 1 and only[0].gazetteer_id:
            return _place(only[0].gazetteer_id)
        known = [f"{each.gazetteer_id} ({each.kind}, {each.country})" for each in look_up(value)[:_SHOWN]]
        hint = f": {'; '.join(known)}" if known else ""
        raise JudgementFault(f"{value!r} is no gazetteer id and no NAME LAT,LON{hint}")
    spot = Spot(name=parts[1].strip(), lat=float(parts[2]), lon=float(parts[3]), radius_km=None, gazetteer_id=None)
    read_spot(write_spot(spot))
    return write_spot(spot)
