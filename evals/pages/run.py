"""Real pages as HTML and as copied plain text, beside trafilatura alone in the same run; and pages pasted whole."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from evals.reference import NotHere, figures, find, run_scorer

from reportedly.read import read_text

_PASTED = Path(__file__).parent / "pasted"


def score() -> dict[str, float]:
    """Give chunk F1 in both forms and the shares of titles, dates and authors found, ours and the peer's.

    Of pages pasted whole: the shares of them whose title, day, authors and publisher are right, and the shares of their
    ends that are in the body and of their furniture that is not.
    """
    found = _pasted()
    try:
        return found | _real()
    except NotHere as reason:
        raise NotHere(f"{reason}: our own pages alone", found) from None


def _real() -> dict[str, float]:
    found: dict[str, float] = {}
    for line in run_scorer("score_pages.py", str(find("corpora"))):
        form, values = line.split(": ", 1)
        found[f"{form} F1"] = figures(values)["F1"]
        if form == "html":
            found |= {f"html {key}": float(share) for key, share in _metadata(values)}
    return found | _peer()


def _pasted() -> dict[str, float]:
    """Score our own pages that were pasted whole."""
    found: dict[str, float] = {}
    for part in sorted(path for path in _PASTED.iterdir() if path.is_dir()):
        pages = json.loads((part / "gold.json").read_text(encoding="utf-8"))
        right = [_right(page, (part / page["file"]).read_text(encoding="utf-8")) for page in pages]
        found |= {f"pasted {part.name} {key}": sum(each[key] for each in right) / len(right) for key in right[0]}
    return found


def _right(page: dict[str, Any], text: str) -> dict[str, float]:
    """Tell what of one page is right, each 0 to 1."""
    report = read_text(text)
    body = _squeeze(report.body)
    ends = [_squeeze(page[end]) in body for end in ("first", "last")]
    furniture = [_squeeze(words) in body for words in page["junk"]]
    authors = {name.lower() for name in report.authors}
    return {
        "title": _squeeze(report.title).lower() == _squeeze(page["title"]).lower(),
        "date": (report.published or "")[:10] == (page["date"] or ""),
        "authors": {name.lower() for name in page["authors"]} <= authors,
        "publisher": _bare(report.publisher) == _bare(page["publisher"]),
        "ends": sum(ends) / len(ends),
        "furniture cut": 1 - sum(furniture) / max(len(furniture), 1),
    }


def _bare(name: str | None) -> str:
    return (name or "").lower().removeprefix("the ")


def _metadata(values: str) -> list[tuple[str, str]]:
    return re.findall(r"(title|date|author) \d+/\d+ = (\d+\.\d+)", values)


def _squeeze(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def _peer() -> dict[str, float]:
    """Score trafilatura, at the settings of its own evaluation, as the scorer scores us."""
    from trafilatura import bare_extraction

    root = find("corpora/pages/tests")
    hit = wanted = kept = 0
    meta = {key: [0, 0] for key in ("title", "date", "author")}
    for item in json.loads((root / "evaldata.json").read_text()).values():
        page = next((p for p in (root / "eval" / item["file"], root / "cache" / item["file"]) if p.exists()), None)
        if page is None:
            continue
        document: Any = bare_extraction(page.read_bytes(), with_metadata=True, include_comments=False)
        body = _squeeze(document.text if document else "")
        hit += sum(_squeeze(chunk) in body for chunk in item.get("with", [])[:6])
        wanted += len(item.get("with", [])[:6])
        kept += sum(_squeeze(chunk) in body for chunk in item.get("without", [])[:6])
        for key, tally in meta.items():
            if item.get(key):
                gold = "; ".join(item[key]) if isinstance(item[key], list) else str(item[key])
                tally[1] += 1
                tally[0] += _squeeze(gold).lower() in _squeeze(getattr(document, key, "") if document else "").lower()
    precision, recall = hit / max(hit + kept, 1), hit / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {
        "peer trafilatura F1": f1,
        **{f"peer trafilatura {key}": a / max(b, 1) for key, (a, b) in meta.items()},
    }
