"""Every support of every claim as a W3C Web Annotation on its report, and back again without loss.

Reports are named, not carried: each annotation quotes its words with a few before and after, and gives their
offsets in code points. Offsets of a title count in the title, which is a source of its own.
Source: Web Annotation Data Model (W3C Recommendation, 2017), 3.2 and 4.2.4, 4.2.5; collections, 5.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from reportedly.attribution import Basis, Certainty
from reportedly.claim import Support
from reportedly.errors import UnreadableInput
from reportedly.export.catalogue import Catalogue, catalogue
from reportedly.export.json_text import write_json
from reportedly.export.universal_id import TERMS, urn
from reportedly.export.untrusted import web_address
from reportedly.picture import Dossier
from reportedly.report import Report
from reportedly.span import Field, Span

Value = TypeVar("Value")
_AROUND = 32  # characters quoted before and after, by which words are found again in a text that has moved
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"reportedly": TERMS}]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One support with the claim that it speaks for or against."""

    claim: str
    summary: str
    side: str  # 'for' or 'against'
    support: Support


def annotate(dossier: Dossier) -> tuple[Annotation, ...]:
    """List every support of every claim, in the picture's order."""
    return tuple(
        Annotation(claim=claim.id, summary=claim.summary, side=side, support=support)
        for claim in dossier.picture.claims
        for side, supports in (("for", claim.supporting), ("against", claim.opposing))
        for support in supports
    )


def write_annotations(dossier: Dossier) -> str:
    """Write a collection of one page that holds an annotation for every support."""
    papers = catalogue(dossier)
    seen: dict[str, int] = {}
    items = [_item(each, papers.reports[each.support.report], papers, seen) for each in annotate(dossier)]
    key = (dossier.picture.as_of, *sorted(papers.reports))
    return write_json(
        {
            "@context": _CONTEXT,
            "id": urn("annotations", *key),
            "type": "AnnotationCollection",
            "label": "What claims rest on",
            "generator": {"id": urn("tool", "reportedly"), "type": "Software", "name": "reportedly"},
            "total": len(items),
            "first": {
                "id": urn("annotations", "page", *key),
                "type": "AnnotationPage",
                "startIndex": 0,
                "items": items,
            },
        }
    )


def _item(each: Annotation, report: Report, papers: Catalogue, seen: dict[str, int]) -> dict[str, Any]:
    """Write one annotation; `seen` keeps the ids of supports apart that differ in nothing that names them."""
    support, span = each.support, each.support.evidence
    keys = (each.claim, each.side, report.id, support.attribution, support.event, span.field, span.start, span.end)
    first = urn("annotation", *keys)
    seen[first] = seen.get(first, 0) + 1
    again = () if seen[first] == 1 else (seen[first],)
    return {
        "id": urn("annotation", *keys, *again),
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": each.summary},
            _body(each, urn("support", *keys, *again), papers),
        ],
        "target": {
            "type": "SpecificResource",
            "source": _source(report, span.field),
            "selector": _selectors(report, span),
        },
    }


def _body(each: Annotation, key: str, papers: Catalogue) -> dict[str, Any]:
    """Write what the words are to the claim; what is not told is left out."""
    support = each.support
    told = {
        "id": key,
        "type": "reportedly:Support",
        "reportedly:claim": each.claim,
        "reportedly:side": each.side,
        "reportedly:speaker": support.speaker,
        "reportedly:basis": support.basis.value,
        "reportedly:certainty": support.certainty.value,
        "reportedly:origin": support.origin,
        "reportedly:originName": papers.name(support.origin),
        "reportedly:leg": support.leg,
        "reportedly:withdrawn": support.withdrawn,
        "reportedly:attribution": support.attribution,
        "reportedly:event": support.event,
    }
    return {name: value for name, value in told.items() if value is not None}


def _source(report: Report, field: Field) -> dict[str, Any]:
    """Name the report that the words stand in, or its title."""
    title = field is Field.TITLE
    told = {
        "id": urn("report", report.id, "title") if title else urn("report", report.id),
        "type": "Text",
        "format": "text/plain",
        "language": report.language,
        "reportedly:report": report.id,
        "reportedly:field": field.value,
        "reportedly:publisher": report.publisher,
        "reportedly:published": report.published,
        "reportedly:url": web_address(report.url),
    }
    return {name: value for name, value in told.items() if value is not None}


def _selectors(report: Report, span: Span) -> list[dict[str, Any]]:
    """Find the words by what stands around them and by where they stand."""
    text = (report.title or "") if span.field is Field.TITLE else report.body
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.text,
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def read_annotations(text: str) -> tuple[Annotation, ...]:
    """Read back what `write_annotations` wrote.

    Raises:
        UnreadableInput: the text is no such collection; the message says what is missing.
    """
    try:
        return tuple(_read(item) for item in _items(json.loads(text)))
    except json.JSONDecodeError as fault:
        raise UnreadableInput(f"no JSON: {fault.msg} at character {fault.pos}") from fault
    except KeyError as fault:
        raise UnreadableInput(f"an annotation lacks {fault.args[0]!r}") from fault
    except (TypeError, AttributeError, ValueError, RecursionError) as fault:
        raise UnreadableInput(f"no collection of annotations of supports: {fault}") from fault


def _items(collection: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from collection["first"]["items"]


def _read(item: Mapping[str, Any]) -> Annotation:
    """Read one annotation."""
    words, body = _pick(item["body"], "TextualBody"), _pick(item["body"], "reportedly:Support")
    source = item["target"]["source"]
    return Annotation(
        claim=_text(body, "claim"),
        summary=_is(words["value"], str),
        side=_text(body, "side"),
        support=Support(
            report=_text(source, "report"),
            attribution=_text(body, "attribution") if "reportedly:attribution" in body else None,
            event=_text(body, "event") if "reportedly:event" in body else None,
            evidence=_span(item["target"]["selector"], Field(_text(source, "field"))),
            speaker=_text(body, "speaker"),
            basis=Basis(_text(body, "basis")),
            certainty=Certainty(_text(body, "certainty")),
            origin=_text(body, "origin"),
            leg=_text(body, "leg"),
            withdrawn=_is(body["reportedly:withdrawn"], bool),
        ),
    )


def _text(part: Mapping[str, Any], name: str) -> str:
    return _is(part[f"reportedly:{name}"], str)


def _is(value: Any, kind: type[Value]) -> Value:
    """Give a value back if it is of the kind."""
    if type(value) is not kind:
        raise ValueError(f"{value!r:.60} where a {kind.__name__} belongs")
    return value


def _span(selectors: list[Mapping[str, Any]], field: Field) -> Span:
    quote, position = _pick(selectors, "TextQuoteSelector"), _pick(selectors, "TextPositionSelector")
    start, end, exact = _is(position["start"], int), _is(position["end"], int), _is(quote["exact"], str)
    if start < 0 or end - start != len(exact):
        raise ValueError(f"[{start}:{end}] cannot hold a quotation of {len(exact)} characters")
    return Span(start=start, end=end, text=exact, field=field)


def _pick(parts: list[Mapping[str, Any]], kind: str) -> Mapping[str, Any]:
    """Give the part of a kind."""
    for part in parts:
        if part["type"] == kind:
            return part
    raise KeyError(kind)
