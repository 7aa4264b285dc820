"""What STIX has no words for, as STIX 2.1 wants it: one extension-definition, and properties under its id.

Source: STIX 2.1 (OASIS Standard, 2021), 7.3.
"""

from __future__ import annotations

import json
from typing import Any

from reportedly.export.universal_id import universal_id
from reportedly.lineage import Relation

TOOL = f"identity--{universal_id('tool', 'reportedly')}"
EXTENSION = f"extension-definition--{universal_id('stix', 'extension', 1)}"
_FIXED = "2026-11-29T00:00:00.000Z"  # when version 1 of the extension was laid down; the objects here never change
_TEXT, _FLAG, _WHOLE = {"type": "string"}, {"type": "boolean"}, {"type": "integer", "minimum": 0}
_SHARE = {"type": "number", "minimum": 0, "maximum": 1}
_PROPERTIES: dict[str, Any] = {
    "extension_type": {"const": "property-extension"},
    "id": {**_TEXT, "description": "reportedly's own id of the report, claim or support"},
    "held": {**_FLAG, "description": "false: a report that others credit and that was not at hand"},
    "published_told": {
        **_FLAG,
        "description": "false: the report tells no date, and published is the picture's moment",
    },
    "relation": {"enum": [relation.value for relation in Relation] + ["credited"]},
    "score": {**_SHARE, "description": "how sure the relation is"},
    "direction_confidence": {**_SHARE, "description": "how sure it is which report came first"},
    "quote": {**_TEXT, "description": "the words that credit the other report"},
    "origins": {**_WHOLE, "description": "independent origins established behind the claim"},
    "origins_possible": {**_WHOLE, "description": "independent origins if unnamed sources are different people"},
    "bases_min": _WHOLE,
    "bases_max": _WHOLE,
    "independence": _TEXT,
    "credibility": {"type": "integer", "minimum": 1, "maximum": 6, "description": "Admiralty digit, suggested"},
    "start": {**_TEXT, "description": "first day that it may have happened, ISO 8601"},
    "end": {**_TEXT, "description": "last day that it may have happened, ISO 8601"},
    "side": {"enum": ["for", "against"]},
    "basis": _TEXT,
    "certainty": _TEXT,
    "origin": {**_TEXT, "description": "id of the report that the sentence goes back to"},
    "leg": {**_TEXT, "description": "supports of one leg are one independent origin"},
    "withdrawn": _FLAG,
    "field": {"enum": ["body", "title"]},
    "start_character": _WHOLE,
    "end_character": _WHOLE,
}


def extend(**properties: object) -> dict[str, Any]:
    """Give an `extensions` property; what is not told is left out."""
    told = {name: value for name, value in properties.items() if value is not None}
    return {EXTENSION: {"extension_type": "property-extension", **told}}


def define_extension() -> list[dict[str, Any]]:
    """Give the objects that every bundle begins with: who made it, and what the extension means."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": _PROPERTIES,
        "required": ["extension_type"],
        "additionalProperties": False,
    }
    common = {"spec_version": "2.1", "created": _FIXED, "modified": _FIXED}
    return [
        {"type": "identity", "id": TOOL, **common, "name": "reportedly", "identity_class": "system"},
        {
            "type": "extension-definition",
            "id": EXTENSION,
            **common,
            "created_by_ref": TOOL,
            "name": "reportedly lineage and counts",
            "description": "Which report was made from which, and how many independent origins stand behind a claim.",
            "schema": json.dumps(schema),
            "version": "1.0.0",
            "extension_types": ["property-extension"],
        },
    ]
