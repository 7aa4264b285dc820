"""What the app answers, as OpenAPI tells it: every status, and the records behind every `.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from reportedly.claim import Claim, ClaimGroup
from reportedly.collection import Hit, Holdings, Revision
from reportedly.export.form import FORMS
from reportedly.export.schema import describe
from reportedly.job import Job
from reportedly.judgement import Entry, Judgement
from reportedly.lineage import Comparison, Derivation
from reportedly.picture import Answer, Survey, TimelineEntry
from reportedly.reading import Reading
from reportedly.serve.map_sheet import MapSheet
from reportedly.serve.screens.health import Effort
from reportedly.serve.screens.sources import Source
from reportedly.serve.screens.story import StoryPaper
from reportedly.serve.site_change import SiteChange
from reportedly.serve.story import Story
from reportedly.story_mark import StoryMark
from reportedly.trace import Trace

_RECORDS: Mapping[str, Any] = {
    "/desk.json": tuple[Story, ...],
    "/story.json": StoryPaper,
    "/lineage.json": tuple[Derivation, ...],
    "/compare.json": Comparison,
    "/report.json": Reading,
    "/versions.json": tuple[Revision, ...],
    "/claims.json": tuple[Claim, ...],
    "/claim-groups.json": tuple[ClaimGroup, ...],
    "/claim.json": Trace,
    "/map.json": MapSheet,
    "/sites.json": Survey | None,
    "/site.json": Survey | None,
    "/site-change.json": SiteChange,
    "/timeline.json": tuple[TimelineEntry, ...],
    "/questions.json": tuple[Answer, ...],
    "/question.json": Answer,
    "/search.json": tuple[Hit, ...],
    "/sources.json": tuple[Source, ...],
    "/health.json": Holdings,
    "/effort.json": Effort,
    "/jobs.json": tuple[Job, ...],
    "/judgements.json": tuple[Entry, ...],
    "/marks.json": tuple[StoryMark, ...],
}
_REFUSALS = {
    400: "something asked for does not exist as a choice, or the host is not known",
    403: "it may not be done by this person, from this page, or in the past",
    404: "it is not held",
    413: "more at once than is taken; nothing of it was kept",
    422: "a part of the request is not what it should be",
    429: "too often; the answer says when again",
    503: "the collection cannot be reached",
}
_REFUSAL = {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}
_PAGE = {"text/html": {"schema": {"type": "string"}}}


def describe_app(app: FastAPI) -> None:
    """Let the app's OpenAPI tell what its routes alone do not say."""

    @cache
    def told() -> dict[str, Any]:
        document = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        nouns: dict[str, Any] = {"Refusal": _REFUSAL}
        for path, operations in document["paths"].items():
            for method, operation in operations.items():
                operation["responses"] = _responses(path, method, nouns)
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        schemas.update(nouns)
        # The nouns refer to each other as the schemas that the command line prints do.
        mended: dict[str, Any] = json.loads(json.dumps(document).replace("#/$defs/", "#/components/schemas/"))
        return mended

    app.openapi = told  # type: ignore[method-assign]  # how FastAPI wants it to be replaced


def _responses(path: str, method: str, nouns: dict[str, Any]) -> dict[str, Any]:
    """Tell every answer of one operation; nouns that they hold go to `nouns`."""
    record = path.endswith(".json")
    refusal = {"application/json": {"schema": {"$ref": "#/components/schemas/Refusal"}}} if record else _PAGE
    answers = {str(status): {"description": why, "content": refusal} for status, why in _REFUSALS.items()}
    if record:
        answers["401"] = {"description": "nobody has signed in", "content": refusal}
    else:
        answers["303"] = {"description": "go there; to sign in where nobody has"}
    if path == "/sign-in":
        answers["401"] = {"description": "the name or the password is wrong", "content": _PAGE}
    answers["200"] = {"description": "here it is", "content": _content(path, nouns)}
    if path == "/judge" and method == "post":
        made = {"application/json": {"schema": describe(tuple[Judgement, ...], nouns)}}
        answers["201"] = {"description": "judged; to whoever accepts JSON", "content": made}
    return {status: answers[status] for status in sorted(answers)}


def _content(path: str, nouns: dict[str, Any]) -> dict[str, Any]:
    """Tell what an answer holds where all is well."""
    if path == "/export":
        return {form.media_type.partition(";")[0]: {} for form in FORMS.values()}
    if path.endswith(".json"):
        return {"application/json": {"schema": describe(_RECORDS[path], nouns)}}
    if path.endswith(".geojson"):
        return {"application/geo+json": {"schema": {"type": "object"}}}
    return _PAGE
