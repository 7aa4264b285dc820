"""Pages and records as answers: what is escaped, how addresses are made, how text that no UTF-8 holds is sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from fastapi import Response
from jinja2 import Environment

from reportedly.claim import Claim, Support
from reportedly.export.template import set_up_templates
from reportedly.export.untrusted import mend, web_address
from reportedly.record import to_record

STATIC = Path(__file__).parent / "static"


def show_page(template: str, shown: Mapping[str, object], *, status: int = 200) -> Response:
    """Fill a template in; whatever it writes is escaped."""
    text = environment().get_template(template).render(**shown)
    return Response(mend(text), status_code=status, media_type="text/html; charset=utf-8")


def give_record(value: object, *, status: int = 200) -> Response:
    """Give a noun, or anything made of nouns, as JSON, the same as the command line prints."""
    record = [to_record(each) for each in value] if isinstance(value, list) else to_record(value)
    text = json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace")
    return Response(text, status_code=status, media_type="application/json")


def link(path: str, **asked: object) -> str:
    """Make an address of a screen; what is None or empty is left out.

    >>> link("/claims", place="Beira", origins=None)
    '/claims?place=Beira'
    """
    told = {name.rstrip("_"): str(value) for name, value in asked.items() if value is not None and value is not False}
    # What a template leaves undefined is empty, too, and no None.
    query = urlencode({name: mend(value) for name, value in told.items() if value})
    return f"{path}?{query}" if query else path


def lead_support(claim: Claim) -> Support:
    """Give the support in whose words a claim is told; else the first that still counts."""
    counting = [each for each in claim.supporting if not each.withdrawn] or list(claim.supporting)
    return next((each for each in counting if each.evidence.text in claim.summary), counting[0])


def find_words(summary: str, words: str) -> tuple[str, str, str] | None:
    """Find a report's own words in the summary of a claim: what stands before them, they themselves, what follows.

    >>> find_words("The bridge is open, a guard said.", "the bridge is open")
    ('', 'The bridge is open', ', a guard said.')
    """
    wanted = words.strip(" .,;").lower().removeprefix("that ")
    at = summary.lower().find(wanted) if wanted and len(summary.lower()) == len(summary) else -1
    end = at + len(wanted)
    return None if at < 0 else (summary[:at], summary[at:end], summary[end:])


@cache
def environment() -> Environment:
    """Set the templates up."""
    return set_up_templates(
        "reportedly.serve", link=link, web_address=web_address, lead_support=lead_support, find_words=find_words
    )
